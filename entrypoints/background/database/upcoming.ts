import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { codeListing, type Identity, identityOfRow, isCode } from '../rows/listing-identity.ts';
import type { SeenFacts, UpcomingRow } from '../rows/rows.ts';
import { resolved } from '../rows/which-listing.ts';
import { database } from './database.ts';
import { rowsAround } from './listing-views.ts';
import { mergeSeen, sourcesOf } from './listings.ts';
import { paidDaysOf } from './paid-prices.ts';

/** Listings of one transaction: a check of an open page never waits for more than these. */
const AT_ONCE = 100;

export interface ListingSlice {
  readonly listings: readonly {
    readonly identity: Identity;
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
  const own = rows.filter(({ listing }) => !isCode(listing));
  const which = await rowsAround(
    known,
    store,
    own.map(({ listing }) => listing),
  );
  const listings = await Promise.all(
    own
      // What is another listing's wider number is looked at with that one.
      .filter(({ listing }) => which.listingOf(listing) === listing)
      .map(async (row) => {
        const identity = resolved(identityOfRow(row), which);
        const sources = await sourcesOf(known, store, identity, which);
        const paid = await paidDaysOf(transaction.objectStore('paidPrices'), store, identity);
        return { identity, seen: mergeSeen(identity, sources), paid };
      }),
  );
  await transaction.done;
  return { listings, next: rows.length < AT_ONCE ? null : (rows.at(-1)?.listing ?? null) };
}

/** At most how many listings a store has: what turns out to be one of them is counted too. */
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
