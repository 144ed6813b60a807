import type { FactName } from '../../../rules/facts.ts';
import { codeListing, type Identity } from '../listing-identity.ts';
import { database } from './database.ts';
import type { ListingRow, SeenFacts } from './schema.ts';

export type { SeenFacts } from './schema.ts';

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
  index(name: 'asin'): { getAll(key: [store: string, asin: string]): Promise<ListingRow[]> };
}

/** The rows that say something of a listing; `own` where it is known already. */
export async function sourcesOf(
  listings: Listings,
  store: string,
  { listing, asin, code }: Identity,
  own?: ListingRow,
): Promise<Sources> {
  const [row, sameAsin, item] = await Promise.all([
    own ?? listings.get([store, listing]),
    asin === null ? [] : listings.index('asin').getAll([store, asin]),
    code === null ? undefined : listings.get([store, codeListing(code)]),
  ]);
  return { own: row, sameAsin, item };
}

/**
 * What other pages and tables of the same store said of each listing, in the order of `identities`. What was seen under
 * another SKU of the same ASIN counts for what belongs to the ASIN; and for all of it where the page shows the ASIN alone
 * and only one SKU has it. What the seller's tables say of a seller's code counts for every listing with it.
 */
export async function seenFacts(store: string, identities: readonly (Identity | null)[]): Promise<SeenFacts[]> {
  const transaction = (await database()).transaction('listings', 'readonly');
  const found = identities.map(async (identity) =>
    identity ? mergeSeen(identity, await sourcesOf(transaction.store, store, identity)) : NOTHING,
  );
  const result = await Promise.all(found);
  await transaction.done;
  return result;
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
