import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { DATABASE_VERSION, migrate } from './migrations.ts';
import { DATABASE, type PreflightSchema } from './schema.ts';

let opened: Promise<IDBPDatabase<PreflightSchema>> | null = null;

/** A request of ours waits for a connection that does not give way. */
let isBlocked = false;

/**
 * The database, opened at first use. Rejects when the browser refuses it: storage full, profile damaged, or an older
 * version still open elsewhere. The next call tries again.
 */
export function database(): Promise<IDBPDatabase<PreflightSchema>> {
  // Whatever is asked for behind a request that is blocked waits with it, and is not even told so.
  if (isBlocked) return Promise.reject(stillOpen());
  opened ??= open().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/**
 * Does the work of a transaction: all of it, or nothing where any of it fails. A row that is refused before it is asked
 * for, or a mistake of ours on the way, leaves a transaction as it is, and what was written until then would stand.
 */
export async function allOrNothing<Result>(
  transaction: Pick<IDBPTransaction<PreflightSchema, StoreNames<PreflightSchema>[], 'readwrite'>, 'done' | 'error'> & {
    abort(): void;
  },
  work: () => Promise<Result>,
): Promise<Result> {
  // Its rejection is handled below, also when a request fails first and this one is never reached.
  transaction.done.catch(() => undefined);
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // A request that failed has ended it already.
    }
    // A request fails with the reason of the transaction, such as a full disk; a mistake of ours with its own.
    throw transaction.error ?? error;
  }
}

function stillOpen(): DOMException {
  return new DOMException('An older version of the database is still open', 'InvalidStateError');
}

function open(): Promise<IDBPDatabase<PreflightSchema>> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      opened = null;
    };
    openDB<PreflightSchema>(DATABASE, DATABASE_VERSION, {
      upgrade: (upgraded, from, _to, transaction) => migrate(upgraded, from, transaction),
      blocked: () => {
        isBlocked = true;
        reject(stillOpen());
      },
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    })
      .then((database) => {
        // It was blocked and is no more: whoever asks next has it.
        if (isBlocked) opened = Promise.resolve(database);
        resolve(database);
      }, reject)
      .finally(() => {
        isBlocked = false;
      });
  });
}
