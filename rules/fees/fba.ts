import type { Facts } from '../engine/facts.ts';
import { limitNotPublished, type Unknown, unknown } from '../engine/outcome.ts';
import { limit, type Policy, readPolicy } from '../engine/policy.ts';
import type { Site } from '../engine/sites.ts';
import { Big, percent, unit } from '../measures/decimals.ts';
import file from '../policies/amazon/fba-fees.json' with { type: 'json' };
import { carriedForward } from './carried.ts';
import type { Segment } from './segments.ts';

/** A further fee for weight above a mark, by the rounded shipping weight. */
interface WeightFee {
  readonly above: Big;
  /** The fee is for this much weight. */
  readonly per: Big;
  readonly fee: Big;
}

/** Fees of one size tier up to and including a weight, by price band. */
interface WeightRow {
  readonly upTo: Big | null;
  readonly low: Big;
  readonly middle: Big;
  readonly high: Big;
  readonly plus: WeightFee | null;
}

interface SizeTier {
  readonly unit: 'oz' | 'lb';
  readonly rows: readonly WeightRow[];
}

/** Fees per unit shipped, in US dollars. */
export interface FbaTable {
  readonly surchargePercent: Big;
  /** What a fee is multiplied by for the surcharge. */
  readonly factor: Big;
  /** Prices below this have the low-price fees. */
  readonly lowBelow: Big;
  /** The highest price below it: the table is in US dollars, with two digits after the point. */
  readonly lowUpTo: Big;
  /** The middle band ends with this price. */
  readonly middleUpTo: Big;
  /** First and last day of the peak season as MM-DD; its own fees are not known and are higher. */
  readonly peakFrom: string;
  readonly peakTo: string;
  /** Fee categories with fees of their own, which are not known. */
  readonly apparelCategories: readonly string[];
  /** Null: a size tier whose fees are not known. */
  readonly sizeTiers: ReadonlyMap<string, SizeTier | null>;
}

interface RowFile {
  readonly upTo: string | null;
  readonly fees: readonly [string, string, string];
  readonly plus?: { readonly above: string; readonly per: string; readonly fee: string };
}
type TierFile = { readonly unit: 'oz' | 'lb'; readonly rows: readonly RowFile[] } | null;

const OUNCES = new Big(16); // in a pound
const POUNDS = new Big('0.0625'); // in an ounce; a product is exact, and much faster than a quotient
const QUARTERS = new Big(4); // in a pound
const NOTHING = new Big(0);
const LIMIT = limitNotPublished();

/** US fulfilment fees outside the peak season, without apparel and dangerous goods. */
export const fbaFees: Policy<FbaTable> = readTables();

function readTables(): Policy<FbaTable> {
  const policy = readPolicy(carriedForward(file), {
    surchargePercent: 'decimal',
    lowBelow: 'decimal',
    middleUpTo: 'decimal',
    peakFrom: 'text',
    peakTo: 'text',
    apparelCategories: 'texts',
    sizeTiers: 'table',
  });
  return {
    ...policy,
    periods: policy.periods.map(({ values, ...period }) => ({
      ...period,
      values: values && {
        ...values,
        factor: percent(values.surchargePercent).plus(1),
        lowUpTo: values.lowBelow.minus(unit(2)),
        sizeTiers: readTiers(values.sizeTiers),
      },
    })),
  };
}

function readTiers(tiers: Record<string, TierFile>): FbaTable['sizeTiers'] {
  const read = new Map<string, SizeTier | null>();
  for (const [word, tier] of Object.entries(tiers))
    read.set(word, tier && { unit: tier.unit, rows: tier.rows.map(readRow) });
  return read;
}

function readRow({ upTo, fees, plus }: RowFile): WeightRow {
  const [low, middle, high] = fees;
  return {
    upTo: upTo === null ? null : new Big(upTo),
    low: new Big(low),
    middle: new Big(middle),
    high: new Big(high),
    plus: plus ? { above: new Big(plus.above), per: new Big(plus.per), fee: new Big(plus.fee) } : null,
  };
}

/** The table in force on a day at a site; null where none is known. */
export function fbaTable(day: string, site: Site): FbaTable | null {
  return limit(fbaFees, day, site)?.values ?? null;
}

/** Words that name the size tiers of a site on a day, for a selector; empty where no table is known. */
export function sizeTiers(site: Site, day: string): readonly string[] {
  return [...(fbaTable(day, site)?.sizeTiers.keys() ?? [])];
}

