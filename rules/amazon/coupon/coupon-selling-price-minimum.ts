import type { Figures } from '../../engine/outcome.ts';
import { ok, unknown, violation } from '../../engine/outcome.ts';
import { limit, readPolicy } from '../../engine/policy.ts';
import { type CheckContext, defineRule } from '../../engine/rule.ts';
import { Big, ceilTo, floorTo, percent, unit } from '../../measures/decimals.ts';
import { couponDiscount } from '../../policies/amazon/coupon-discount.ts';
import file from '../../policies/amazon/coupon-selling-price.json' with { type: 'json' };

const couponSellingPrice = readPolicy(file, { storeMinimum: 'decimal' });

const NONE = new Big(0);

/**
 * Current price and shipping are together above the store's minimum, in its own currency; exactly the minimum is too
 * low. Where only the price after the coupon is too low, the texts differ, so that is a warning.
 */
export default defineRule({
  id: 'amazon/coupon-selling-price-minimum',
  topic: 'coupon',
  severity: 'error',
  needs: ['basePrice'],
  uses: ['shippingPrice', 'netPrice', 'couponType', 'couponPercent', 'couponAmount', 'salePrice'],
  // Without a Sale Price the base price is Your Price; without a coupon only the current price counts.
  emptyWhenAbsent: ['salePrice', 'couponPercent', 'couponAmount'],
  marks: ['yourPrice', 'salePrice', 'couponPercent', 'couponAmount'],
  policy: couponSellingPrice,
  check(facts, { storeMinimum }, context) {
    const { basePrice, shippingPrice, netPrice } = facts;
    if (basePrice.gt(storeMinimum) && (!netPrice || netPrice.gt(storeMinimum))) return ok();
    if (shippingPrice === undefined) return unknown('shippingPrice');
    const shipping = shippingPrice ?? NONE;
    const highestTooLow = storeMinimum.minus(shipping);
    const price = { basePrice, shippingPrice: shipping };
    if (basePrice.lte(highestTooLow)) {
      return violation({
        values: { ...price, totalSalesPrice: basePrice.plus(shipping), storeMinimum },
        fix: { minPrice: justAbove(highestTooLow, context.digits) },
      });
    }
    if (!netPrice || netPrice.gt(highestTooLow)) return ok();
    const fix = netFix(facts, highestTooLow, context);
    return violation({
      severity: 'warning',
      message: fix.minPrice ? 'net' : 'netOnly',
      marks: ['couponPercent', 'couponAmount', 'yourPrice', 'salePrice'],
      // Rounded down: it must not read as one that passes.
      values: { ...price, netPrice: floorTo(netPrice, context.digits), storeMinimum },
      fix,
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '5.01' } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '3.00', shippingPrice: '2.01' } },
      { site: 'JP', day: '2026-11-20', facts: { basePrice: '2', shippingPrice: '0' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '5.00', shippingPrice: '0' },
        gives: { minPrice: '5.01' },
        severity: 'error',
      },
      {
        site: 'MX',
        day: '2026-11-20',
        facts: { basePrice: '60.00', shippingPrice: '40.00' },
        gives: { minPrice: '60.01' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '6.00', shippingPrice: '0', couponType: 'percent', couponPercent: '20' },
        gives: { minPrice: '6.26', maxCouponPercent: '16' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '6.00', shippingPrice: '0', couponType: 'amount', couponAmount: '1.00' },
        gives: { minPrice: '6.01', maxAmount: '0.99' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '6.00', shippingPrice: '0', couponType: 'percent', couponPercent: '100' },
        gives: { maxCouponPercent: '16' },
        severity: 'warning',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '4.00' } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '6.00', couponType: 'percent', couponPercent: '20' } },
      { site: 'IT', day: '2026-11-20', facts: { basePrice: '4.00', shippingPrice: '0' } },
    ],
    notApplicable: [{ site: 'US', day: '2024-03-11', facts: { basePrice: '4.00', shippingPrice: '0' } }],
  },
});

interface Discounted {
  readonly basePrice: Big;
  readonly couponType?: string | null;
  readonly couponPercent?: Big | null;
  readonly couponAmount?: Big | null;
}

/** The lowest price that keeps the coupon, and the largest coupon that keeps the price where one is large enough. */
function netFix(
  { basePrice, couponType, couponPercent, couponAmount }: Discounted,
  highestTooLow: Big,
  { day, site, digits }: CheckContext,
): Figures {
  const range = limit(couponDiscount, day, site)?.values;
  const least = range?.minPercent ?? NONE;
  const room = basePrice.minus(highestTooLow);
  if (couponType === 'amount' && couponAmount) {
    const maxAmount = ceilTo(room, digits).minus(unit(digits));
    return {
      minPrice: justAbove(highestTooLow.plus(couponAmount), digits),
      ...(maxAmount.gte(basePrice.times(percent(least))) ? { maxAmount } : {}),
    };
  }
  if (!couponPercent || basePrice.lte(0)) return {};
  const kept = new Big(1).minus(percent(couponPercent));
  const maxCouponPercent = ceilTo(room.times(100).div(basePrice), 0).minus(1);
  return {
    // A coupon of 100 % leaves nothing at any price.
    ...(kept.gt(0) ? { minPrice: justAbove(highestTooLow.div(kept), digits) } : {}),
    ...(maxCouponPercent.gte(least) ? { maxCouponPercent } : {}),
  };
}

/** The lowest amount of whole minor units above `value`. */
function justAbove(value: Big, digits: number): Big {
  return floorTo(value, digits).plus(unit(digits));
}
