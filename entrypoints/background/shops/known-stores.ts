import { browser } from 'wxt/browser';
import type { StoreRow } from '../rows/rows.ts';

/**
 * Which stores the database has held, kept beside the seller's decisions: the browser may throw a database away and
 * tells nobody, and an empty list must not look like a seller who has never opened a console.
 */
const KNOWN_STORES = 'knownStores';

let writing: Promise<unknown> = Promise.resolve();

/**
 * Remembers a store that was stored; whether it was not known before. Never rejects: what is not remembered is only not
 * missed.
 */
export function rememberStore(key: string): Promise<boolean> {
  const result = writing.then(async () => {
    const known = await knownStores();
    if (Object.hasOwn(known, key)) return false;
    await browser.storage.local.set({ [KNOWN_STORES]: { ...known, [key]: true } });
    return true;
  });
  writing = result.catch(() => undefined);
  return result.catch(() => false);
}

/** Forgets stores that are deleted, so that nobody misses them. */
export function forgetStores(keys: ReadonlySet<string>): Promise<void> {
  const result = writing.then(async () => {
    const known = Object.entries(await knownStores()).filter(([key]) => !keys.has(key));
    await browser.storage.local.set({ [KNOWN_STORES]: Object.fromEntries(known) });
  });
  writing = result.catch(() => undefined);
  return result;
}

/** How many stores the database has held and does not hold now. */
export async function countLostStores(rows: readonly Pick<StoreRow, 'key'>[]): Promise<number> {
  const there = new Set(rows.map(({ key }) => key));
  return Object.keys(await knownStores()).filter((key) => !there.has(key)).length;
}

/** Stores by their key: a store that is deleted is taken out wherever its key stands. */
async function knownStores(): Promise<Record<string, true>> {
  const stored = (await browser.storage.local.get(KNOWN_STORES))[KNOWN_STORES];
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, true>) : {};
}
