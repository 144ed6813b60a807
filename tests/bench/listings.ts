/** The list of 100,000 listings in the built extension's real database, over 1,000,000 price observations. */
import type { Page } from '@playwright/test';
import type { Finding } from '../../entrypoints/background/findings.ts';
import { catalogueRow } from '../../entrypoints/background/store/catalogue.ts';
import { DATABASE, type FindingsRow, type ListingRow } from '../../entrypoints/background/store/schema.ts';
import { count, emptySummary } from '../../entrypoints/background/store/summary.ts';
import { finding } from '../background/finding.ts';
import { ensureBuild } from '../tools/build.ts';
import { launchChromium } from '../tools/chromium.ts';
import { ROUNDS, type Row } from './part.ts';
import { median } from './statistics.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

const LISTINGS = Number(process.env.PREFLIGHT_BENCH_LISTINGS ?? 100_000);
const OBSERVATIONS = LISTINGS * 10;
/** Listings written in one transaction. */
const AT_ONCE = 2_000;

const store = 'amazon|US|Harbor Demo Goods';
const rules = [
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

function rowsOf(index: number): { listing: ListingRow; judged: FindingsRow } {
  const sku = `DEMO-${String(index).padStart(6, '0')}`;
  const fact = (value: string) => ({ value, page: 'amazon/manage-inventory', day: '2026-11-20' });
  const name = `马克杯 Stoneware mug, dishwasher safe, number ${(index * 7919) % LISTINGS}`;
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

/** Ten days of prices for each listing; made in the page, since a million rows take long to get there. */
async function putObservations(page: Page, listings: readonly string[]): Promise<void> {
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
    [DATABASE, store, listings, OBSERVATIONS / LISTINGS] as const,
  );
}

async function fill(page: Page): Promise<void> {
  const summary = emptySummary(store);
  // Makes the background open its database, which makes the object stores.
  await page.evaluate(() => chrome.runtime.sendMessage({ kind: 'store-glances' }));
  for (let from = 0; from < LISTINGS; from += AT_ONCE) {
    const all = Array.from({ length: Math.min(AT_ONCE, LISTINGS - from) }, (_, index) => rowsOf(from + index));
    for (const { judged } of all) {
      summary.listings += 1;
      count(summary, judged.findings, 1);
    }
    await putObservations(
      page,
      all.map(({ listing: { listing } }) => listing),
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

/** Milliseconds until an answer has come, asked from one of the extension's pages. */
function answered(page: Page, request: object): Promise<number> {
  return page.evaluate(async (message) => {
    const start = performance.now();
    await chrome.runtime.sendMessage(message);
    return performance.now() - start;
  }, request);
}

/** Milliseconds from a change of the address until the frame that draws the first row of the new list. */
function drawn(page: Page, hash: string): Promise<number> {
  return page.evaluate(
    (address) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        location.hash = address;
        const look = () => {
          const list = document.querySelector('.list[aria-busy=false] .list-title');
          if (list) requestAnimationFrame(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    hash,
  );
}

async function repeated(run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const time = await run();
    // The first round warms the browser and is left out.
    if (round > 0) times.push(time);
  }
  return median(times);
}

export async function measure(): Promise<readonly Row[]> {
  ensureBuild();
  const browser = await launchChromium({ clock: 'machine' });
  try {
    const { control } = browser;
    const start = performance.now();
    await fill(control);
    const writing = (performance.now() - start) / 1000;
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/workspace.html#/overview`);
    await page.locator('.glance').waitFor();
    return [
      { name: `${LISTINGS} listings, ${OBSERVATIONS} observations: written`, value: writing, unit: 's' },
      ...(await drawing(page)),
      ...(await answering(control)),
    ];
  } finally {
    await browser.close();
  }
}

async function drawing(page: Page): Promise<Row[]> {
  const open = async (query: string) => {
    await page.evaluate(() => {
      location.hash = '#/rules';
    });
    await page.locator('.topic').first().waitFor();
    return drawn(page, `#/listings/${encodeURIComponent(store)}${query}`);
  };
  const again = (query: string) => repeated(() => open(query));
  const all = await again('');
  const queries = rules.map((rule) => `?found=${encodeURIComponent(`amazon/${rule}`)}`);
  // How many a rule found something in is counted once, and known until they change.
  const counted: number[] = [];
  for (const query of queries) counted.push(await open(query));
  return [
    { name: 'open Listings, to the frame with rows', value: all, unit: 'ms', budget: 300 },
    { name: 'open Listings, one rule, for the first time', value: median(counted), unit: 'ms' },
    { name: 'open Listings, one rule', value: await again(queries[0] as string), unit: 'ms', budget: 300 },
    { name: 'open Listings, by price', value: await again('?sort=price'), unit: 'ms', budget: 300 },
  ];
}

async function answering(control: Page): Promise<Row[]> {
  const question = { kind: 'listings', store, found: null, worst: null, search: '', sort: 'worst', descending: false };
  const ask = (request: object) => repeated(() => answered(control, request));
  const middle = await ask({ ...question, from: LISTINGS / 2, most: 100 });
  let turn = 0;
  const search = (sort: string) => {
    turn += 1;
    return answered(control, { ...question, sort, search: `number ${turn}`, from: 0, most: 100 });
  };
  // What was looked through in one order is of no use in the other.
  const first = await repeated(() => search(turn % 2 === 0 ? 'name' : 'price'));
  const further = await repeated(() => search('name'));
  return [
    { name: '100 rows from the middle', value: middle, unit: 'ms', budget: 300 },
    { name: 'search, first answer', value: first, unit: 'ms' },
    { name: 'search, as typing goes on', value: further, unit: 'ms', budget: 100 },
    { name: 'overview of stores', value: await ask({ kind: 'store-glances' }), unit: 'ms', budget: 100 },
    { name: 'popup: summaries', value: await ask({ kind: 'overview', tab: null }), unit: 'ms', budget: 100 },
  ];
}
