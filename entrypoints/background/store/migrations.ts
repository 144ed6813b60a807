import type { IDBPDatabase } from 'idb';
import type { PreflightSchema } from './schema.ts';

/**
 * One step for each version, in order: the step at index 0 makes version 1. A released step never changes; a new
 * version appends one.
 */
const steps: readonly ((database: IDBPDatabase<PreflightSchema>) => void)[] = [
  (database) => {
    database.createObjectStore('stores', { keyPath: 'key' });
    const listings = database.createObjectStore('listings', { keyPath: ['store', 'listing'] });
    // Rows without an ASIN are left out of the index: null is no key.
    listings.createIndex('asin', ['store', 'asin']);
    const findings = database.createObjectStore('findings', { keyPath: ['store', 'listing'] });
    findings.createIndex('problems', 'problems', { multiEntry: true });
    database.createObjectStore('summaries', { keyPath: 'store' });
    database.createObjectStore('observations', { keyPath: ['store', 'listing', 'day'] });
  },
  (database) => {
    database.createObjectStore('readings', { keyPath: ['store', 'page'] });
  },
];

export const DATABASE_VERSION = steps.length;

/** Brings a database from an older version to this one, step by step. */
export function migrate(database: IDBPDatabase<PreflightSchema>, from: number): void {
  for (const step of steps.slice(from)) step(database);
}
