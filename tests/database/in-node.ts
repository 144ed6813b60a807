import 'fake-indexeddb/auto';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { beforeEach, vi } from 'vitest';
import { forgetCatalogueResults } from '../../entrypoints/background/database/catalogue-query.ts';
import { DATABASE, type PreflightSchema } from '../../entrypoints/background/database/schema.ts';
import { type FrozenStore, revived } from './frozen.ts';

/** Before each test of the file no database; the next query opens a new one and runs the migrations. */
export function freshDatabase(): void {
  beforeEach(async () => {
    await deleteDB(DATABASE);
    forgetCatalogueResults();
  });
}

/** Has the browser refuse every transaction until it is restored, as with a damaged profile. */
export function refuseDatabase() {
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('Refused', 'UnknownError');
  });
}

type Rows = { readonly [name: string]: readonly unknown[] };

/** Every row, read past our own code. */
export async function rowsStored(): Promise<Rows> {
  const opened = await openDB<PreflightSchema>(DATABASE);
  const names = [...opened.objectStoreNames];
  const rows = await Promise.all(names.map((name) => opened.getAll(name)));
  opened.close();
  return Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]));
}

/** Puts rows past our own code into the database that is there. */
export async function putRows(rows: Rows): Promise<void> {
  const opened = (await openDB(DATABASE)) as unknown as IDBPDatabase;
  for (const [name, all] of Object.entries(rows)) for (const row of all) await opened.put(name, row);
  opened.close();
}

/** Makes a database as a version of the migrations left it, by the browser's means alone. */
export async function makeDatabase(version: number, stores: readonly FrozenStore[]): Promise<void> {
  const opened = (await openDB(DATABASE, version, {
    upgrade(upgraded) {
      for (const { name, keyPath, indexes, rows } of stores) {
        const store = upgraded.createObjectStore(name, keyPath === null ? {} : { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
        for (const row of rows) void store.put(revived(row));
      }
    },
  })) as unknown as IDBPDatabase;
  opened.close();
}

export interface ShapeOfStore {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly multiEntry: boolean;
    readonly unique: boolean;
  }[];
}

/** The object stores and indexes of a database. */
export function shapeOf(opened: IDBPDatabase<PreflightSchema>): { readonly [name: string]: ShapeOfStore } {
  const names = [...opened.objectStoreNames];
  if (names.length === 0) return {};
  const transaction = (opened as unknown as IDBPDatabase).transaction(names, 'readonly');
  return Object.fromEntries(
    names.map((name) => {
      const store = transaction.objectStore(name);
      const { keyPath, autoIncrement } = store;
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath: path, multiEntry, unique } = store.index(index);
        return { name: index, keyPath: path, multiEntry, unique };
      });
      return [name, { keyPath, autoIncrement, indexes }];
    }),
  );
}
