import { expect, test } from '@playwright/test';
import { emptySummary } from '../../entrypoints/background/database/summary.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';

// A page that makes up one shop after another: there is an end to them, and nothing of the seller's own is lost to it.

/** Stored as if a page had made them up before: each check of one takes its time. */
const BEFORE = 1000;
/** Made up while the test looks on. */
const SHOPS = 10;
/** On a busy machine. */
const SOON_MS = 3000;
const EDITOR = 'amazon/listing-editor/gen2-offer-en-us';

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

/** Stores of one listing each, seen today. */
async function storeMadeUp(): Promise<void> {
  const keys = Array.from({ length: BEFORE }, (_, index) => `amazon|US|Earlier ${index}`);
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  const rows = keys.map((key) => ({
    stores: {
      key,
      marketplace: 'amazon',
      site: 'US',
      sellerName: key,
      sellerId: null,
      currency: 'USD',
      seen: '2026-11-20',
    },
    summaries: { ...emptySummary(key), listings: 1 },
    days: { store: key, day: '2026-11-20', listings: 1, counts },
  }));
  await browser.control.evaluate(
    async ([all, names]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open('preflight');
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const transaction = database.transaction(['stores', 'summaries', 'days'], 'readwrite');
      for (const row of all) for (const [name, value] of Object.entries(row)) transaction.objectStore(name).put(value);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
      const { knownStores } = (await (chrome.storage.local as unknown as Reads).get('knownStores')) as Known;
      await chrome.storage.local.set({
        knownStores: { ...knownStores, ...Object.fromEntries(names.map((name) => [name, true])) },
      });
    },
    [rows, keys] as const,
  );
}

interface Reads {
  get(key: string): Promise<unknown>;
}
interface Known {
  readonly knownStores: Readonly<Record<string, true>>;
}

launchForEachTest();
test.setTimeout(180_000);

test('a thousand made-up shops leave the seller’s own, and slow no other tab', async () => {
  const page = await show(EDITOR);
  const { page: own } = await browser.judged(page);
  const key = own.storeKey as string;
  const worlds: { id: number; origin: string }[] = [];
  const session = await browser.context.newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.findLast(({ origin }) => origin === browser.origin)?.id as number;
  const inPage = async (expression: string) =>
    (await session.send('Runtime.evaluate', { contextId: world, awaitPromise: true, returnByValue: true, expression }))
      .result.value;
  const entry = { store: key, fact: 'targetMarginPercent', input: '15' };
  expect(await browser.ask({ kind: 'enter-for-store', ...entry })).toEqual({ done: true });
  await storeMadeUp();

  const flood = inPage(`(async () => {
    const read = (value) => ({ state: 'read', value, via: 'name:x' });
    for (let shop = 0; shop < ${SHOPS}; shop += 1) {
      const store = { sellerName: 'Made up ' + shop, sellerId: null, marks: [{ by: 'header', text: 'united states' }] };
      const keys = Array.from({ length: 3 }, (_, row) => 'sku:M' + row);
      const records = keys.map((key, row) => ({ key, fields: { sku: read('M' + row), asin: read('B0MADEUP0' + row), yourPrice: read('5.00'), minSellerPrice: read('9.00') } }));
      await chrome.runtime.sendMessage({ kind: 'check', snapshot: { sequence: 1, page: 'amazon/manage-inventory', generation: null, language: 'en-US', store, keys, records, notices: [], settled: true, unsettled: [] } });
    }
    return 'sent';
  })()`);
  let isOver = false;
  void flood.then(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    const start = performance.now();
    await browser.ask<Overview>({ kind: 'overview', tab: null });
    times.push(performance.now() - start);
    await page.waitForTimeout(500);
  }
  expect(await flood).toBe('sent');
  console.log(`popup: first ${times[0]?.toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms`);
  const { stores, decisions, remarks } = await browser.ask<Overview>({ kind: 'overview', tab: null });
  expect(stores.length).toBeGreaterThan(250);
  expect(stores.length).toBeLessThanOrEqual(300);
  // It was seen on one day alone, as they were, and has no more listings than they have.
  expect(stores.map((store) => store.key)).toContain(key);
  expect(decisions).toHaveLength(1);
  expect(remarks.join()).not.toContain('removed');
  expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(SOON_MS);
});
