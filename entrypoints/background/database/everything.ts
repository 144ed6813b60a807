import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { StoredRow } from '../rows/rows.ts';
import { forgetCatalogueResults } from './catalogue-query.ts';
import { database } from './database.ts';
import type { PreflightSchema } from './schema.ts';

/** Rows per read. */
const BATCH_SIZE = 200;

type Name = StoreNames<PreflightSchema>;
type Reading = IDBPTransaction<PreflightSchema, Name[], 'readonly'>;

/** Every object store except the one that stages a backup. */
export function contentNames({ objectStoreNames }: Pick<IDBPDatabase<PreflightSchema>, 'objectStoreNames'>): Name[] {
  return [...objectStoreNames].filter((name) => name !== 'restoring');
}

export type RowCounts = { readonly [name: string]: number };

/**
 * Reads the whole database in one transaction: a consistent snapshot, whatever pages are checked in the meantime. Both
 * callbacks run inside the transaction and must not await anything.
 * @param begin called first, with the number of rows
 */
export async function readEverything(
  begin: (counts: RowCounts, version: number) => void,
  take: (row: StoredRow) => void,
): Promise<void> {
  const opened = await database();
  const names = contentNames(opened);
  const transaction = opened.transaction(names, 'readonly');
  const counts = await Promise.all(names.map((name) => transaction.objectStore(name).count()));
  begin(Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0])), opened.version);
  for (const name of names) await readAll(transaction, name, take);
  await transaction.done;
}

async function readAll(transaction: Reading, name: Name, take: (row: StoredRow) => void): Promise<void> {
  const store = transaction.objectStore(name);
  const hasOwnKey = store.keyPath !== null;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [rows, keys]: [unknown[], IDBValidKey[]] = await Promise.all([
      store.getAll(range as never, BATCH_SIZE),
      store.getAllKeys(range as never, BATCH_SIZE),
    ]);
    for (const [index, row] of rows.entries()) {
      const key = keys[index];
      take(hasOwnKey || key === undefined ? [name, row] : [name, row, key]);
    }
    const last = keys.at(-1);
    if (rows.length < BATCH_SIZE || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

/** How much is stored about one shop. */
export interface KeptOfStore {
  readonly listings: number;
  readonly rows: number;
}

/** Counts a shop's rows in every object store. */
export async function countStore(key: string): Promise<KeptOfStore> {
  const opened = await database();
  const names = contentNames(opened);
  const transaction = opened.transaction(names, 'readonly');
  const counts = await Promise.all(
    names.map((name) => {
      const range = rangeOf(transaction.objectStore(name).keyPath, name, key);
      return range ? transaction.objectStore(name).count(range as never) : 0;
    }),
  );
  // As everywhere else, each listing counts once, however many rows it has.
  const summary = await transaction.objectStore('summaries').get(key);
  return { listings: summary?.listings ?? 0, rows: counts.reduce((sum, count) => sum + count, 0) };
}

/** Deletes every row of every object store, in one transaction. */
export async function deleteAllRows(): Promise<void> {
  const opened = await database();
  const names = [...opened.objectStoreNames];
  const transaction = opened.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
  forgetCatalogueResults();
}

/**
 * Deletes a shop's rows from every object store, in one transaction: rows whose key begins with the shop, and rows that
 * name only this shop in `store` or `stores`. Rows that name several shops lose this one.
 */
export async function deleteStoreRows(key: string): Promise<void> {
  const opened = await database();
  const names = contentNames(opened);
  const transaction = opened.transaction(names, 'readwrite');
  transaction.done.catch(() => undefined);
  for (const name of names) {
    const store = transaction.objectStore(name);
    const range = rangeOf(store.keyPath, name, key);
    if (range) {
      await store.delete(range as never);
      continue;
    }
    for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
      const kept = withoutStore(cursor.value, key);
      if (kept === null) await cursor.delete();
      else if (kept !== cursor.value) await cursor.update(kept as never);
    }
  }
  await transaction.done;
  forgetCatalogueResults();
}

/** Deletes the rows of several shops that no import names, in one transaction. */
export async function deleteRowsOfStores(keys: readonly string[]): Promise<void> {
  const opened = await database();
  const names = contentNames(opened);
  const transaction = opened.transaction(names, 'readwrite', { durability: 'relaxed' });
  transaction.done.catch(() => undefined);
  for (const name of names) {
    const store = transaction.objectStore(name);
    for (const key of keys) {
      const range = rangeOf(store.keyPath, name, key);
      if (range) await store.delete(range as never);
    }
  }
  await transaction.done;
  forgetCatalogueResults();
}

/** Evidence of whether a page made a shop up. */
export interface StoreInUse {
  readonly key: string;
  /** Days on which its counts changed. */
  readonly days: number;
  readonly listings: number;
  /** ISO day on which it was last seen. */
  readonly seen: string;
  readonly hasImports: boolean;
}

export async function storesInUse(): Promise<StoreInUse[]> {
  const transaction = (await database()).transaction(['stores', 'summaries', 'days', 'imports'], 'readonly');
  const [stores, summaries, imports] = await Promise.all([
    transaction.objectStore('stores').getAll(),
    transaction.objectStore('summaries').getAll(),
    transaction.objectStore('imports').getAll(),
  ]);
  const listings = new Map(summaries.map((summary) => [summary.store, summary.listings]));
  const imported = new Set(imports.flatMap((row) => row.stores));
  return Promise.all(
    stores.map(async ({ key, seen }) => ({
      ...{ key, seen, listings: listings.get(key) ?? 0, hasImports: imported.has(key) },
      days: await transaction.objectStore('days').count(IDBKeyRange.bound([key], [key, []])),
    })),
  );
}

/** A row without one shop; null if it names no other. */
function withoutStore<Row extends object>(row: Row, key: string): Row | null {
  const { store, stores } = row as { store?: unknown; stores?: unknown };
  if (store === key) return null;
  if (!Array.isArray(stores) || !stores.includes(key)) return row;
  return stores.length === 1 ? null : { ...row, stores: stores.filter((one) => one !== key) };
}

/** The key range of a shop's rows; null if the object store's key does not begin with the shop. */
function rangeOf(path: string | string[] | null, name: string, key: string): IDBKeyRange | null {
  const isOfStore = Array.isArray(path) ? path[0] === 'store' : path === 'store' || name === 'stores';
  if (!isOfStore) return null;
  // An empty array sorts after every text: the end of this shop's rows.
  return Array.isArray(path) ? IDBKeyRange.bound([key], [key, []]) : IDBKeyRange.only(key);
}
