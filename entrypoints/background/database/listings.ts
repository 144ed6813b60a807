import type { FactName } from '../../../rules/engine/facts.ts';
import { codeListing, type Identity, identityOfRow, idsFor, recordOf } from '../rows/listing-identity.ts';
import type { ListingRow, SeenFacts } from '../rows/rows.ts';
import { asOne, resolved, type WhichListing } from '../rows/which-listing.ts';
import { database } from './database.ts';
import { rowsAround } from './listing-views.ts';

export type { SeenFacts } from '../rows/rows.ts';

/** Facts that are the same for every offer of an ASIN, whichever SKU they were seen under. */
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

/** Rows that say something of a listing. */
export interface Sources {
  readonly own: ListingRow | undefined;
  /** Rows of its ASIN, with or without its own. */
  readonly sameAsin: readonly ListingRow[];
  /** What the seller's own tables say under its seller's code. */
  readonly item: ListingRow | undefined;
}

/** The object store, whatever others its transaction has. */
interface Listings {
  get(key: [store: string, listing: string]): Promise<ListingRow | undefined>;
  index(name: 'asin' | 'wider'): { getAll(key: [store: string, id: string]): Promise<ListingRow[]> };
}

/** What the stored rows say a record is. */
export interface Known {
  readonly identity: Identity;
  /** What other pages and tables of the same store said of it. */
  readonly seen: SeenFacts;
}

/** The rows that say something of a listing. */
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
  return { own: asOne(which, listing) ?? (item?.listing === listing ? item : undefined), sameAsin: others, item };
}

/**
 * What each record is and what is known of it, in the order of `identities`: records that are shown together tell what
 * belongs together, too. What was seen under another SKU of the same ASIN counts for what belongs to the ASIN, and what
 * the seller's tables say of a seller's code for every listing with it.
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

/** What a record is by now; as it shows itself where the database refuses. */
export async function identityNow(store: string, shown: Identity | null): Promise<Identity | null> {
  const [known] = await knownListingsOf(store, [shown]).catch(() => []);
  return known?.identity ?? shown;
}

/** The listing that an id means by now; null where nothing is stored of it. */
export async function knownListing(store: string, id: string): Promise<{ row: ListingRow; identity: Identity } | null> {
  const transaction = (await database()).transaction('listings', 'readonly');
  const which = await rowsAround(transaction.store, store, [id]);
  await transaction.done;
  const row = asOne(which, which.listingOf(id));
  return row ? { row, identity: resolved(identityOfRow(row), which) } : null;
}

/** What was seen of one listing under its own name. */
export async function factsOf(store: string, listing: string): Promise<SeenFacts> {
  return (await (await database()).get('listings', [store, listing]))?.facts ?? NOTHING;
}

/** Merges the rows that say something of a listing; its own row wins over an older or equal day. */
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
