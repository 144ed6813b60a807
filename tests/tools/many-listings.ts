/** Listings written straight into the extension's database: as many as no page of a test can show. */
import type { Page } from '@playwright/test';
import { catalogueRow } from '../../entrypoints/background/database/catalogue.ts';
import { DATABASE } from '../../entrypoints/background/database/schema.ts';
import { count, emptySummary } from '../../entrypoints/background/database/summary.ts';
import type { Finding } from '../../entrypoints/background/rows/finding.ts';
import type { FindingsRow, ListingRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from '../database/finding.ts';

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { local: { get(key: string): Promise<object> } };
};

/** Listings written in one transaction. */
const BATCH_SIZE = 2_000;

/** Key of the store that has them. */
export const store = 'amazon|US|Harbor Demo Goods';
/** Rules that found something in them. */
export const rules = [
  'title-length',
  'sale-price-not-below-price',
  'bullet-count',
  'referral-fee-cliff',
  'search-terms-bytes',
];
const levels = ['error', 'warning', 'info'] as const;

/** Synthetic: every third listing has nothing, others one to three findings. */
function findingsOf(index: number): Finding[] {
  return Array.from({ length: index % 4 === 3 ? 0 : (index % 3) + 1 }, (_, number) =>
    finding({
      rule: `amazon/${rules[(index + number) % rules.length]}`,
      topic: number === 0 ? 'offer' : 'content',
      level: levels[(index + number) % 3] ?? 'info',
      values: { titleLength: 210, limit: 200 },
      fix: { removeCharacters: 10 },
    }),
  );
}

function rowsOf(index: number, listings: number): { listing: ListingRow; judged: FindingsRow } {
  const sku = `DEMO-${String(index).padStart(6, '0')}`;
  const fact = (value: string) => ({ value, page: 'amazon/manage-inventory', day: '2026-11-20' });
  const name = `马克杯 Stoneware mug, dishwasher safe, number ${(index * 7919) % listings}`;
  const listing = `sku:${sku}`;
  const findings = findingsOf(index);
  const problems = new Set(findings.map(({ rule }) => rule));
  const changed = 1_790_000_000_000 + index * 1000;
  return {
    listing: {
      store,
      listing,
      sku,
      asin: `B0${sku}`,
      facts: { title: fact(name), yourPrice: fact(`${10 + (index % 90)}.99`) },
    },
    judged: {
      store,
      listing,
      name,
      currency: 'USD',
      address: 'https://sellercentral.amazon.com/myinventory/inventory',
      changed,
      findings,
      problems: [...problems].map((rule) => [store, rule, changed]),
      margin: index % 5 === 0 ? { percent: `${(index % 700) / 10}`, atMost: index % 2 === 0 } : null,
      topics: Object.fromEntries(findings.map(({ topic }) => [topic, changed])),
    },
  };
}

/** Writes rows into the extension's database, from one of its own pages. */
async function put(page: Page, rows: readonly (readonly [objectStore: string, rows: readonly unknown[]])[]) {
  await page.evaluate(
    async ([name, all]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(
        all.map(([objectStore]) => objectStore),
        'readwrite',
        { durability: 'relaxed' },
      );
      for (const [objectStore, values] of all)
        for (const value of values) transaction.objectStore(objectStore).put(value);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    [DATABASE, rows] as const,
  );
}

/** Days of prices for each listing; made in the page, since a million rows take long to get there. */
async function putObservations(page: Page, listings: readonly string[], each: number): Promise<void> {
  await page.evaluate(
    async ([name, key, all, days]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction('observations', 'readwrite', { durability: 'relaxed' });
      const observations = transaction.objectStore('observations');
      for (const listing of all)
        for (let day = 10; day < 10 + days; day += 1)
          observations.put({ store: key, listing, day: `2026-10-${day}`, price: `${day}.99` });
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    [DATABASE, store, listings, each] as const,
  );
}

/**
 * Fills the database with a store.
 * @param page one of the extension's own
 * @param observations prices seen of each listing
 */
export async function fillListings(page: Page, listings: number, observations = 0): Promise<void> {
  const summary = emptySummary(store);
  // Makes the background open its database, which makes the object stores.
  await page.evaluate(() => chrome.runtime.sendMessage({ kind: 'store-glances' }));
  for (let from = 0; from < listings; from += BATCH_SIZE) {
    const all = Array.from({ length: Math.min(BATCH_SIZE, listings - from) }, (_, index) =>
      rowsOf(from + index, listings),
    );
    for (const { judged } of all) {
      summary.listings += 1;
      count(summary, judged.findings, 1);
    }
    await putObservations(
      page,
      all.map(({ listing: { listing } }) => listing),
      observations,
    );
    await put(page, [
      ['listings', all.map(({ listing }) => listing)],
      ['findings', all.map(({ judged }) => judged)],
      ['catalogue', all.map(({ listing, judged }) => catalogueRow(listing, judged))],
    ]);
  }
  const row = { key: store, marketplace: 'amazon', site: 'US', sellerName: 'Harbor Demo Goods', sellerId: null };
  await put(page, [
    ['stores', [{ ...row, currency: 'USD', seen: '2026-11-20' }]],
    ['summaries', [summary]],
  ]);
}

/** Whether changed settings are still worked off in what is stored. */
export function isWorkingOff(control: Page): Promise<boolean> {
  return control.evaluate(async () => 'updates' in (await chrome.storage.local.get('updates')));
}
