import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { roundTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/coupon-fee-recreate-for-cap.json' with { type: 'json' };

const uncappedCoupons = readPolicy(file, {
  firstUncapped: 'text',
  lastUncapped: 'text',
  rate: 'decimal',
  cap: 'decimal',
  fixed: 'decimal',
});

/**
 * A coupon created before the cap pays its share of sales without limit; creating it again is worth it when that share
 * is more than the cap and the new fixed fee together. Equality is not worth it.
 */
export default defineRule({
  id: 'amazon/coupon-fee-recreate-for-cap',
  topic: 'coupon',
  severity: 'info',
  needs: ['couponCreatedOn', 'couponSales'],
  marks: ['couponBudget', 'couponSales'],
  policy: uncappedCoupons,
  before({ couponCreatedOn }, { firstUncapped, lastUncapped }) {
    if (!couponCreatedOn) return undefined;
    // Older coupons pay per redemption, newer ones are capped.
    if (couponCreatedOn < firstUncapped || couponCreatedOn > lastUncapped) return notApplicable('no-trigger');
    return undefined;
  },
  check({ couponCreatedOn, couponSales }, { rate, cap, fixed }, { digits }) {
    const feeNow = couponSales.times(rate);
    const feeThen = cap.plus(fixed);
    if (feeNow.lte(feeThen)) return ok();
    return violation({
      values: { couponCreatedOn, couponSales, feeNow: roundTo(feeNow, digits), feeThen },
      fix: { saving: roundTo(feeNow.minus(feeThen), digits) },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2025-09-01', couponSales: '80200.00' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponCreatedOn: '2025-11-04', couponSales: '80240.00' },
        gives: { saving: '1.00' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2025-09-01' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2025-11-05', couponSales: '200000.00' } },
      { site: 'US', day: '2025-11-04', facts: { couponCreatedOn: '2025-09-01', couponSales: '200000.00' } },
      { site: 'DE', day: '2026-11-20', facts: { couponCreatedOn: '2025-09-01', couponSales: '200000.00' } },
    ],
  },
});
