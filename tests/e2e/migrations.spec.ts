import { expect, type Page, test } from '@playwright/test';
import { DATABASE_VERSION } from '../../entrypoints/background/store/migrations.ts';
import { type FrozenStore, frozenDatabase, LAST_FROZEN } from '../store/frozen.ts';
import { type ExtensionBrowser, launchChromium, stopWorkers } from '../tools/chromium.ts';

// A database of an earlier version, made with the browser's own means and not by our code, is opened by today's build.

let browser: ExtensionBrowser;

test.beforeEach(async () => {
  browser = await launchChromium();
});

test.afterEach(async () => {
  expect(browser.strayRequests).toEqual([]);
  await browser.close();
});

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Puts a database into the place of the one that is there, from a page that does not open it. */
async function replaceDatabase(page: Page, version: number, stores: readonly FrozenStore[]): Promise<void> {
  await page.evaluate(
    async ({ version, stores }) => {
      const done = <Result>(request: IDBRequest<Result>) =>
        new Promise<Result>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      /** JSON has neither typed arrays nor what is infinite. */
      const revive = (_key: string, value: unknown) => {
        const { float64, infinite } = (value ?? {}) as { float64?: number[]; infinite?: 1 | -1 };
        if (float64) return new Float64Array(float64);
        return infinite ? infinite * Number.POSITIVE_INFINITY : value;
      };
      await done(indexedDB.deleteDatabase('preflight'));
      const opening = indexedDB.open('preflight', version);
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, indexes, rows } of stores) {
          const store = opening.result.createObjectStore(name, keyPath === null ? {} : { keyPath });
          for (const index of indexes) store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
          for (const row of rows) store.put(JSON.parse(JSON.stringify(row), revive));
        }
      };
      (await done(opening)).close();
    },
    { version, stores: stores as FrozenStore[] },
  );
}

/** Every row of the database as it is now, in the form of the frozen ones. */
function storedRows(page: Page): Promise<{ readonly version: number; readonly rows: Rows }> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const plain = (_key: string, value: unknown) => {
      if (value instanceof Float64Array) return { float64: [...value] };
      return typeof value === 'number' && !Number.isFinite(value) ? { infinite: Math.sign(value) } : value;
    };
    const opened = await done(indexedDB.open('preflight'));
    const rows: Record<string, unknown[]> = {};
    for (const name of opened.objectStoreNames) {
      const all = await done(opened.transaction(name).objectStore(name).getAll());
      rows[name] = all.map((row) => JSON.parse(JSON.stringify(row, plain)));
    }
    const { version } = opened;
    opened.close();
    return { version, rows };
  });
}

test('every version of the migrations is frozen', () => expect(LAST_FROZEN).toBe(DATABASE_VERSION));

for (let version = 1; version <= LAST_FROZEN; version += 1)
  test(`a database of version ${version} is opened, and nothing in it is lost`, async () => {
    const stores = frozenDatabase(version);
    // A page of ours without a script.
    const raw = await browser.context.newPage();
    await raw.goto(`${browser.origin}/reference/en/index.html`);
    await stopWorkers(browser.control);
    await replaceDatabase(raw, version, stores);

    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/workspace.html#/listings`);
    // What lists and the popup show is there, whether the version had it or a later step made it.
    await expect(page.getByRole('table')).toContainText('Harborline Stoneware Coffee Mugs');
    await page.goto(`${browser.origin}/workspace.html#/overview`);
    await expect(page.getByRole('main')).toContainText('Harbor Demo Goods');
    const found = await storedRows(raw);
    expect(found.version).toBe(DATABASE_VERSION);
    for (const { name, rows } of stores) {
      expect(found.rows[name], name).toHaveLength(rows.length);
      // A later step may add to a row; it takes nothing away.
      expect(found.rows[name], name).toMatchObject([...rows]);
    }
    await page.goto(
      `${browser.origin}/workspace.html#/listing/${encodeURIComponent('amazon|US|Harbor Demo Goods')}/${encodeURIComponent('sku:DEMO-MUG-01')}`,
    );
    const history = page.getByRole('region', { name: 'Price history' });
    await history.getByText('As a table').click();
    await expect(history.getByRole('table').first()).toContainText('$');
  });
