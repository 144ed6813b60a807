import type { IDBPTransaction } from 'idb';
import { buildCatalogue } from './catalogue-building.ts';
import { forgetCatalogueResults } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { isWhole, type ShapedName } from './row-shapes.ts';
import type { PreflightSchema } from './schema.ts';

/** Object stores whose rows are derived from the others. */
type Derived = 'catalogue' | 'summaries';
type Name = Exclude<ShapedName, Derived>;
type Repairing = IDBPTransaction<PreflightSchema, ShapedName[], 'readwrite'>;

const names: readonly Name[] = [
  'stores',
  'listings',
  'findings',
  'observations',
  'readings',
  'days',
  'upcoming',
  'paidPrices',
  'orderLines',
  'imports',
];

/**
 * Deletes malformed rows and rebuilds lists and counts from the rest, in one transaction. Deleted data returns with its
 * page or report. Rejects if the browser refuses; then nothing is changed.
 * @returns number of deleted rows
 */
export async function repairRows(): Promise<number> {
  const opened = await database();
  const scope: ShapedName[] = [...names, 'catalogue', 'summaries'];
  const transaction = opened.transaction(scope, 'readwrite');
  const taken = await allOrNothing(transaction, async () => {
    let count = 0;
    for (const name of names) count += await deleteMalformedRows(transaction, name);
    await transaction.objectStore('catalogue').clear();
    await transaction.objectStore('summaries').clear();
    await buildCatalogue(transaction);
    return count;
  });
  forgetCatalogueResults();
  return taken;
}

async function deleteMalformedRows(transaction: Repairing, name: Name): Promise<number> {
  let taken = 0;
  for (let cursor = await transaction.objectStore(name).openCursor(); cursor; cursor = await cursor.continue()) {
    if (isWhole(name, cursor.value)) continue;
    await cursor.delete();
    taken += 1;
  }
  return taken;
}
