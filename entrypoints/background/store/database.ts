import { type IDBPDatabase, openDB } from 'idb';
import { DATABASE_VERSION, migrate } from './migrations.ts';
import { DATABASE, type PreflightSchema } from './schema.ts';

let opened: Promise<IDBPDatabase<PreflightSchema>> | null = null;

/**
 * The database, opened at first use. Rejects when the browser refuses it: storage full, profile damaged, or an older
 * version still open elsewhere. The next call tries again.
 */
export function database(): Promise<IDBPDatabase<PreflightSchema>> {
  opened ??= open().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

function open(): Promise<IDBPDatabase<PreflightSchema>> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      opened = null;
    };
    openDB<PreflightSchema>(DATABASE, DATABASE_VERSION, {
      upgrade: (upgraded, from, _to, transaction) => migrate(upgraded, from, transaction),
      blocked: () => reject(new Error('An older version of the database is still open')),
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).then(resolve, reject);
  });
}
