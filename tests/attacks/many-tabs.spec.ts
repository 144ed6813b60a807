import { expect, type Page, test } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import type { Card } from '../../entrypoints/background/messages/shown.ts';
import { inventoryPage } from '../consoles/amazon/manage-inventory/rows.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest } from '../tools/each-test.ts';
import { waitForOverlay } from '../tools/overlay.ts';

// More tabs than the browser's session storage has room for: badge, popup and card stay true in each of them.

declare const chrome: {
  storage: { session: { set(values: object): Promise<void>; getBytesInUse(): Promise<number>; QUOTA_BYTES: number } };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};

const TABS = 4;
/** How long a list may take on a busy machine. */
const PATIENCE_MS = 30_000;

launchForEachTest();
test.setTimeout(180_000);

const bytes = () => browser.control.evaluate(() => chrome.storage.session.getBytesInUse());
const badge = (tabId: number) => browser.control.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);

/** Leaves so many bytes of the session storage. */
const leaveRoom = (room: number) =>
  browser.control.evaluate(async (left) => {
    const { session } = chrome.storage;
    await session.set({ filler: 'x'.repeat(session.QUOTA_BYTES - (await session.getBytesInUse()) - left) });
  }, room);

/** Opens a list and waits until it is judged. */
async function openList(rows: number): Promise<Page> {
  const { url, html } = inventoryPage({ rows });
  browser.serve(url, html);
  const page = await browser.open(url);
  await waitForOverlay(page, ({ dock }) => /\d/.test(dock), PATIENCE_MS);
  return page;
}

/** What the popup shows of a tab's page. It asks again as long as the page is awaited, and must not deny that there is one. */
async function pageOf(tab: number) {
  for (;;) {
    const { page, isAwaited } = await browser.ask<Overview>({ kind: 'overview', tab });
    expect(page !== null || isAwaited).toBe(true);
    if (page) return page;
  }
}

/** What badge and popup say of a page, and whether its first finding is explained. */
async function told(page: Page) {
  const tab = (await browser.tabOf(page)) as number;
  const shown = await pageOf(tab);
  const [first] = shown.findings;
  const card = await browser.ask<Card | null>({ kind: 'explain-stored', tab, finding: first?.id ?? 'none' });
  return { badge: await badge(tab), errors: shown.counts.error, explained: card?.finding === first?.id };
}

test('a list of 250 rows takes a fiftieth of the session storage', async () => {
  await browser.judged(await openList(250));
  expect(await bytes()).toBeLessThan(210_000);
});

test('where the session storage is full, the tabs of longest ago make room and are asked again', async () => {
  // Two of them fit.
  await leaveRoom(200_000);
  const pages: Page[] = [];
  for (let tab = 0; tab < TABS; tab += 1) pages.push(await openList(100));
  const expected = await told(pages[TABS - 1] as Page);
  expect(expected).toMatchObject({ badge: String(expected.errors), explained: true });
  expect(expected.errors).toBeGreaterThan(0);
  for (const page of pages) expect(await told(page)).toEqual(expected);
  for (const page of pages.slice(0, 2)) {
    await stopWorkers(browser.control);
    expect(await told(page)).toEqual(expected);
  }
  const last = await pageOf((await browser.tabOf(pages[0] as Page)) as number);
  expect(last.remarks.join()).not.toContain('could not be stored');
});

test('a page that there is no room for at all is judged, and the popup says that it is not kept', async () => {
  await leaveRoom(50_000);
  const page = await openList(250);
  const tab = (await browser.tabOf(page)) as number;
  const shown = await pageOf(tab);
  expect(shown.remarks.join()).toContain('could not be stored');
  await stopWorkers(browser.control);
  expect((await pageOf(tab)).counts).toEqual(shown.counts);
});
