import type { Page } from '@playwright/test';
import type { FrozenStore } from './frozen.ts';

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Puts a database into the place of the one that is there, from a page that does not open it. */
export async function replaceDatabase(page: Page, version: number, stores: readonly FrozenStore[]): Promise<void> {
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
export function storedRows(page: Page): Promise<{ readonly version: number; readonly rows: Rows }> {
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
