import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { PreflightSchema } from './schema.ts';

type Upgrading = IDBPTransaction<PreflightSchema, StoreNames<PreflightSchema>[], 'versionchange'>;

/**
 * One step per version, in order: the step at index 0 creates version 1. A released step never changes; a new version
 * appends one. A step calls none of our functions and contains what it needs as it was then: otherwise later changes
 * would alter an old version. It awaits nothing but the database, because its transaction would end early.
 */
const steps: readonly ((database: IDBPDatabase<PreflightSchema>, transaction: Upgrading) => Promise<void>)[] = [
  async (database) => {
    database.createObjectStore('stores', { keyPath: 'key' });
    const listings = database.createObjectStore('listings', { keyPath: ['store', 'listing'] });
    // Rows without an ASIN are not indexed: null is not a valid key.
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

/** Migrates a database from an older version to a newer one, step by step. */
export async function migrate(
  database: IDBPDatabase<PreflightSchema>,
  from: number,
  transaction: Upgrading,
  to = DATABASE_VERSION,
): Promise<void> {
  for (const step of steps.slice(from, to)) await step(database, transaction);
}
