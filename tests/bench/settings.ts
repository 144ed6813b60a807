/** A check turned off and judged again over 40,000 listings, beside 36,000 ignored findings, and what tabs keep. */
import type { Page } from '@playwright/test';
import { inventoryPage } from '../consoles/amazon/manage-inventory/rows.ts';
import { ensureBuild } from '../tools/build.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { fillListings, isWorkingOff, rules, store } from '../tools/many-listings.ts';
import type { Row } from './part.ts';

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: {
    local: { set(values: object): Promise<void> };
    session: { getBytesInUse(): Promise<number> };
  };
};

const LISTINGS = Number(process.env.PREFLIGHT_BENCH_SETTINGS ?? 40_000);
const IGNORED = 36_000;
const TABS = 12;

export async function measure(): Promise<readonly Row[]> {
  ensureBuild();
  const browser = await launchChromium({ clock: 'machine' });
  try {
    const tabs = await keptOfTabs(browser);
    await ignoreMany(browser.control);
    const popup = await answered(browser.control, { kind: 'overview', tab: null });
    await fillListings(browser.control, LISTINGS);
    const rule = `amazon/${rules[0]}`;
    return [
      ...tabs,
      { name: `popup beside ${IGNORED} ignored findings`, value: popup, unit: 'ms', budget: 200 },
      ...(await changing(browser, 'turn a check off', { kind: 'change-rule', rule, store: null, on: false })),
      ...(await changing(browser, 'turn it on', { kind: 'change-rule', rule, store: null, on: true })),
    ];
  } finally {
    await browser.close();
  }
}

async function keptOfTabs(browser: ExtensionBrowser): Promise<Row[]> {
  const { url, html } = inventoryPage({ rows: 250 });
  browser.serve(url, html);
  const pages: Page[] = [];
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await browser.open(url);
    await browser.judged(page);
    pages.push(page);
  }
  const bytes = await browser.control.evaluate(() => chrome.storage.session.getBytesInUse());
  for (const page of pages) await page.close();
  return [{ name: `${TABS} tabs of 250 rows: session storage`, value: bytes / 1e6, unit: 'MB', budget: 3 }];
}

function ignoreMany(control: Page): Promise<void> {
  return control.evaluate(
    async ([count, key]) => {
      const one = { store: key, rule: 'amazon/bullet-count', item: null, name: 'Mug', day: '2026-11-20' };
      const ignored = Array.from({ length: count }, (_, index) => ({ ...one, listing: `sku:OTHER-${index}` }));
      await chrome.storage.local.set({ ignored });
      // The background has its own copy of what it wrote itself; another write makes it ask again.
      await chrome.runtime.sendMessage({ kind: 'finish-restore', leftOut: 0 });
    },
    [IGNORED, store] as const,
  );
}

async function changing(browser: ExtensionBrowser, name: string, request: object): Promise<Row[]> {
  const start = performance.now();
  const answer = await answered(browser.control, request);
  const waits: number[] = [];
  while (await isWorkingOff(browser.control)) {
    waits.push(await answered(browser.control, { kind: 'overview', tab: null }));
    await browser.control.waitForTimeout(200);
  }
  const all = (performance.now() - start) / 1000;
  const over = `${name} over ${LISTINGS} listings`;
  return [
    { name: `${over}: answered`, value: answer, unit: 'ms', budget: 200 },
    { name: `${over}: popup meanwhile, slowest`, value: Math.max(0, ...waits), unit: 'ms', budget: 300 },
    { name: `${over}: worked off`, value: all, unit: 's' },
  ];
}

/** Milliseconds until an answer has come, asked from one of the extension's pages. */
function answered(page: Page, request: object): Promise<number> {
  return page.evaluate(async (message) => {
    const start = performance.now();
    await chrome.runtime.sendMessage(message);
    return performance.now() - start;
  }, request);
}
