import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { closedShadowPages } from '../readers/closed.ts';
import { type ConsolePage, consolePages, scriptOf } from '../readers/console-pages.ts';
import type { Change, Trial } from './trial.ts';

/** Two records or controls that are alike on purpose: a change may tell them apart. */
const TRAPS = ['amazon/listing-editor/bad/duplicate-names', 'tiktok/product-edit/bad/odd-values-en-us'];

/** The pages that are changed: all but traps, and those that only a content script of the extension can read. */
export function survivalPages(): ConsolePage[] {
  return consolePages().filter(({ name }) => !closedShadowPages.includes(name) && !TRAPS.includes(name));
}

/** The readers, the changes and the comparison as one script that defines `survival.tryChanges`. */
export function survivalScript(): Promise<string> {
  return scriptOf(join(import.meta.dirname, 'trial.ts'), 'survival');
}

/** Changes one page in every given way, in a tab at the page's own origin, and reads it each time. */
export async function tryInTab(
  tab: Page,
  script: string,
  shown: ConsolePage,
  changes: readonly Change[],
  keepHtml = false,
): Promise<Trial[]> {
  const { origin } = new URL(shown.expected.url);
  if (new URL(tab.url()).origin !== origin) {
    await tab.unrouteAll();
    await tab.route('**/*', (route) => {
      if (!route.request().isNavigationRequest()) return route.abort();
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title><body>' });
    });
    await tab.goto(origin);
    await tab.addScriptTag({ content: script });
  }
  return tab.evaluate(
    ([page, kinds, keep]) =>
      (globalThis as unknown as { survival: typeof import('./trial.ts') }).survival.tryChanges(page, kinds, keep),
    [shown, changes, keepHtml] as const,
  );
}
