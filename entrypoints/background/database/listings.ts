import type { FactName } from '../../../rules/engine/facts.ts';
import { codeListing, type Identity, identityOfRow, idsFor, recordOf } from '../rows/listing-identity.ts';
import type { ListingRow, SeenFacts } from '../rows/rows.ts';
import { mergedListing, resolved, type WhichListing } from '../rows/which-listing.ts';
import { database } from './database.ts';
import { rowsAround } from './listing-views.ts';

export type { SeenFacts } from '../rows/rows.ts';

/** Facts shared by all offers of an ASIN, whichever SKU they were seen under. */
const asinFacts: ReadonlySet<string> = new Set<FactName>([
  'title',
  'brand',
  'productType',
  'wasPrice',
  'wasPriceExists',
  'requiredNetPrice',
  'suggestedYourPrice',
  'rating',
  'ratingCount',
  'isMedia',
  'couponType',
  'couponPercent',
  'couponAmount',
  'couponStart',
  'couponEnd',
  'couponCreatedOn',
  'couponBudget',
  'couponKind',
  'onePerCustomer',
]);

const NOTHING: SeenFacts = {};

/** Rows with facts about a listing. */
export interface Sources {
  readonly own: ListingRow | undefined;
  /** Rows of its ASIN; may include its own. */
  readonly sameAsin: readonly ListingRow[];
  /** Facts from the seller's own tables, stored under its seller's code. */
  readonly item: ListingRow | undefined;
}

/** The object store; its transaction may have others. */
interface Listings {
  get(key: [store: string, listing: string]): Promise<ListingRow | undefined>;
  index(name: 'asin' | 'wider'): { getAll(key: [store: string, id: string]): Promise<ListingRow[]> };
}

/** A record resolved against the stored rows. */
export interface Known {
  readonly identity: Identity;
  /** Facts about it from other pages and tables of the same shop. */
  readonly seen: SeenFacts;
}

/** Collects the rows with facts about a listing. */
export async function sourcesOf(
  listings: Listings,
  store: string,
  { listing, asin, code }: Identity,
  which: WhichListing,
): Promise<Sources> {
  const [sameAsin, item] = await Promise.all([
    asin === null ? [] : listings.index('asin').getAll([store, asin]),
    code === null ? undefined : listings.get([store, codeListing(code)]),
  ]);
  const own = which.rowsOf(listing);
  const others = sameAsin.filter((row) => !own.some((one) => one.listing === row.listing));
  return {
    own: mergedListing(which, listing) ?? (item?.listing === listing ? item : undefined),
    sameAsin: others,
    item,
  };
}

/**
 * Resolves records and collects what is known about each, in the order of `identities`. Records shown together also
 * tell which numbers belong together. A fact seen under another SKU of the same ASIN counts if it belongs to the ASIN;
 * facts from the seller's tables count for every listing with that seller's code.
 */
export async function knownListingsOf(
  store: string,
  identities: readonly (Identity | null)[],
): Promise<(Known | null)[]> {
  const transaction = (await database()).transaction('listings', 'readonly');
  const ids = identities.flatMap((identity) => (identity ? [recordOf(identity), ...idsFor(identity)] : []));
  const which = await rowsAround(transaction.store, store, ids);
  for (const identity of identities) if (identity) which.link(identity);
  const known = await Promise.all(
    identities.map(async (shown) => {
      if (!shown) return null;
      const identity = resolved(shown, which);
      const seen = mergeSeen(identity, await sourcesOf(transaction.store, store, identity, which));
      return { identity, seen };
    }),
  );
  await transaction.done;
  return known;
}

/** A record's current identity; the one it shows itself if the database refuses. */
export async function identityNow(store: string, shown: Identity | null): Promise<Identity | null> {
  const [known] = await knownListingsOf(store, [shown]).catch(() => []);
  return known?.identity ?? shown;
}

/** The listing an id refers to now; null if nothing is stored about it. */
export async function knownListing(store: string, id: string): Promise<{ row: ListingRow; identity: Identity } | null> {
  const transaction = (await database()).transaction('listings', 'readonly');
  const which = await rowsAround(transaction.store, store, [id]);
  await transaction.done;
  const row = mergedListing(which, which.listingOf(id));
  return row ? { row, identity: resolved(identityOfRow(row), which) } : null;
}

/** Facts of one listing, stored under its own id. */
export async function factsOf(store: string, listing: string): Promise<SeenFacts> {
  return (await (await database()).get('listings', [store, listing]))?.facts ?? NOTHING;
}

/** Merges the rows with facts about a listing; on an equal or newer day its own row wins. */
export function mergeSeen(identity: Identity, { own, sameAsin, item }: Sources): SeenFacts {
  const others = sameAsin.filter(({ listing }) => listing !== identity.listing);
  const ofItem = item && item.listing !== identity.listing ? [item] : [];
  if (others.length === 0 && ofItem.length === 0) return own?.facts ?? NOTHING;
  const offers = others.filter(({ sku }) => sku !== null);
  const takeAll = identity.sku === null && offers.length === 1;
  const merged: Record<string, SeenFacts[FactName]> = {};
  for (const row of [...others, ...ofItem, ...(own ? [own] : [])]) {
    const isOwn = row === own;
    for (const [name, fact] of Object.entries(row.facts)) {
      if (!isOwn && row !== item && !takeAll && !asinFacts.has(name)) continue;
      const known = merged[name];
      if (!known || known.day < fact.day || (isOwn && known.day === fact.day)) merged[name] = fact;
    }
  }
  return merged;
}
