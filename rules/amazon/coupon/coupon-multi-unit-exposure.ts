import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { roundTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/coupon-multi-unit-exposure.json' with { type: 'json' };

/**
 * A percentage coupon that is not limited to one per customer discounts several units of one order, the policy's
 * number included; limited ones and money off discount one.
 */
export default defineRule({
  id: 'amazon/coupon-multi-unit-exposure',
  topic: 'coupon',
  severity: 'info',
  needs: ['couponType', 'onePerCustomer'],
  uses: ['discountAmount'],
  marks: ['onePerCustomer', 'couponPercent'],
  policy: readPolicy(file, { unitsPerOrder: 'count' }),
  before({ couponType, onePerCustomer }) {
    return couponType === 'amount' || onePerCustomer === true ? ok() : undefined;
  },
  check({ discountAmount }, { unitsPerOrder }, { digits }) {
    if (!discountAmount)
      return violation({ message: 'amountUnknown', values: {}, fix: { maxUnitsPerOrder: unitsPerOrder } });
    return violation({
      values: { discountAmount },
      fix: {
        maxUnitsPerOrder: unitsPerOrder,
        maxDiscountPerOrder: roundTo(discountAmount.times(unitsPerOrder), digits),
      },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { couponType: 'percent', onePerCustomer: true } },
      { site: 'US', day: '2026-11-20', facts: { couponType: 'amount', discountAmount: '5.00' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponType: 'percent', couponPercent: '10', yourPrice: '50.00', onePerCustomer: false },
        gives: { maxUnitsPerOrder: 5, maxDiscountPerOrder: '25.00' },
      },
      {
        site: 'SG',
        day: '2026-11-20',
        facts: { couponType: 'percent', onePerCustomer: false },
        gives: { maxUnitsPerOrder: 5 },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { couponType: 'percent', discountAmount: '5.00' } },
      { site: 'US', day: '2026-11-20', facts: { onePerCustomer: false, discountAmount: '5.00' } },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2024-10-31',
        facts: { couponType: 'percent', onePerCustomer: false, discountAmount: '5.00' },
      },
    ],
  },
});
