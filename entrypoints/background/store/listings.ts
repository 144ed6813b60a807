import type { FactName } from '../../../rules/facts.ts';
import type { Identity } from '../listing-identity.ts';
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

/**
 * What other pages of the same store said of each listing, in the order of `identities`. What was seen under another
 * SKU of the same ASIN counts for what belongs to the ASIN; and for all of it where the page shows the ASIN alone and
 * only one SKU has it.
 */
export async function seenFacts(store: string, identities: readonly (Identity | null)[]): Promise<SeenFacts[]> {
  const transaction = (await database()).transaction('listings', 'readonly');
  const byAsin = transaction.store.index('asin');
  const found = identities.map(async (identity) => {
    if (!identity) return NOTHING;
    const [own, sameAsin] = await Promise.all([
      transaction.store.get([store, identity.listing]),
      identity.asin === null ? [] : byAsin.getAll([store, identity.asin]),
    ]);
    return mergeSeen(identity, own, sameAsin);
  });
  const result = await Promise.all(found);
  await transaction.done;
  return result;
}

/** Merges the rows of one ASIN into what holds for one of its listings; the own row wins over an older or equal day. */
export function mergeSeen(identity: Identity, own: ListingRow | undefined, sameAsin: readonly ListingRow[]): SeenFacts {
  const others = sameAsin.filter(({ listing }) => listing !== identity.listing);
  if (others.length === 0) return own?.facts ?? NOTHING;
  const offers = others.filter(({ sku }) => sku !== null);
  const takeAll = identity.sku === null && offers.length === 1;
  const merged: Record<string, SeenFacts[FactName]> = {};
  for (const row of [...others, ...(own ? [own] : [])]) {
    const isOwn = row === own;
    for (const [name, fact] of Object.entries(row.facts)) {
      if (!isOwn && !takeAll && !asinFacts.has(name)) continue;
      const known = merged[name];
      if (!known || known.day < fact.day || (isOwn && known.day === fact.day)) merged[name] = fact;
    }
  }
  return merged;
}
