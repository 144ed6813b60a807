import type { Facts } from '../engine/facts.ts';
import { limitNotPublished, type Unknown, unknown } from '../engine/outcome.ts';
import { type Policy, readPolicy } from '../engine/policy.ts';
import { Big } from '../measures/decimals.ts';
import file from '../policies/amazon/inbound-placement.json' with { type: 'json' };

/** Fees of the cheapest and the dearest region. */
type Range = readonly [least: Big, most: Big];
type Split = 'minimal' | 'partial' | 'optimised';

/** Fees up to and including a weight in ounces, by how far Amazon may split the shipment. */
interface WeightRow extends Readonly<Record<Split, Range>> {
  readonly upTo: Big;
}
type RowFile = { readonly upTo: string } & Readonly<Record<Split, readonly [string, string]>>;

/** Fees in US dollars per unit sent in, by size tier. */
export interface PlacementTable {
  readonly sizeTiers: ReadonlyMap<string, readonly WeightRow[]>;
}

const OUNCES = new Big(16); // in a pound

export const inboundPlacementFees: Policy<PlacementTable> = readTables();

function readTables(): Policy<PlacementTable> {
  const policy = readPolicy(file, { sizeTiers: 'table' });
  return {
    ...policy,
    periods: policy.periods.map(({ values, ...period }) => ({
      ...period,
      values: values && { sizeTiers: readTiers(values.sizeTiers) },
    })),
  };
}

function readTiers(tiers: Record<string, readonly RowFile[]>): PlacementTable['sizeTiers'] {
  return new Map(Object.entries(tiers).map(([word, rows]) => [word, rows.map(readRow)]));
}

function readRow({ upTo, minimal, partial, optimised }: RowFile): WeightRow {
  return { upTo: new Big(upTo), minimal: range(minimal), partial: range(partial), optimised: range(optimised) };
}

function range([least, most]: readonly [string, string]): Range {
  return [new Big(least), new Big(most)];
}

export type PlacementFacts = Pick<Facts, 'sizeTier' | 'shippingWeightOz' | 'shippingWeightLb' | 'split'>;

/** What placing one unit costs, from the cheapest to the dearest region. */
export function placementFee(facts: PlacementFacts, { sizeTiers }: PlacementTable): Range | Unknown {
  const { sizeTier, split } = facts;
  if (!sizeTier) return unknown('sizeTier');
  if (split !== 'minimal' && split !== 'partial' && split !== 'optimised') return unknown('split');
  const rows = sizeTiers.get(sizeTier);
  if (!rows) return limitNotPublished();
  const ounces = facts.shippingWeightOz ?? facts.shippingWeightLb?.times(OUNCES);
  if (!ounces) return unknown('shippingWeightOz');
  // Heavier than the tier allows: tier or weight is wrong.
  return rows.find(({ upTo }) => ounces.lte(upTo))?.[split] ?? unknown('sizeTier');
}
