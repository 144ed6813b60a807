import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import type { Identity } from '../rows/listing-identity.ts';
import type { PaidPricesRow } from '../rows/rows.ts';
import { database } from './database.ts';

const NOTHING: readonly PaidDay[] = [];

/**
 * Prices paid for each listing's product by imported orders, in the order of `identities`. The Was Price belongs to the
 * ASIN, so orders of all its SKUs count.
 */
export async function paidDays(
  store: string,
  identities: readonly (Identity | null)[],
): Promise<(readonly PaidDay[])[]> {
  const transaction = (await database()).transaction('paidPrices', 'readonly');
  const found = identities.map((identity) => (identity ? paidDaysOf(transaction.store, store, identity) : NOTHING));
  const result = await Promise.all(found);
  await transaction.done;
  return result;
}

/** The object store; its transaction may have others. */
interface PaidPrices {
  get(key: [store: string, sku: string]): Promise<PaidPricesRow | undefined>;
  index(name: 'asin'): { getAll(key: [store: string, asin: string]): Promise<PaidPricesRow[]> };
}

/** Like {@link paidDays}, within a transaction. */
export async function paidDaysOf(
  paidPrices: PaidPrices,
  store: string,
  { sku, asin }: Pick<Identity, 'sku' | 'asin'>,
): Promise<readonly PaidDay[]> {
  const own = sku === null ? undefined : await paidPrices.get([store, sku]);
  const product = asin ?? own?.asin ?? null;
  if (product === null) return own?.days ?? NOTHING;
  const rows = await paidPrices.index('asin').getAll([store, product]);
  // After an order report without ASINs, the SKU's own row is not in the index.
  if (own && own.asin !== product) rows.push(own);
  return rows.flatMap(({ days }) => days);
}
