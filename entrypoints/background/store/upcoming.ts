import { database } from './database.ts';
import { mergeSeen } from './listings.ts';
import type { ListingRow, SeenFacts, UpcomingRow } from './schema.ts';

/** Listings of one transaction: a check of an open page never waits for more than these. */
const AT_ONCE = 100;

export interface ListingSlice {
  readonly listings: readonly { readonly row: ListingRow; readonly seen: SeenFacts }[];
  /** The last one's key, to go on after; null when there are no more. */
  readonly next: string | null;
}

/** Some listings of a store with all that pages said of them, after the one of a key; '' for the first ones. */
export async function listingSlice(store: string, after: string): Promise<ListingSlice> {
  const transaction = (await database()).transaction('listings', 'readonly');
  const byAsin = transaction.store.index('asin');
  // An empty array sorts after every text: the end of this store's listings.
  const rows = await transaction.store.getAll(IDBKeyRange.bound([store, after], [store, []], true), AT_ONCE);
  const listings = await Promise.all(
    rows.map(async (row) => {
      const { listing, sku, asin } = row;
      const sameAsin = asin === null ? [] : await byAsin.getAll([store, asin]);
      return { row, seen: mergeSeen({ listing, sku, asin }, row, sameAsin) };
    }),
  );
  await transaction.done;
  return { listings, next: rows.length < AT_ONCE ? null : (rows.at(-1)?.listing ?? null) };
}

export async function countListings(store: string): Promise<number> {
  return (await database()).count('listings', IDBKeyRange.bound([store], [store, []]));
}

export async function upcomingRows(): Promise<UpcomingRow[]> {
  return (await database()).getAll('upcoming');
}

export async function keepUpcoming(row: UpcomingRow): Promise<void> {
  await (await database()).put('upcoming', row);
}
