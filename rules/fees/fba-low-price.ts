import { readPolicy } from '../engine/policy.ts';
import { Big } from '../measures/decimals.ts';
import file from '../policies/amazon/fba-low-price.json' with { type: 'json' };

/** Low-price FBA rates of the European stores, and the fulfilment fees by size and weight where they are known. */
export const fbaLowPrice = readPolicy(file, {
  allUpTo: 'decimal',
  mostUpTo: 'decimal',
  excludedCategories: 'texts',
  sizeTiers: 'table',
});

/** Up to and including a weight in grams: the standard fee and, where it is known, the low-price fee. */
interface WeightRow {
  readonly upTo: string;
  readonly fees: readonly [string, string?];
}
export type EuropeanTiers = Readonly<Record<string, readonly WeightRow[]>>;

export interface BothFees {
  readonly standardFee: Big;
  readonly lowPriceFee: Big | null;
}

/** Both fulfilment fees of a unit, or null where the tier or the weight is not in the table. */
export function bothFees(tiers: EuropeanTiers | undefined, sizeTier: string, grams: Big): BothFees | null {
  if (!tiers || !Object.hasOwn(tiers, sizeTier)) return null;
  const row = tiers[sizeTier]?.find(({ upTo }) => grams.lte(upTo));
  if (!row) return null;
  const [standard, low] = row.fees;
  return { standardFee: new Big(standard), lowPriceFee: low === undefined ? null : new Big(low) };
}