/** Whether a day lies in the peak season, in which the table is only a lower bound. */
export function inPeak(day: string, { peakFrom, peakTo }: FbaTable): boolean {
  const date = day.slice('YYYY-'.length);
  return date >= peakFrom || date <= peakTo;
}

/** Facts that decide the fulfilment fee beside the price. */
export type FbaFacts = Pick<
  Facts,
  'sizeTier' | 'shippingWeightOz' | 'shippingWeightLb' | 'feeCategory' | 'fulfilment' | 'fbaOrSfp'
>;

/** Known not to be fulfilled by Amazon. */
export function isMerchantFulfilled({ fulfilment, fbaOrSfp }: Pick<Facts, 'fulfilment' | 'fbaOrSfp'>): boolean {
  return fulfilment === 'MFN' || fbaOrSfp === false;
}

/** The table's fee with surcharge at any price, or what is missing. In the peak season a lower bound. */
export function fbaSegments(facts: FbaFacts, table: FbaTable | null): readonly Segment[] | Unknown {
  if (!facts.sizeTier) return unknown('sizeTier');
  const ounces = facts.shippingWeightOz ?? facts.shippingWeightLb?.times(OUNCES);
  if (!ounces) return unknown('shippingWeightOz');
  if (table === null || (facts.feeCategory && table.apparelCategories.includes(facts.feeCategory))) return LIMIT;
  const tier = table.sizeTiers.get(facts.sizeTier);
  if (!tier) return tier === null ? LIMIT : unknown('sizeTier');
  const row = rowFor(tier, ounces);
  // Heavier than the tier allows: tier or weight is wrong.
  if (!row) return unknown('sizeTier');
  const weight = weightFee(row, ounces);
  const band = (upTo: Big | null, fee: Big): Segment => ({
    upTo,
    base: fee.plus(weight).times(table.factor),
    share: NOTHING,
  });
  return [band(table.lowUpTo, row.low), band(table.middleUpTo, row.middle), band(null, row.high)];
}

function rowFor({ unit: weightUnit, rows }: SizeTier, ounces: Big): WeightRow | undefined {
  const weight = weightUnit === 'oz' ? ounces : ounces.times(POUNDS);
  return rows.find(({ upTo }) => upTo === null || weight.lte(upTo));
}

function weightFee({ plus }: WeightRow, ounces: Big): Big {
  if (!plus) return NOTHING;
  const above = roundedPounds(ounces).minus(plus.above);
  return above.gt(0) ? above.div(plus.per).times(plus.fee) : NOTHING;
}

/** Shipping weight as it is charged: up to a whole ounce below 1 lb, a quarter pound up to 20 lb, a whole pound above. */
export function roundedPounds(ounces: Big): Big {
  const pounds = ounces.times(POUNDS);
  if (pounds.lt(1)) return ounces.round(0, Big.roundUp).times(POUNDS);
  if (pounds.lte(20)) return pounds.times(QUARTERS).round(0, Big.roundUp).div(QUARTERS);
  return pounds.round(0, Big.roundUp);
}

/** One line of the fee's explanation. Exact, unrounded. */
export interface FbaLine {
  readonly kind: 'fulfilment' | 'weight' | 'surcharge';
  /** For the surcharge, of the lines before it. */
  readonly percent: Big | null;
  readonly fee: Big;
}

export interface FbaQuestion {
  readonly day: string;
  readonly site: Site;
  readonly sizeTier: string;
  readonly ounces: Big;
  readonly price: Big;
}

export interface FbaExplanation {
  readonly lines: readonly FbaLine[];
  /** In the peak season the real fee is higher. */
  readonly lowerBound: boolean;
}

/** How a fulfilment fee comes about, line by line. Null where the table or the tier's fees are not known. */
export function fbaLines({ day, site, sizeTier, ounces, price }: FbaQuestion): FbaExplanation | null {
  const table = fbaTable(day, site);
  const tier = table?.sizeTiers.get(sizeTier);
  const row = tier && rowFor(tier, ounces);
  if (!table || !row) return null;
  const fee = price.lt(table.lowBelow) ? row.low : price.lte(table.middleUpTo) ? row.middle : row.high;
  const weight = weightFee(row, ounces);
  const surcharge = fee.plus(weight).times(percent(table.surchargePercent));
  const lines: FbaLine[] = [{ kind: 'fulfilment', percent: null, fee }];
  if (weight.gt(0)) lines.push({ kind: 'weight', percent: null, fee: weight });
  if (surcharge.gt(0)) lines.push({ kind: 'surcharge', percent: table.surchargePercent, fee: surcharge });
  return { lines, lowerBound: inPeak(day, table) };
}
