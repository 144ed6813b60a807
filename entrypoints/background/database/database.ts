import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { DATABASE_VERSION, migrate } from './migrations.ts';
import { DATABASE, type PreflightSchema } from './schema.ts';

let opened: Promise<IDBPDatabase<PreflightSchema>> | null = null;

/** An open request is waiting for a connection that does not close. */
let isBlocked = false;

/**
 * The database, opened on first use. Rejects if the browser refuses: storage full, profile damaged, or an older version
 * still open elsewhere. The next call tries again.
 */
export function database(): Promise<IDBPDatabase<PreflightSchema>> {
  // Requests behind a blocked one wait with it, without even a `blocked` event.
  if (isBlocked) return Promise.reject(stillOpen());
  opened ??= open().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/**
 * Runs the work of a transaction; if any of it fails, none of it is stored. An exception outside a request (a row
 * rejected before its request starts, or a bug) does not abort a transaction by itself, and earlier writes would be
 * committed.
 */
export async function allOrNothing<Result>(
  transaction: Pick<IDBPTransaction<PreflightSchema, StoreNames<PreflightSchema>[], 'readwrite'>, 'done' | 'error'> & {
    abort(): void;
  },
  work: () => Promise<Result>,
): Promise<Result> {
  // Its rejection is handled below, even if a request fails first and that line is never reached.
  transaction.done.catch(() => undefined);
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // Already aborted by a failed request.
    }
    // A failed request has the transaction's reason, such as a full disk; a bug has its own.
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
        // No longer blocked: the next caller gets it.
        if (isBlocked) opened = Promise.resolve(database);
        resolve(database);
      }, reject)
      .finally(() => {
        isBlocked = false;
      });
  });
}
