import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, ceilTo, floorTo, percent } from '../../measures/decimals.ts';
import { couponDiscount } from '../../policies/amazon/coupon-discount.ts';

/** A coupon takes between 5 % and 50 % off the current price; both ends are allowed. */
export default defineRule({
  id: 'amazon/coupon-discount-out-of-range',
  topic: 'coupon',
  severity: 'error',
  needs: ['basePrice', 'couponType'],
  uses: ['couponPercent', 'couponAmount', 'salePrice'],
  // Without a Sale Price the base price is Your Price.
  emptyWhenAbsent: ['salePrice'],
  marks: ['couponPercent', 'couponAmount'],
  policy: couponDiscount,
  before({ basePrice, couponType, couponPercent }, { minPercent, maxPercent }) {
    // A percentage that is out of range is so at any price.
    if (basePrice !== undefined || couponType !== 'percent' || !couponPercent) return undefined;
    if (couponPercent.gte(minPercent) && couponPercent.lte(maxPercent)) return undefined;
    return violation({ marks: ['couponPercent'], values: { couponPercent }, fix: { minPercent, maxPercent } });
  },
  check({ basePrice, couponType, couponPercent, couponAmount }, { minPercent, maxPercent }, { digits }) {
    const byAmount = couponType === 'amount';
    const discount = byAmount ? couponAmount : couponPercent;
    if (discount === null) return notApplicable('nothing-to-check');
    if (!discount) return unknown(byAmount ? 'couponAmount' : 'couponPercent');
    // Percentages are compared with the numbers themselves, amounts with their share of the price.
    const least = byAmount ? basePrice.times(percent(minPercent)) : minPercent;
    const most = byAmount ? basePrice.times(percent(maxPercent)) : maxPercent;
    if (discount.gte(least) && discount.lte(most)) return ok();
    const amounts = allowedAmounts(basePrice, minPercent, maxPercent, digits);
    const fix = { minPercent, maxPercent, ...amounts };
    if (!byAmount) return violation({ marks: ['couponPercent'], values: { couponPercent, basePrice }, fix });
    return violation({
      message: amounts ? 'amount' : 'noAmount',
      marks: ['couponAmount'],
      values: { couponAmount, basePrice },
      fix,
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '100.00', couponType: 'percent', couponPercent: '5' } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '100.00', couponType: 'amount', couponAmount: '50.00' } },
      { site: 'US', day: '2024-03-11', facts: { basePrice: '100.00', couponType: 'percent', couponPercent: '80' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '100.00', couponType: 'percent', couponPercent: '51' },
        gives: { minPercent: '5', maxPercent: '50', minAmount: '5.00', maxAmount: '50.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '19.99', couponType: 'amount', couponAmount: '0.99' },
        gives: { minPercent: '5', maxPercent: '50', minAmount: '1.00', maxAmount: '9.99' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponType: 'percent', couponPercent: '4' },
        gives: { minPercent: '5', maxPercent: '50' },
      },
      {
        // 5 % and 50 % of ¥1 are less than the smallest coin.
        site: 'JP',
        day: '2026-11-20',
        facts: { basePrice: '1', couponType: 'amount', couponAmount: '1' },
        gives: { minPercent: '5', maxPercent: '50' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { couponType: 'percent', couponPercent: '20' } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '100.00', couponType: 'amount' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '100.00', couponType: 'percent', couponPercent: null } },
    ],
  },
});

/** The amounts a coupon may take off, or null where the price is too low for any. */
function allowedAmounts(basePrice: Big, minPercent: Big, maxPercent: Big, digits: number) {
  const minAmount = ceilTo(basePrice.times(percent(minPercent)), digits);
  const maxAmount = floorTo(basePrice.times(percent(maxPercent)), digits);
  return minAmount.gt(maxAmount) ? null : { minAmount, maxAmount };
}
