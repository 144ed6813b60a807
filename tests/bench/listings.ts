/**
 * Part of `npm run bench`: the list of 100,000 listings in the built extension's real database, over 1,000,000 price
 * observations. Figures are medians; a broken budget fails the run.
 */
import type { Page } from '@playwright/test';
import type { Finding } from '../../entrypoints/background/findings.ts';
import { catalogueRow } from '../../entrypoints/background/store/catalogue.ts';
import { DATABASE, type FindingsRow, type ListingRow } from '../../entrypoints/background/store/schema.ts';
import { count, emptySummary } from '../../entrypoints/background/store/summary.ts';
import { ensureBuild } from '../tools/build.ts';
import { launchChromium } from '../tools/chromium.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

const LISTINGS = Number(process.env.PREFLIGHT_BENCH_LISTINGS ?? 100_000);
const OBSERVATIONS = LISTINGS * 10;
const ROUNDS = Number(process.env.PREFLIGHT_BENCH_ROUNDS ?? 7);
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
  return Array.from({ length: index % 4 === 3 ? 0 : (index % 3) + 1 }, (_, number) => ({
    rule: `amazon/${rules[(index + number) % rules.length]}`,
    topic: number === 0 ? ('offer' as const) : ('content' as const),
    item: null,
    level: levels[(index + number) % 3] ?? 'info',
    severity: 'error' as const,
    message: 'problem',
    values: { titleLength: 210, limit: 200 },
    fix: { removeCharacters: 10 },
    wanted: [],
    unread: [],
    marks: [],
    origins: {},
    day: '2026-11-20',
    quiet: false,
  }));
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

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const time = await measure();
    // The first round warms the browser and is left out.
    if (round > 0) times.push(time);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

ensureBuild();
const browser = await launchChromium();
let broken = 0;
try {
  const { control } = browser;
  const start = performance.now();
  await fill(control);
  console.log(
    `\n${LISTINGS.toLocaleString('en')} listings, ${OBSERVATIONS.toLocaleString('en')} observations, written in ${((performance.now() - start) / 1000).toFixed(0)} s; medians of ${ROUNDS}\n`,
  );
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/overview`);
  await page.locator('.glance').waitFor();
  const list = `#/listings/${encodeURIComponent(store)}`;
  const open = async (query: string) => {
    await page.evaluate(() => {
      location.hash = '#/rules';
    });
    await page.locator('.topic').first().waitFor();
    return drawn(page, `${list}${query}`);
  };
  const question = { kind: 'listings', store, found: null, worst: null, search: '', sort: 'worst', descending: false };
  let turn = 0;
  const figures: [name: string, value: number, budget?: number][] = [
    ['open Listings, to the frame with rows', await median(() => open('')), 300],
    ['open Listings, one rule', await median(() => open('?found=amazon%2Ftitle-length')), 300],
    ['open Listings, by price', await median(() => open('?sort=price')), 300],
    [
      '100 rows from the middle',
      await median(() => answered(control, { ...question, from: LISTINGS / 2, most: 100 })),
      300,
    ],
    [
      'search, first answer',
      await median(() => {
        turn += 1;
        return answered(control, { ...question, search: `number ${turn}`, from: 0, most: 100 });
      }),
    ],
    ['overview of stores', await median(() => answered(control, { kind: 'store-glances' })), 100],
    ['popup: summaries', await median(() => answered(control, { kind: 'overview', tab: null })), 100],
  ];
  for (const [name, value, budget] of figures) {
    const over = budget !== undefined && !(value <= budget);
    if (over) broken += 1;
    console.log(
      `${name.padEnd(46)} ${value.toFixed(1).padStart(9)} ms  ${budget === undefined ? '' : `budget ${budget} ms${over ? '  OVER' : ''}`}`,
    );
  }
} finally {
  await browser.close();
}
process.exitCode = broken > 0 ? 1 : 0;
