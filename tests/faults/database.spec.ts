import { expect, type Page, test } from '@playwright/test';
import { DATABASE_VERSION } from '../../entrypoints/background/database/migrations.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { frozenDatabase, LAST_FROZEN } from '../database/frozen.ts';
import { replaceDatabase, storedRows } from '../database/raw-database.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';

// A database that is gone, damaged or a newer version's: decisions stay, the rest comes back, the seller is told.

declare const chrome: {
  storage: { local: { set(values: object): Promise<void>; get(keys: null): Promise<Record<string, unknown>> } };
};

const EDITOR = 'amazon/listing-editor/gen2-offer-en-us';
const LIST = 'temu/goods-list/zh-cn';

launchForEachTest();

/** What the popup says without any page. */
const popup = () => browser.ask<Overview>({ kind: 'overview', tab: null });

/** Two stores with findings, and decisions. */
async function work(): Promise<void> {
  for (const name of [EDITOR, LIST]) {
    const page = await show(name);
    await browser.judged(page);
    await page.close();
  }
  await browser.ask({ kind: 'change-rule', rule: 'amazon/title-length', store: null, on: false });
  await browser.ask({ kind: 'set-language', language: 'en' });
}

const isDecision = ([key]: [string, unknown]) => key !== 'knownStores';
async function decided(): Promise<Record<string, unknown>> {
  const stored = await browser.control.evaluate(() => chrome.storage.local.get(null));
  return Object.fromEntries(Object.entries(stored).filter(isDecision));
}

/** Changes rows as they lie there, in the order of their keys: members to put in place of theirs, or `gone`. */
async function damageRows(page: Page, damage: Readonly<Record<string, readonly (object | 'gone')[]>>): Promise<void> {
  await page.evaluate(async (given) => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opened = await done(indexedDB.open('preflight'));
    for (const [name, changes] of Object.entries(given)) {
      const store = opened.transaction(name, 'readwrite').objectStore(name);
      const [keys, rows] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      for (const [index, change] of changes.entries()) {
        if (change === 'gone') await done(store.delete(keys[index] as IDBValidKey));
        else await done(store.put({ ...rows[index], ...change }));
      }
    }
    opened.close();
  }, damage);
}

test('a database that the browser removed is told of, decisions hold, and it comes back page by page', async () => {
  await work();
  const before = await decided();
  await stopWorkers(browser.control);
  await browser.control.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('preflight').onsuccess = resolve;
      }),
  );
  const { stores, remarks } = await popup();
  expect(stores).toEqual([]);
  expect(remarks.join()).toContain('The browser removed what was stored of 2 stores. Your decisions are still here.');
  expect(await decided()).toEqual(before);
  const page = await show(EDITOR);
  await browser.judged(page);
  expect((await popup()).remarks.join()).toContain('The browser removed what was stored of one store.');
  await page.close();
  await (await show(LIST)).waitForTimeout(100);
  await expect.poll(async () => (await popup()).remarks).toEqual([]);
  expect(await decided()).toEqual(before);
});

test('a store that the seller deletes is not missed', async () => {
  await work();
  const { stores } = await popup();
  for (const { key } of stores) await browser.ask({ kind: 'delete-data', store: key });
  expect(await popup()).toMatchObject({ stores: [], remarks: [] });
});

test('damaged rows are taken out, told of, and come back with their pages', async () => {
  await work();
  const before = await decided();
  const whole = await storedRows(browser.control);
  await stopWorkers(browser.control);
  await damageRows(browser.control, {
    listings: [{ facts: null }],
    findings: [{ findings: 5, problems: 'none' }, { findings: undefined }],
    summaries: ['gone', { counts: undefined, problems: undefined }],
    catalogue: [{ counts: undefined, found: undefined }],
    readings: [{ fields: undefined }],
    days: [{ counts: undefined }],
  });
  const page = await show(EDITOR);
  const list = await show(LIST);
  await expect.poll(async () => (await popup()).remarks.join()).toContain('records were damaged and were taken out');
  expect(await decided()).toEqual(before);
  for (const tab of [page, list]) {
    const { page: seen } = await browser.judged(tab);
    expect(seen.findings.length).toBeGreaterThan(0);
    expect(seen.remarks).toEqual([]);
  }
  const { rows } = await storedRows(browser.control);
  for (const name of ['stores', 'listings', 'findings', 'summaries', 'catalogue'])
    expect(rows[name]?.length, name).toBe(whole.rows[name]?.length);
  const store = (await popup()).stores.map(({ key, listings, counts }) => ({ key, listings, counts }));
  expect(store.every(({ listings }) => listings > 0)).toBe(true);
});

test('while the database is that of a newer version, pages are judged and told that nothing is stored', async () => {
  await stopWorkers(browser.control);
  await replaceDatabase(browser.control, DATABASE_VERSION + 1, frozenDatabase(LAST_FROZEN));
  const page = await show(EDITOR);
  const { page: seen } = await browser.judged(page);
  expect(seen.findings.length).toBeGreaterThan(0);
  expect(seen.remarks.join()).toContain('could not be stored');
  expect((await popup()).remarks.join()).toContain('The stored results cannot be read');
  await replaceDatabase(browser.control, DATABASE_VERSION, frozenDatabase(LAST_FROZEN));
  await page.reload();
  await expect.poll(async () => (await browser.judged(page)).page.remarks).toEqual([]);
  expect((await popup()).stores.length).toBeGreaterThan(0);
});
