import type { FactName, Facts } from '../engine/facts.ts';
import { type NotApplicable, notApplicable, type Ok, ok, type Unknown, unknown } from '../engine/outcome.ts';
import { type Limits, type Policy, readPolicy } from '../engine/policy.ts';
import { Big, larger } from '../measures/decimals.ts';
import file from '../policies/amazon/low-inventory-fee.json' with { type: 'json' };
import { carriedForward } from './carried.ts';
import { isMerchantFulfilled } from './fba.ts';

const shape = {
  /** From this many historical days of supply on there is no fee. */
  minDaysOfSupply: 'count',
  /** Days of supply below which each of a row's fees holds, rising; the last is where the fee ends. */
  steps: 'texts',
  newSellerDays: 'count',
  newSelectionDays: 'count',
  /** Percent replenished from Amazon Warehousing and Distribution, itself exempt. */
  awdShare: 'decimal',
  /** With fewer units sold in 7 days there is no fee; 0 where that exemption does not exist. */
  minUnits: 'count',
  exemptCategories: 'texts',
  freeSizeTiers: 'texts',
  /** Charged and given back. */
  credited: 'flag',
  sizeTiers: 'table',
} as const;

/** Fees per unit up to and including a weight in pounds, one for each step of days. */
interface WeightRow {
  readonly upTo: Big;
  readonly fees: readonly Big[];
}
interface RowFile {
  readonly upTo: string;
  readonly fees: readonly string[];
}
type TierFile = readonly RowFile[] | null;

/** Fees in US dollars per unit shipped. */
export interface LowInventoryTable extends Omit<Limits<typeof shape>, 'steps' | 'sizeTiers'> {
  readonly steps: readonly Big[];
  /** Null: charged, the amount is not published. */
  readonly sizeTiers: ReadonlyMap<string, readonly WeightRow[] | null>;
}

const OUNCES = new Big(16); // in a pound

export const lowInventoryFees: Policy<LowInventoryTable> = readTables();

function readTables(): Policy<LowInventoryTable> {
  const policy = readPolicy(carriedForward(file), shape);
  return {
    ...policy,
    periods: policy.periods.map(({ values, ...period }) => ({ ...period, values: values && readTable(values) })),
  };
}

function readTable(values: Limits<typeof shape>): LowInventoryTable {
  const sizeTiers = new Map<string, readonly WeightRow[] | null>();
  for (const [word, rows] of Object.entries(values.sizeTiers as Record<string, TierFile>))
    sizeTiers.set(word, rows?.map(readRow) ?? null);
  return { ...values, steps: values.steps.map((step) => new Big(step)), sizeTiers };
}

function readRow({ upTo, fees }: RowFile): WeightRow {
  return { upTo: new Big(upTo), fees: fees.map((fee) => new Big(fee)) };
}

/** Facts that decide the fee, each of them optional. */
export const lowInventoryFacts = [
  'daysShort',
  'daysLong',
  'sizeTier',
  'shippingWeightLb',
  'shippingWeightOz',
  'unitsSold7d',
  'lowInvExempt',
  'sellerDaysSinceFirstReceived',
  'sellerPlan',
  'inNewSelection',
  'parentDaysSinceFirstReceived',
  'awdShare90d',
  'isGrocery',
  'feeCategory',
  'fulfilment',
  'fbaOrSfp',
] as const satisfies readonly FactName[];

export type LowInventoryFacts = Pick<Facts, (typeof lowInventoryFacts)[number]>;

/** The fee of one unit shipped now. */
export interface LowInventoryFee {
  /** The greater of both horizons. */
  readonly daysOfSupply: Big;
  /** Lowest and highest fee; they differ while the weight is not known. Null: charged, the amount is not published. */
  readonly fee: { readonly least: Big; readonly most: Big } | null;
}

/** What a unit shipped now is charged; ok where nothing is. */
export function lowInventoryFee(
  facts: LowInventoryFacts,
  table: LowInventoryTable,
): LowInventoryFee | Ok | Unknown | NotApplicable {
  if (isMerchantFulfilled(facts)) return notApplicable('no-trigger');
  if (isExempt(facts, table)) return notApplicable('exempt');
  const { daysShort, daysLong, sizeTier } = facts;
  if (daysShort?.gte(table.minDaysOfSupply) || daysLong?.gte(table.minDaysOfSupply)) return ok();
  if (!daysShort || !daysLong) return missingDays(facts);
  if (!sizeTier) return unknown('sizeTier');
  if (table.freeSizeTiers.includes(sizeTier)) return notApplicable('no-trigger');
  const rows = table.sizeTiers.get(sizeTier);
  if (rows === undefined) return unknown('sizeTier');
  const missing = missingExemption(facts, table);
  if (missing) return missing;
  const daysOfSupply = larger(daysShort, daysLong);
  if (rows === null) return { daysOfSupply, fee: null };
  const fees = feesOf(
    rows,
    pounds(facts),
    table.steps.findIndex((step) => daysOfSupply.lt(step)),
  );
  return fees ? { daysOfSupply, fee: fees } : unknown('sizeTier');
}

function missingDays({ daysShort, daysLong }: LowInventoryFacts): Unknown {
  if (daysShort) return unknown('daysLong');
  return daysLong ? unknown('daysShort') : unknown('daysShort', 'daysLong');
}

/** Known to be exempt. The report's own "No" settles all exemptions. */
function isExempt(facts: LowInventoryFacts, table: LowInventoryTable): boolean {
  if (typeof facts.lowInvExempt === 'boolean') return facts.lowInvExempt;
  const { sellerDaysSinceFirstReceived, sellerPlan, inNewSelection, parentDaysSinceFirstReceived } = facts;
  if (isBelow(facts.unitsSold7d, table.minUnits)) return true;
  if (isBelow(sellerDaysSinceFirstReceived, table.newSellerDays) && sellerPlan !== 'Individual') return true;
  if (inNewSelection && isBelow(parentDaysSinceFirstReceived, table.newSelectionDays)) return true;
  if (facts.awdShare90d?.gte(table.awdShare)) return true;
  const category = facts.isGrocery ? 'grocery' : facts.feeCategory;
  return category ? table.exemptCategories.includes(category) : false;
}

/** An exemption that may hold, for all that is known. */
function missingExemption(facts: LowInventoryFacts, table: LowInventoryTable): Unknown | undefined {
  if (facts.lowInvExempt === false) return undefined;
  const { unitsSold7d, inNewSelection, parentDaysSinceFirstReceived } = facts;
  if (table.minUnits > 0 && typeof unitsSold7d !== 'number') return unknown('unitsSold7d');
  if (inNewSelection && typeof parentDaysSinceFirstReceived !== 'number')
    return unknown('parentDaysSinceFirstReceived');
  if (inNewSelection === undefined && isBelow(parentDaysSinceFirstReceived, table.newSelectionDays))
    return unknown('inNewSelection');
  return undefined;
}

function isBelow(count: number | null | undefined, limit: number): boolean {
  return typeof count === 'number' && count < limit;
}

function pounds({ shippingWeightLb, shippingWeightOz }: LowInventoryFacts): Big | null {
  return shippingWeightLb ?? shippingWeightOz?.div(OUNCES) ?? null;
}

/** Null where the weight is more than the size tier allows: one of the two is wrong. */
function feesOf(rows: readonly WeightRow[], weight: Big | null, step: number): LowInventoryFee['fee'] {
  const [first, last] = weight ? [rows.find(({ upTo }) => weight.lte(upTo))] : [rows[0], rows.at(-1)];
  const least = first?.fees[step];
  return least ? { least, most: last?.fees[step] ?? least } : null;
}
