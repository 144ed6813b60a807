import type { Facts } from '../engine/facts.ts';
import { type Unknown, unknown } from '../engine/outcome.ts';
import type { CheckContext } from '../engine/rule.ts';
import { Big, roundTo } from '../measures/decimals.ts';
import { fbaSegments, fbaTable, inPeak, isMerchantFulfilled } from './fba.ts';
import { referralTable, referralTerms } from './referral.ts';
import { feeAt, fixedFee, lowestPrice, type Segment, together } from './segments.ts';

/** What a unit costs the seller at any price: Amazon's fees by price, and what stays the same. */
export interface UnitCosts {
  readonly referral: readonly Segment[];
  readonly fba: readonly Segment[];
  /** Own cost and the coupon's fee. */
  readonly fixed: Big;
  /** The outcome at prices beyond the known tables. */
  readonly beyond: Unknown;
}

const NOTHING = new Big(0);
const NO_FEE = fixedFee(NOTHING);

/** The costs of a unit whose own cost is known, or what is missing. */
export function unitCosts(facts: Facts & { unitCost: Big }, context: CheckContext): UnitCosts | Unknown {
  const referral = referralTerms(facts, referralTable(context.day, context.site));
  if ('kind' in referral) return referral;
  const fba = fulfilment(facts, context);
  if ('kind' in fba) return fba;
  const fixed = facts.unitCost.plus(facts.couponFeePerUnit ?? NOTHING);
  return { referral: referral.segments, fba, fixed, beyond: referral.beyond };
}

/** The fee preview's own value wins. A lower bound or an unknown table is no basis for a margin. */
function fulfilment(facts: Facts, { day, site }: CheckContext): readonly Segment[] | Unknown {
  if (facts.fbaFee) return fixedFee(facts.fbaFee);
  if (isMerchantFulfilled(facts)) return NO_FEE;
  const table = fbaTable(day, site);
  if (table === null || inPeak(day, table)) return unknown('fbaFee');
  const segments = fbaSegments(facts, table);
  return 'kind' in segments ? unknown('fbaFee') : segments;
}

export interface Margin {
  readonly referralFee: Big;
  readonly fbaFee: Big;
  /** Exact amount left of the price. */
  readonly left: Big;
}

/** What is left of a price, or why it cannot be said. Fees are rounded for display, what is left comes from exact ones. */
export function marginAt(price: Big, costs: UnitCosts, digits: number): Margin | Unknown {
  const [referralFee, fbaFee] = [feeAt(costs.referral, price), feeAt(costs.fba, price)];
  if (referralFee === null || fbaFee === null) return costs.beyond;
  const left = price.minus(referralFee).minus(fbaFee).minus(costs.fixed);
  return { referralFee: roundTo(referralFee, digits), fbaFee: roundTo(fbaFee, digits), left };
}

/** The lowest price, from a given one up, that leaves a margin (percent); null when none does. */
export function priceForMargin(from: Big, targetPercent: Big, costs: UnitCosts, digits: number): Big | null {
  const share = targetPercent.div(100);
  return lowestPrice(together(costs.referral, costs.fba), { from, keep: costs.fixed, share, digits });
}
