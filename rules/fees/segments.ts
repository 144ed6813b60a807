import { Big, ceilTo, floorTo, larger, unit } from '../measures/decimals.ts';

/**
 * A stretch of prices on which a fee is a straight line: `base + share × price`, from above the stretch before up to
 * and including `upTo` (null: no end). `share` is a factor, 0.15 for 15 %.
 */
export interface Segment {
  readonly upTo: Big | null;
  readonly base: Big;
  readonly share: Big;
}

const NOTHING = new Big(0);

/** A fee that is the same at every price. */
export function fixedFee(fee: Big): readonly Segment[] {
  return [{ upTo: null, base: fee, share: NOTHING }];
}

/** The exact, unrounded fee at a price; null above the last stretch that is known. */
export function feeAt(segments: readonly Segment[], price: Big): Big | null {
  for (const { upTo, base, share } of segments)
    if (upTo === null || price.lte(upTo)) return base.plus(share.times(price));
  return null;
}

/** Two fees charged together. Known as far as both are. */
export function together(first: readonly Segment[], second: readonly Segment[]): readonly Segment[] {
  const sum: Segment[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return sum;
    const upTo = nearer(a.upTo, b.upTo);
    sum.push({ upTo, base: a.base.plus(b.base), share: a.share.plus(b.share) });
    if (upTo === null) return sum;
    if (a.upTo?.eq(upTo)) i += 1;
    if (b.upTo?.eq(upTo)) j += 1;
  }
}

function nearer(a: Big | null, b: Big | null): Big | null {
  if (a === null) return b;
  return b === null || a.lt(b) ? a : b;
}

export interface Goal {
  /** The lowest price that may be answered, in whole minor units. */
  readonly from: Big;
  /** What must be left of the price after the fees and `share`. */
  readonly keep: Big;
  /** A further share of the price, as a factor, that must be left as well. */
  readonly share?: Big;
  /** Digits of the currency's minor unit. */
  readonly digits: number;
}

/** The lowest price, in whole minor units, that reaches the goal; null when no price does or the fees are not known. */
export function lowestPrice(segments: readonly Segment[], { from, keep, share = NOTHING, digits }: Goal): Big | null {
  let lowest = from;
  for (const segment of segments) {
    if (segment.upTo !== null && lowest.gt(segment.upTo)) continue;
    const kept = new Big(1).minus(segment.share).minus(share);
    if (kept.gt(0)) {
      const price = larger(lowest, ceilTo(keep.plus(segment.base).div(kept), digits));
      if (segment.upTo === null || price.lte(segment.upTo)) return price;
    }
    if (segment.upTo === null) return null;
    lowest = larger(lowest, floorTo(segment.upTo, digits).plus(unit(digits)));
  }
  return null;
}
