import type { Locator, Page } from '@playwright/test';
import type { ExtensionBrowser } from '../tools/chromium.ts';
import { type Trace, traced } from './trace.ts';

/** What is served, and where. */
export interface Served {
  readonly address: string;
  readonly html: string;
}

/** What one page cost from its load until a field of it was typed into. */
export interface Visit {
  readonly load: Trace;
  /** Null for a page without a text field. */
  readonly typing: Trace | null;
  /** Of the page and every script in it once all that nobody needs is gone, MB. */
  readonly heap: number;
}

/** How long the extension has to read and judge a page of ordinary size: after its load, and after the last key. */
const LOAD_REST_MS = 500;
const TYPING_REST_MS = 350;

/** A text field that belongs to the page's matter: consoles have a search field in their header, which nobody reads. */
const TEXT_FIELD = ':is(input, textarea):read-write:not(header *, nav *, [type=search])';

/** A load in a new tab, and what the extension does in the first second and a half after it. */
export async function tracedLoad(browser: ExtensionBrowser, served: Served): Promise<Trace> {
  const { page, trace } = await openTraced(browser, served, 1500);
  await page.close();
  return trace;
}

/** A page in a new tab that has been read and judged. */
export async function openQuiet(browser: ExtensionBrowser, { address, html }: Served): Promise<Page> {
  browser.serve(address, html);
  const page = await browser.open(address);
  await page.waitForTimeout(1200);
  return page;
}

/** What typing costs. The field is found before it is measured: finding is script too. */
export async function tracedTyping(
  browser: ExtensionBrowser,
  page: Page,
  field: Locator,
  keys: string,
): Promise<Trace> {
  await field.focus();
  return traced(page, browser.origin || null, async () => {
    await page.keyboard.press('End');
    await page.keyboard.type(keys, { delay: 60 });
    await page.waitForTimeout(TYPING_REST_MS);
  });
}

/**
 * Loads a page, types into its first text field beside the search, and asks for its heap.
 * @param settles milliseconds that the page itself needs after its load
 * @param last what else is to be done while the page is open
 */
export async function visited(
  browser: ExtensionBrowser,
  served: Served,
  settles: number,
  keys: string,
  last?: (page: Page) => Promise<void>,
): Promise<Visit> {
  const { page, trace: load } = await openTraced(browser, served, settles + LOAD_REST_MS);
  const field = page.locator(TEXT_FIELD).filter({ visible: true }).first();
  const typing = (await field.count()) > 0 ? await tracedTyping(browser, page, field, keys) : null;
  const heap = await heapOf(page);
  await last?.(page);
  await page.close();
  return { load, typing, heap };
}

async function openTraced(
  browser: ExtensionBrowser,
  { address, html }: Served,
  rest: number,
): Promise<{ readonly page: Page; readonly trace: Trace }> {
  browser.serve(address, html);
  const page = await browser.context.newPage();
  const trace = await traced(page, browser.origin || null, async () => {
    await page.goto(address);
    await page.waitForTimeout(rest);
  });
  return { page, trace };
}

/** MB that are still needed. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
