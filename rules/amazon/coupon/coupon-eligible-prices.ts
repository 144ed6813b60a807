import { limit } from '../../engine/policy.ts';
import type { Site } from '../../engine/sites.ts';
import { type Big, floorTo, larger } from '../../measures/decimals.ts';
import { couponWasPrice } from '../../policies/amazon/coupon-was-price.ts';

/** Up to which prices a coupon is taken, from a Was Price. */
export interface EligiblePrices {
  /** The highest price that a coupon may be taken from. */
  readonly maxPrice: Big;
  /** The highest price that may be left after the coupon. */
  readonly maxNetPrice: Big;
}

/**
 * The prices at which `amazon/coupon-price-above-was` and `amazon/coupon-net-not-below-was` pass, rounded down to the
 * currency's digits; null where no number is in force.
 */
export function eligiblePrices(wasPrice: Big, day: string, site: Site, digits: number): EligiblePrices | null {
  const values = limit(couponWasPrice, day, site)?.values;
  if (!values || wasPrice.lte(0)) return null;
  return {
    maxPrice: floorTo(wasPrice.times(values.maxBaseOverWas), digits),
    maxNetPrice: floorTo(wasPrice.times(values.maxNetOverWas), digits),
  };
}

/** The Was Price by the reading that asks less; null where the readings are not both known. */
export function higherReading(without: Big | null | undefined, withPromotions: Big | null | undefined): Big | null {
  return without && withPromotions ? larger(without, withPromotions) : null;
}
