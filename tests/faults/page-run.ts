import type { Page } from '@playwright/test';
import { type Trace, traced } from '../bench/trace.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';
import { flood, withNodes } from './hostile-page.ts';

/** The floods in full length: what they cost the page's main thread of ours, and how soon typing is answered meanwhile. */

const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
const SALE_PRICE = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input';
const WARNING = '$98.59';

interface Run {
  readonly name: string;
  /** How long the page was watched. */
  readonly seconds: number;
  /** Milliseconds of the main thread in our script, waiting for a core left out. */
  readonly ours: number;
  /** The longest stretch of our script in one task, from the loading of the page on. Milliseconds, waiting included. */
  readonly longestTask: number;
  /** Milliseconds from a keystroke to its verdict in the background, as seen from outside. */
  readonly answers: readonly number[];
  readonly changes: number;
}

/** 10,000 changes a second for half a minute, 50,000 nodes, and both. */
export async function runPages(): Promise<readonly Run[]> {
  const browser = await launchChromium();
  try {
    const large = withNodes(html, 50_000);
    return [
      await run(browser, 'flood of 10,000 changes a second', html, 30_000, (page) => flood(page, 30_000)),
      await run(browser, '50,000 nodes', large, 10_000, () => Promise.resolve(0)),
      await run(browser, 'both', large, 30_000, (page) => flood(page, 30_000)),
    ];
  } finally {
    await browser.close();
  }
}

async function run(
  browser: ExtensionBrowser,
  name: string,
  text: string,
  duration: number,
  disturb: (page: Page) => Promise<number>,
): Promise<Run> {
  browser.serve(address, text);
  const page = await browser.context.newPage();
  const load = await traced(page, browser.origin, async () => {
    await page.goto(address);
    await verdict(browser, page, true);
  });
  const answers: number[] = [];
  const traces: Trace[] = [];
  let watched = 0;
  const end = Date.now() + duration;
  const disturbing = disturb(page);
  // Piece by piece: the trace of half a minute of this is longer than any text may be.
  while (Date.now() < end) {
    const begin = Date.now();
    traces.push(
      await traced(page, browser.origin, async () => {
        for (const isHigh of [false, true]) answers.push(await edit(browser, page, isHigh));
        watched += Date.now() - begin;
      }),
    );
  }
  const changes = await disturbing;
  await page.close();
  return {
    name,
    seconds: watched / 1000,
    ours: traces.reduce((sum, { ours }) => sum + ours, 0),
    longestTask: Math.max(...[load, ...traces].map(({ longestTask }) => longestTask)),
    answers,
    changes,
  };
}

/** Types a price that is too high or not, and waits for the verdict on it; milliseconds. */
async function edit(browser: ExtensionBrowser, page: Page, isHigh: boolean): Promise<number> {
  const begin = Date.now();
  await page
    .locator(SALE_PRICE)
    .first()
    .fill(isHigh ? '99.00' : '97.00');
  await verdict(browser, page, isHigh);
  const time = Date.now() - begin;
  await page.waitForTimeout(500);
  return time;
}

/** Asks the background: to look into the overlay, the debugging protocol has every change of the page told to it. */
async function verdict(browser: ExtensionBrowser, page: Page, isWarned: boolean): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(20)) {
    const overview = await browser.overview(page);
    if (overview.page && JSON.stringify(overview.page.findings).includes(WARNING) === isWarned) return;
  }
  throw new Error(`The page is not judged ${isWarned ? 'wrong' : 'right'} within 30 s.`);
}

/** One line on a run. */
export function pageFigures({ name, ours, longestTask, seconds, answers, changes }: Run): string {
  const sorted = answers.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const told = `${sorted.length} edits all judged rightly, median ${median} ms, worst ${sorted.at(-1) ?? 0} ms`;
  const spent = `${(ours / seconds).toFixed(1)} ms of ours a second, longest task ${longestTask.toFixed(0)} ms`;
  return `${name}, watched for ${seconds.toFixed(0)} s: ${changes} changes, ${spent}; ${told}`;
}
