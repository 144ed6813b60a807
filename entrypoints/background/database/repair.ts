import type { IDBPTransaction } from 'idb';
import { buildCatalogue } from './catalogue-building.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { isWhole, type ShapedName } from './row-shapes.ts';
import type { PreflightSchema } from './schema.ts';

/** Their rows follow from the others. */
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
 * Takes out the rows that are not what they should be, and makes lists and counts anew from the others, in one
 * transaction. What was taken out comes back with its page or report. Rejects when the browser refuses; then nothing
 * is changed.
 * @returns how many rows were taken out
 */
export async function repairRows(): Promise<number> {
  const opened = await database();
  const scope: ShapedName[] = [...names, 'catalogue', 'summaries'];
  const transaction = opened.transaction(scope, 'readwrite');
  const taken = await allOrNothing(transaction, async () => {
    let count = 0;
    for (const name of names) count += await takeOutBroken(transaction, name);
    await transaction.objectStore('catalogue').clear();
    await transaction.objectStore('summaries').clear();
    await buildCatalogue(transaction);
    return count;
  });
  catalogueChanged();
  return taken;
}

async function takeOutBroken(transaction: Repairing, name: Name): Promise<number> {
  let taken = 0;
  for (let cursor = await transaction.objectStore(name).openCursor(); cursor; cursor = await cursor.continue()) {
    if (isWhole(name, cursor.value)) continue;
    await cursor.delete();
    taken += 1;
  }
  return taken;
}
