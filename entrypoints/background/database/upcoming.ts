import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { codeListing, type Identity, identityOfRow, isCode } from '../rows/listing-identity.ts';
import type { SeenFacts, UpcomingRow } from '../rows/rows.ts';
import { resolved } from '../rows/which-listing.ts';
import { database } from './database.ts';
import { rowsAround } from './listing-views.ts';
import { mergeSeen, sourcesOf } from './listings.ts';
import { paidDaysOf } from './paid-prices.ts';

/** Listings per transaction: a check of an open page never waits for more. */
const BATCH_SIZE = 100;

export interface ListingSlice {
  readonly listings: readonly {
    readonly identity: Identity;
    readonly seen: SeenFacts;
    readonly paid: readonly PaidDay[];
  }[];
  /** Key of the last listing, to continue after; null at the end. */
  readonly next: string | null;
}

/** A batch of a shop's listings with all facts from pages and orders, after a key; '' for the first batch. */
export async function listingSlice(store: string, after: string): Promise<ListingSlice> {
  const transaction = (await database()).transaction(['listings', 'paidPrices'], 'readonly');
  const known = transaction.objectStore('listings');
  // An empty array sorts after every text: the end of this shop's listings.
  const rows = await known.getAll(IDBKeyRange.bound([store, after], [store, []], true), BATCH_SIZE);
  const own = rows.filter(({ listing }) => !isCode(listing));
  const which = await rowsAround(
    known,
    store,
    own.map(({ listing }) => listing),
  );
  const listings = await Promise.all(
    own
      // Another listing's wider number is scanned with that listing.
      .filter(({ listing }) => which.listingOf(listing) === listing)
      .map(async (row) => {
        const identity = resolved(identityOfRow(row), which);
        const sources = await sourcesOf(known, store, identity, which);
        const paid = await paidDaysOf(transaction.objectStore('paidPrices'), store, identity);
        return { identity, seen: mergeSeen(identity, sources), paid };
      }),
  );
  await transaction.done;
  return { listings, next: rows.length < BATCH_SIZE ? null : (rows.at(-1)?.listing ?? null) };
}

/** Upper bound of a shop's listings: rows that turn out to be one listing are counted separately. */
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

export async function storeUpcoming(row: UpcomingRow): Promise<void> {
  await (await database()).put('upcoming', row);
}
