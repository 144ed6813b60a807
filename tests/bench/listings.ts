/** The list of 100,000 listings in the built extension's real database, over 1,000,000 price observations. */
import type { Page } from '@playwright/test';
import { ensureBuild } from '../tools/build.ts';
import { launchChromium } from '../tools/chromium.ts';
import { fillListings, rules, store } from '../tools/many-listings.ts';
import { ROUNDS, type Row } from './part.ts';
import { median } from './statistics.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

const LISTINGS = Number(process.env.PREFLIGHT_BENCH_LISTINGS ?? 100_000);
const OBSERVATIONS = LISTINGS * 10;

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
    await fillListings(control, LISTINGS, OBSERVATIONS / LISTINGS);
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
