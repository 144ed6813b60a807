import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import type { ExtensionBrowser } from './chromium.ts';
import { type DrawnOverlay, overlayMeter } from './overlay.ts';
import { measurePlacements, type Placements } from './placement.ts';

const LONGEST_MS = 6000;
/** How long a note may take to follow its page on a busy machine. */
const PATIENCE_MS = 1500;

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

/**
 * Where notes stand once they stand still: after scrolling they take their places in the next frames. A note that stands
 * wrong is measured again for a while, since one that has yet to move stands still, too.
 */
export async function placementsAtRest(page: Page, { overview, drawn }: SettledPage): Promise<Placements> {
  const start = Date.now();
  let before = await drawn();
  for (;;) {
    await setTimeout(60);
    const measured = await measurePlacements(page, overview, before);
    // What moved meanwhile was measured against another page.
    const now = await drawn();
    const isStill = JSON.stringify(now) === JSON.stringify(before);
    const waited = Date.now() - start;
    const isSure = measured.misplaced.length === 0 || waited > PATIENCE_MS;
    if ((isStill && isSure) || waited > LONGEST_MS) return measured;
    before = now;
  }
}
