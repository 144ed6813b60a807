import type { PaidDay } from '../../../rules/paid-prices.ts';
import { database } from './database.ts';
import { mergeSeen } from './listings.ts';
import { paidDaysOf } from './paid-prices.ts';
import type { ListingRow, SeenFacts, UpcomingRow } from './schema.ts';

/** Listings of one transaction: a check of an open page never waits for more than these. */
const AT_ONCE = 100;

export interface ListingSlice {
  readonly listings: readonly {
    readonly row: ListingRow;
    readonly seen: SeenFacts;
    readonly paid: readonly PaidDay[];
  }[];
  /** The last one's key, to go on after; null when there are no more. */
  readonly next: string | null;
}

/** Some listings of a store with all that pages and orders said of them, after the one of a key; '' for the first ones. */
export async function listingSlice(store: string, after: string): Promise<ListingSlice> {
  const transaction = (await database()).transaction(['listings', 'paidPrices'], 'readonly');
  const known = transaction.objectStore('listings');
  const byAsin = known.index('asin');
  // An empty array sorts after every text: the end of this store's listings.
  const rows = await known.getAll(IDBKeyRange.bound([store, after], [store, []], true), AT_ONCE);
  const listings = await Promise.all(
    rows.map(async (row) => {
      const { listing, sku, asin } = row;
      const sameAsin = asin === null ? [] : await byAsin.getAll([store, asin]);
      const paid = await paidDaysOf(transaction.objectStore('paidPrices'), store, { sku, asin });
      return { row, seen: mergeSeen({ listing, sku, asin }, row, sameAsin), paid };
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
