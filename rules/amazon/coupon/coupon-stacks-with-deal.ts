import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { limit, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, ceilTo, floorTo, percent } from '../../measures/decimals.ts';
import { couponDiscount } from '../../policies/amazon/coupon-discount.ts';
import file from '../../policies/amazon/coupon-stacking.json' with { type: 'json' };

const NONE = new Big(0);

/**
 * A deal and a coupon at once leave at least the seller's floor price per unit; the floor itself is enough. In a
 * Lightning Deal the coupon's percentage is taken from the price before the deal.
 */
export default defineRule({
  id: 'amazon/coupon-stacks-with-deal',
  topic: 'coupon',
  severity: 'warning',
  needs: ['dealPrice', 'floorPrice'],
  uses: ['standardPrice', 'yourPrice', 'couponType', 'couponPercent', 'couponAmount'],
  marks: ['couponPercent', 'couponAmount', 'dealPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check(facts, _limits, { day, site, digits }) {
    const { dealPrice, floorPrice, couponType, couponPercent, couponAmount } = facts;
    const standardPrice = facts.standardPrice ?? facts.yourPrice;
    const byAmount = couponType === 'amount';
    const coupon = byAmount ? couponAmount : couponPercent;
    if (coupon === null) return notApplicable('nothing-to-check');
    if (!coupon) return unknown(byAmount ? 'couponAmount' : 'couponPercent');
    if (!standardPrice?.gt(0)) return unknown('yourPrice');
    const stackedNet = dealPrice.minus(byAmount ? coupon : standardPrice.times(percent(coupon)));
    if (stackedNet.gte(floorPrice)) return ok({ stackedNet });

    const room = dealPrice.minus(floorPrice);
    const largest = byAmount ? floorTo(room, digits) : floorTo(room.times(100).div(standardPrice), 0);
    const leastPercent = limit(couponDiscount, day, site)?.values?.minPercent ?? NONE;
    const least = byAmount ? ceilTo(standardPrice.times(percent(leastPercent)), digits) : leastPercent;
    return violation({
      // Below the smallest coupon there is, only leaving it out helps.
      message: largest.lt(least) ? 'noCoupon' : byAmount ? 'amount' : 'problem',
      values: { standardPrice, dealPrice, stackedNet, floorPrice },
      fix: largest.lt(0) ? {} : byAmount ? { maxAmount: largest } : { maxCouponPercent: largest },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { standardPrice: '100.00', dealPrice: '80.00', couponPercent: '5', floorPrice: '75.00' },
        gives: { stackedNet: '75.00' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { standardPrice: '100.00', dealPrice: '80.00', couponPercent: '10', floorPrice: '74.00' },
        gives: { maxCouponPercent: '6' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          yourPrice: '100.00',
          dealPrice: '80.00',
          couponType: 'amount',
          couponAmount: '6.01',
          floorPrice: '74.00',
        },
        gives: { maxAmount: '6.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { standardPrice: '100.00', dealPrice: '80.00', couponPercent: '5', floorPrice: '80.01' },
      },
    ],
    unknown: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { standardPrice: '100.00', couponPercent: '5', floorPrice: '70.00' },
      },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '80.00', couponPercent: '5', floorPrice: '70.00' } },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { standardPrice: '100.00', dealPrice: null, couponPercent: '5', floorPrice: '70.00' },
      },
    ],
  },
});
