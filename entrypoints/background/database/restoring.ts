import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { StoredRow } from '../rows/rows.ts';
import { forgetCatalogueResults } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { contentNames } from './everything.ts';
import { DATABASE_VERSION, migrate } from './migrations.ts';
import { isShaped, isWhole } from './row-shapes.ts';
import type { PreflightSchema } from './schema.ts';

/**
 * Restores a backup. Its rows are staged in the object store `restoring` until all have arrived, then replace
 * everything in one transaction. If that is refused, interrupted or killed earlier, the database is unchanged.
 */

/** Where rows of an earlier version wait for the migrations. */
const EARLIER_DATABASE = 'preflight-restoring';
/** Where the decisions wait. */
const DECISIONS = 'decisions';

type Name = ReturnType<typeof contentNames>[number];

/** Receives the rows of a backup, part by part. */
export interface Staging {
  /** Rejects for a row that its database version has no place for, and if the browser is out of space. */
  add(rows: readonly StoredRow[]): Promise<void>;
  /**
   * Stages the rows and decisions for {@link takeOverRows}.
   * @returns number of malformed rows left out
   */
  finish(decisions: Record<string, unknown>): Promise<number>;
  /** Discards the staged data. */
  discard(): Promise<void>;
}

/** @param version of the database that the rows come from, at most the current one */
export async function stage(version: number): Promise<Staging> {
  await discardStaged();
  const opened = await database();
  if (version === DATABASE_VERSION) return currentStaging(opened);
  const earlier = await openDB<PreflightSchema>(EARLIER_DATABASE, version, {
    upgrade: (upgraded, from, _to, transaction) => migrate(upgraded, from, transaction, version),
  });
  return earlierStaging(opened, earlier);
}

function currentStaging(opened: IDBPDatabase<PreflightSchema>): Staging {
  const names = new Set<string>(contentNames(opened));
  let count = 0;
  let leftOut = 0;
  return {
    async add(given) {
      if (given.some(([name]) => !names.has(name))) throw new Error('No object store of that name');
      const rows = given.filter(([name, row]) => !isShaped(name) || isWhole(name, row));
      leftOut += given.length - rows.length;
      if (rows.length === 0) return;
      count += 1;
      await opened.put('restoring', { rows }, count);
    },
    async finish(decisions) {
      await opened.put('restoring', { decisions }, DECISIONS);
      return leftOut;
    },
    discard: discardStaged,
  };
}

function earlierStaging(opened: IDBPDatabase<PreflightSchema>, earlier: IDBPDatabase<PreflightSchema>): Staging {
  const current = currentStaging(opened);
  return {
    add: (rows) => putRows(earlier, rows),
    async finish(decisions) {
      earlier.close();
      const upgraded = await openDB<PreflightSchema>(EARLIER_DATABASE, DATABASE_VERSION, {
        upgrade: (upgrading, from, _to, transaction) => migrate(upgrading, from, transaction),
      });
      try {
        for (const name of contentNames(upgraded)) await copyRows(upgraded, name, current);
      } finally {
        upgraded.close();
      }
      const leftOut = await current.finish(decisions);
      await deleteDB(EARLIER_DATABASE);
      return leftOut;
    },
    async discard() {
      earlier.close();
      await discardStaged();
    },
  };
}

async function putRows(to: IDBPDatabase<PreflightSchema>, rows: readonly StoredRow[]): Promise<void> {
  const names = [...new Set(rows.map(([name]) => name))] as Name[];
  if (names.length === 0) return;
  const transaction = to.transaction(names, 'readwrite');
  await allOrNothing(transaction, () =>
    // Covers rows rejected synchronously, too.
    Promise.all(
      rows.map(async ([name, row, key]) => transaction.objectStore(name as Name).put(row as never, key as never)),
    ),
  );
}

/** Rows copied per batch. */
const BATCH_SIZE = 500;

async function copyRows(from: IDBPDatabase<PreflightSchema>, name: Name, to: Staging): Promise<void> {
  const hasOwnKey = from.transaction(name).store.keyPath !== null;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [rows, keys]: [unknown[], IDBValidKey[]] = await Promise.all([
      from.getAll(name, range as never, BATCH_SIZE),
      from.getAllKeys(name, range as never, BATCH_SIZE),
    ]);
    await to.add(rows.map((row, index): StoredRow => (hasOwnKey ? [name, row] : [name, row, keys[index] as never])));
    const last = keys.at(-1);
    if (rows.length < BATCH_SIZE || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

/** Replaces all rows with the staged ones. The decisions stay staged. Rejects if nothing was changed. */
export async function takeOverRows(): Promise<void> {
  const opened = await database();
  const names = contentNames(opened);
  const transaction = opened.transaction<Name[], 'readwrite'>([...names, 'restoring'], 'readwrite');
  await allOrNothing(transaction, async () => {
    const waiting = transaction.objectStore('restoring');
    if (!(await waiting.get(DECISIONS))) throw new Error('What waited is gone');
    for (const name of names) await transaction.objectStore(name).clear();
    for (const key of await waiting.getAllKeys()) {
      const part = await waiting.get(key);
      if (!part || !('rows' in part)) continue;
      const writes = part.rows.map(async ([name, row, rowKey]) =>
        transaction.objectStore(name as Name).put(row as never, rowKey as never),
      );
      await Promise.all([...writes, waiting.delete(key)]);
    }
  });
  forgetCatalogueResults();
}

/** The decisions of a backup whose rows were restored; null if there are none, or if the rows are still staged. */
export async function waitingDecisions(): Promise<Record<string, unknown> | null> {
  const transaction = (await database()).transaction('restoring', 'readonly');
  const [keys, row] = await Promise.all([transaction.store.count(), transaction.store.get(DECISIONS)]);
  return keys === 1 && row && 'decisions' in row ? row.decisions : null;
}

/** Discards a staged backup, complete or not. */
export async function discardStaged(): Promise<void> {
  await (await database()).clear('restoring');
  await deleteDB(EARLIER_DATABASE);
}
