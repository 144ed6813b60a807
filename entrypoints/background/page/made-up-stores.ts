import { deleteRowsOfStores, type StoreInUse, storesInUse } from '../database/everything.ts';
import { wholeStored } from '../seller/stored-decisions.ts';
import { forgetStores } from '../shops/known-stores.ts';

/**
 * A store is a shop on one site. Amazon has some twenty sites, and who runs shops for others has a few dozen accounts on a
 * few sites each; a page can make up names without end.
 */
export const MOST_STORES = 300;
/** So many go at once: to look through all of them for each one more would cost as much as they do. */
const BATCH_SIZE = 20;

/**
 * Deletes stores beyond the most there can be: those first that were seen on one day alone, of these the ones with the
 * fewest listings, of these the ones that were seen longest ago. None that anything of the seller's own names.
 * @param newest the one that was just stored
 */
export async function limitStores(newest: string): Promise<void> {
  const stores = await storesInUse();
  if (stores.length <= MOST_STORES) return;
  const isOwn = namedBy(await wholeStored());
  const going = stores
    .filter(({ key, hasImports }) => key !== newest && !hasImports && !isOwn(key))
    .sort(likelyMadeUpFirst)
    .slice(0, stores.length - MOST_STORES + BATCH_SIZE)
    .map(({ key }) => key);
  if (going.length === 0) return;
  // Stopped in between, they are still there and are only not missed.
  await forgetStores(new Set(going));
  await deleteRowsOfStores(going);
}

function likelyMadeUpFirst(a: StoreInUse, b: StoreInUse): number {
  const days = Math.min(a.days, 2) - Math.min(b.days, 2);
  return days || a.listings - b.listings || a.seen.localeCompare(b.seen);
}

/** Which stores decisions, entries, settings, links or deadline marks are about, wherever their keys stand. */
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
  // Ids of deadlines have the store's key within them.
  const marks = JSON.stringify(reminders ?? null);
  const within = (key: string) => marks.includes(key) || marks.includes(JSON.stringify(key).slice(1, -1));
  return (key) => named.has(key) || within(key) || within(JSON.stringify(key).slice(1, -1));
}
