import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { PreflightSchema } from './schema.ts';

type Upgrading = IDBPTransaction<PreflightSchema, StoreNames<PreflightSchema>[], 'versionchange'>;

/**
 * One step for each version, in order: the step at index 0 makes version 1. A released step never changes; a new
 * version appends one. A step calls nothing of ours: what it needs stands in it as it was then, since code that changes
 * would change what a version is. It waits for nothing but the database, or its transaction ends early.
 */
const steps: readonly ((database: IDBPDatabase<PreflightSchema>, transaction: Upgrading) => Promise<void>)[] = [
  async (database) => {
    database.createObjectStore('stores', { keyPath: 'key' });
    const listings = database.createObjectStore('listings', { keyPath: ['store', 'listing'] });
    // Rows without an ASIN are left out of the index: null is no key.
    listings.createIndex('asin', ['store', 'asin']);
    listings.createIndex('wider', 'wider', { multiEntry: true });
    const findings = database.createObjectStore('findings', { keyPath: ['store', 'listing'] });
    findings.createIndex('problems', 'problems', { multiEntry: true });
    database.createObjectStore('summaries', { keyPath: 'store' });
    database.createObjectStore('observations', { keyPath: ['store', 'listing', 'day'] });
    database.createObjectStore('readings', { keyPath: ['store', 'page'] });
    const catalogue = database.createObjectStore('catalogue', { keyPath: ['store', 'listing'] });
    catalogue.createIndex('worst', ['store', 'worst', 'listing']);
    catalogue.createIndex('name', ['store', 'sortName', 'listing']);
    catalogue.createIndex('price', ['store', 'sortPrice', 'listing']);
    catalogue.createIndex('margin', ['store', 'sortMargin', 'listing']);
    catalogue.createIndex('changed', ['store', 'changed', 'listing']);
    catalogue.createIndex('found', 'found', { multiEntry: true });
    catalogue.createIndex('code', 'code');
    database.createObjectStore('days', { keyPath: ['store', 'day'] });
    database.createObjectStore('restoring');
    database.createObjectStore('upcoming', { keyPath: 'store' });
    const paidPrices = database.createObjectStore('paidPrices', { keyPath: ['store', 'sku'] });
    paidPrices.createIndex('asin', ['store', 'asin']);
    database.createObjectStore('orderLines', { keyPath: ['store', 'day'] });
    const imports = database.createObjectStore('imports', { keyPath: 'id' });
    imports.createIndex('stores', 'stores', { multiEntry: true });
  },
];

export const DATABASE_VERSION = steps.length;

/** Brings a database from an older version to a newer one, step by step. */
export async function migrate(
  database: IDBPDatabase<PreflightSchema>,
  from: number,
  transaction: Upgrading,
  to = DATABASE_VERSION,
): Promise<void> {
  for (const step of steps.slice(from, to)) await step(database, transaction);
}
