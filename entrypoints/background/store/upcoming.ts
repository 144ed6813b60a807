import type { PaidDay } from '../../../rules/paid-prices.ts';
import { codeListing, identityOfRow, isCode } from '../listing-identity.ts';
import { database } from './database.ts';
import { mergeSeen, sourcesOf } from './listings.ts';
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
  // An empty array sorts after every text: the end of this store's listings.
  const rows = await known.getAll(IDBKeyRange.bound([store, after], [store, []], true), AT_ONCE);
  const listings = await Promise.all(
    rows
      .filter(({ listing }) => !isCode(listing))
      .map(async (row) => {
        const identity = identityOfRow(row);
        const sources = await sourcesOf(known, store, identity, row);
        const paid = await paidDaysOf(transaction.objectStore('paidPrices'), store, identity);
        return { row, seen: mergeSeen(identity, sources), paid };
      }),
  );
  await transaction.done;
  return { listings, next: rows.length < AT_ONCE ? null : (rows.at(-1)?.listing ?? null) };
}

export async function countListings(store: string): Promise<number> {
  const opened = await database();
  const [all, codes] = await Promise.all([
    opened.count('listings', IDBKeyRange.bound([store], [store, []])),
    opened.count('listings', IDBKeyRange.bound([store, codeListing('')], [store, codeListing('\uffff')])),
  ]);
  return all - codes;
}

export async function upcomingRows(): Promise<UpcomingRow[]> {
  return (await database()).getAll('upcoming');
}

export async function keepUpcoming(row: UpcomingRow): Promise<void> {
  await (await database()).put('upcoming', row);
}
