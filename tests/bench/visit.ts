import type { Locator, Page } from '@playwright/test';
import type { ExtensionBrowser } from '../tools/chromium.ts';
import { type Trace, traced } from './trace.ts';

/** What is served, and where. */
export interface Served {
  readonly address: string;
  readonly html: string;
}

/** A load in a new tab, and what the extension does in the first second and a half after it. */
export async function tracedLoad(browser: ExtensionBrowser, { address, html }: Served): Promise<Trace> {
  browser.serve(address, html);
  const page = await browser.context.newPage();
  const trace = await traced(page, browser.origin || null, async () => {
    await page.goto(address);
    await page.waitForTimeout(1500);
  });
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
    await page.waitForTimeout(600);
  });
}
