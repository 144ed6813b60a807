import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/coupon-budget-low.json' with { type: 'json' };

/** `feePerUnit` in the store's currency; `usableShare` of the budget is spent before Amazon takes the coupon offline. */
const couponBudget = readPolicy(file, { feePerUnit: 'decimal', usableShare: 'decimal' });

/** The budget covers every unit expected over the coupon's days, with the fee where the budget pays it; equality does. */
export default defineRule({
  id: 'amazon/coupon-budget-low',
  topic: 'coupon',
  severity: 'info',
  needs: ['couponBudget', 'couponDays', 'expectedDailyUnits', 'discountAmount'],
  marks: ['couponBudget'],
  policy: couponBudget,
  quietUnknown: true,
  check({ couponBudget, couponDays, expectedDailyUnits, discountAmount }, { feePerUnit, usableShare }, { digits }) {
    const perDay = discountAmount.plus(feePerUnit).times(expectedDailyUnits);
    const spent = perDay.times(couponDays);
    if (couponBudget.gte(spent)) return ok();
    if (perDay.lte(0)) return notApplicable('nothing-to-check');
    return violation({
      values: {
        couponBudget,
        couponDays,
        expectedDailyUnits,
        discountAmount,
        maxDays: Math.floor(couponBudget.div(perDay).toNumber()),
      },
      fix: { minimalBudget: ceilTo(spent, digits), fullPeriodBudget: ceilTo(spent.div(usableShare), digits) },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2025-06-01',
        facts: { couponBudget: '1120.00', couponDays: 10, expectedDailyUnits: 20, discountAmount: '5.00' },
      },
      {
        site: 'US',
        day: '2025-06-02',
        facts: { couponBudget: '1000.00', couponDays: 10, expectedDailyUnits: 20, discountAmount: '5.00' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2025-06-01',
        facts: { couponBudget: '1119.99', couponDays: 10, expectedDailyUnits: 20, discountAmount: '5.00' },
        gives: { minimalBudget: '1120.00', fullPeriodBudget: '1400.00' },
      },
      {
        site: 'US',
        day: '2025-06-02',
        facts: { couponBudget: '999.99', couponDays: 10, expectedDailyUnits: 20, discountAmount: '5.00' },
        gives: { minimalBudget: '1000.00', fullPeriodBudget: '1250.00' },
      },
      {
        site: 'JP',
        day: '2025-06-01',
        facts: { couponBudget: '999', couponDays: 2, expectedDailyUnits: 5, discountAmount: '99.95' },
        gives: { minimalBudget: '1000', fullPeriodBudget: '1250' },
      },
    ],
    unknown: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponBudget: '999.99', couponDays: 10, discountAmount: '5.00' },
      },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponBudget: null, couponDays: 10, expectedDailyUnits: 20, discountAmount: '5.00' },
      },
    ],
  },
});
