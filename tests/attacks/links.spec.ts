import { expect, type Page, test } from '@playwright/test';
import type { ListingsAnswer } from '../../entrypoints/background/messages/listings.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';

// A stored address that is no console's leads nowhere, wherever it is shown.

launchForEachTest();

const LISTING = 'amazon/listing-editor/gen2-offer-en-us';

/** Puts an address into every row that has one. */
async function storeAddress(page: Page, address: string): Promise<void> {
  await page.evaluate(async (other) => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opened = await done(indexedDB.open('preflight'));
    const store = opened.transaction('findings', 'readwrite').objectStore('findings');
    for (const row of await done(store.getAll())) await done(store.put({ ...row, address: other }));
    opened.close();
  }, address);
}

async function links(store: string, listing: string): Promise<{ overview: (string | null)[]; page: string[] }> {
  const { stores } = await browser.ask<Overview>({ kind: 'overview', tab: null });
  const overview = stores.flatMap(({ problems }) =>
    problems.flatMap((one) => one.listings.map(({ address }) => address)),
  );
  const page = await browser.context.newPage();
  const place = [store, listing].map(encodeURIComponent).join('/');
  await page.goto(`${browser.origin}/workspace.html#/listing/${place}`);
  await page.locator('main h1').first().waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  const found = await page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  await page.close();
  return { overview, page: found };
}

test('links lead to consoles, and an address of another host is no link', async () => {
  const page = await show(LISTING);
  await browser.judged(page);
  const own = page.url();
  await page.close();
  const { stores } = await browser.ask<Overview>({ kind: 'overview', tab: null });
  const store = stores[0]?.key ?? '';
  const query = { found: null, worst: null, search: '', sort: 'worst', descending: false, from: 0, most: 1 };
  const { rows } = await browser.ask<ListingsAnswer>({ kind: 'listings', store, ...query });
  const listing = rows[0]?.listing ?? '';
  const before = await links(store, listing);
  expect(before.overview.length).toBeGreaterThan(0);
  expect(before.overview.every((address) => address === own)).toBe(true);
  expect(before.page).toContain(own);
  for (const address of [
    'https://sellercentral.amazon.com.evil.example/',
    'https://sellercentral.amazon.com@evil.example/',
    'https://seller@sellercentral.amazon.com/',
    'https://sellercentral.amazon.com:8443/',
    'https://sellercentral.аmazon.com/',
    'https://evil.example\\@sellercentral.amazon.com/',
    'http://sellercentral.amazon.com/',
    'javascript:document.title=1//',
  ]) {
    await storeAddress(browser.control, address);
    const now = await links(store, listing);
    expect(now.overview, address).toEqual(before.overview.map(() => null));
    expect(
      now.page.filter((href) => !href.startsWith(browser.origin)),
      address,
    ).toEqual(before.page.filter((href) => !href.startsWith(browser.origin) && href !== own));
  }
});
