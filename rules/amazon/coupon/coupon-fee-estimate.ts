import { ok, unknown } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, percent, roundTo, smaller } from '../../measures/decimals.ts';
import file from '../../policies/amazon/coupon-fee-estimate.json' with { type: 'json' };

/** Either a fee per redemption, or a fixed fee and a share of the coupon's sales whose amount may be capped. */
const couponFees = readPolicy(file, { perRedemption: 'decimal', fixed: 'decimal', rate: 'decimal', cap: 'decimal' });

/**
 * Amazon's fee for one coupon: fixed amount plus a share of the coupon's sales up to a cap, or an amount per redemption
 * for older coupons. The day on which the coupon was created decides, because a coupon keeps its fee model.
 */
export default defineRule({
  id: 'amazon/coupon-fee-estimate',
  topic: 'coupon',
  severity: 'info',
  estimate: true,
  needs: ['couponCreatedOn'],
  uses: ['couponSales', 'redemptions'],
  marks: ['couponBudget', 'couponSales', 'redemptions'],
  policy: couponFees,
  decidedOn: 'couponCreatedOn',
  check({ couponSales, redemptions }, values, { digits }) {
    if (values.perRedemption) {
      if (redemptions === undefined || redemptions === null) return unknown('redemptions');
      return estimate(values.perRedemption.times(redemptions), couponSales, digits, { redemptions });
    }
    if (!couponSales) return unknown('couponSales');
    const variable = couponSales.times(values.rate);
    const fee = values.fixed.plus(values.cap ? smaller(variable, values.cap) : variable);
    return estimate(fee, couponSales, digits);
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2025-06-01',
        facts: { couponCreatedOn: '2025-06-01', redemptions: 100 },
        gives: { couponFee: '60.00', redemptions: 100 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponCreatedOn: '2025-11-04', couponSales: '200000.00' },
        gives: { couponFee: '5005.00', couponSales: '200000.00', feeShare: '2.5' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponCreatedOn: '2025-11-05', couponSales: '200000.00' },
        gives: { couponFee: '2005.00', couponSales: '200000.00', feeShare: '1' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20' } },
      { site: 'UK', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20', couponSales: '10000.00' } },
    ],
  },
});

function estimate(fee: Big, couponSales: Big | null | undefined, digits: number, counted?: { redemptions: number }) {
  const couponFee = roundTo(fee, digits);
  if (!couponSales?.gt(0)) return ok({ couponFee, couponSales, ...counted });
  return ok({ couponFee, couponSales, feeShare: roundTo(fee.div(percent(couponSales)), 2), ...counted });
}
