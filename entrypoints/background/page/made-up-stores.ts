import { deleteRowsOfStores, type StoreInUse, storesInUse } from '../database/everything.ts';
import { wholeStored } from '../seller/stored-decisions.ts';
import { forgetStores } from '../shops/known-stores.ts';

/**
 * A store row is one shop on one site. Amazon has about twenty sites, and an agency has a few dozen accounts on a few
 * sites each. A page can invent any number of names.
 */
export const MOST_STORES = 300;
/** Deleted per batch: scanning all shops for each additional one would cost as much. */
const BATCH_SIZE = 20;

/**
 * Deletes shops beyond the plausible maximum: first those seen on a single day, among these those with the fewest
 * listings, among these those not seen for longest. Never one that the seller's own data names.
 * @param newest the shop just stored
 */
export async function deleteExcessStores(newest: string): Promise<void> {
  const stores = await storesInUse();
  if (stores.length <= MOST_STORES) return;
  const isOwn = namedBy(await wholeStored());
  const going = stores
    .filter(({ key, hasImports }) => key !== newest && !hasImports && !isOwn(key))
    .sort(likelyMadeUpFirst)
    .slice(0, stores.length - MOST_STORES + BATCH_SIZE)
    .map(({ key }) => key);
  if (going.length === 0) return;
  // If interrupted here, they still exist and are merely not missed.
  await forgetStores(new Set(going));
  await deleteRowsOfStores(going);
}

function likelyMadeUpFirst(a: StoreInUse, b: StoreInUse): number {
  const days = Math.min(a.days, 2) - Math.min(b.days, 2);
  return days || a.listings - b.listings || a.seen.localeCompare(b.seen);
}

/** Which shops are named by decisions, entries, settings, links or deadline marks, wherever their keys occur. */
function namedBy(stored: Readonly<Record<string, unknown>>): (key: string) => boolean {
  const { knownStores: _known, updates: _updates, reminders, ...decisions } = stored;
  const named = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') named.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      named.add(key);
      collect(part);
    }
  };
  collect(decisions);
  // Ids of deadlines contain the shop's key.
  const marks = JSON.stringify(reminders ?? null);
  const within = (key: string) => marks.includes(key) || marks.includes(JSON.stringify(key).slice(1, -1));
  return (key) => named.has(key) || within(key) || within(JSON.stringify(key).slice(1, -1));
}
