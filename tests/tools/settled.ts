import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/api-overview.ts';
import type { ExtensionBrowser } from './chromium.ts';
import { type DrawnOverlay, overlayMeter } from './overlay.ts';

const LONGEST_MS = 6000;

/** A page that is judged: what the popup would show over it, and what is drawn over it, whenever asked. */
export interface SettledPage {
  readonly overview: Overview;
  drawn(): Promise<DrawnOverlay>;
}

/** Waits until the verdict and what is drawn stood still for a moment; null of a page that is not judged. */
export async function settledPage(browser: ExtensionBrowser, page: Page): Promise<SettledPage | null> {
  const tab = await browser.tabOf(page);
  let last = '';
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await setTimeout(120)) {
    const overview = await browser.ask<Overview>({ kind: 'overview', tab });
    if (!overview.page) continue;
    const drawn = await overlayMeter(page);
    const now = JSON.stringify([overview, await drawn?.()]);
    if (drawn && now === last) return { overview, drawn };
    last = now;
  }
  return null;
}

/** What is drawn once it stands still: after scrolling it takes its place in the next frames. */
export async function drawnAtRest({ drawn }: SettledPage): Promise<DrawnOverlay> {
  let before = '';
  for (const end = Date.now() + LONGEST_MS; ; await setTimeout(50)) {
    const now = await drawn();
    const text = JSON.stringify(now);
    if (text === before || Date.now() > end) return now;
    before = text;
  }
}
