import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/activity-discount-condition.json' with { type: 'json' };

/** Price and stock meet the activity’s own columns: price at most share times daily price, stock at least the minimum; both inclusive. */
export default defineRule({
  id: 'temu/activity-discount-condition',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityPrice', 'dailyPrice', 'activityStock', 'activityDiscountMax', 'activityMinStock'],
  marks: ['activityPrice', 'activityStock'],
  bounds: [
    { of: 'activityPrice', side: 'below', figure: 'maxPrice' },
    { of: 'activityStock', side: 'above', figure: 'minStock' },
  ],
  policy: readPolicy(file, {}),
  check({ activityPrice, dailyPrice, activityStock, activityDiscountMax, activityMinStock }, _, { digits }) {
    const highest = dailyPrice.times(activityDiscountMax);
    const isTooDear = activityPrice.gt(highest);
    const isTooFew = activityStock < activityMinStock;
    if (!isTooDear && !isTooFew) return ok();
    const price = { activityPrice, dailyPrice, activityDiscountMax };
    const maxPrice = floorTo(highest, digits);
    if (isTooDear && isTooFew)
      return violation({
        message: 'both',
        values: { ...price, activityStock },
        fix: { maxPrice, minStock: activityMinStock },
      });
    if (isTooDear) return violation({ marks: ['activityPrice'], values: price, fix: { maxPrice } });
    return violation({
      message: 'stock',
      marks: ['activityStock'],
      values: { activityStock },
      fix: { minStock: activityMinStock },
    });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-07-15',
        facts: {
          activityPrice: '7.00',
          dailyPrice: '10.00',
          activityDiscountMax: '0.70',
          activityStock: 10,
          activityMinStock: 10,
        },
      },
      {
        site: 'global',
        day: '2026-07-15',
        facts: {
          activityPrice: '8.50',
          dailyPrice: '10.00',
          activityDiscountMax: '0.85',
          activityStock: 30,
          activityMinStock: 30,
        },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-07-15',
        facts: {
          activityPrice: '6.99',
          dailyPrice: '10.00',
          activityDiscountMax: '0.70',
          activityStock: 9,
          activityMinStock: 10,
        },
        gives: { minStock: 10 },
      },
      {
        site: 'global',
        day: '2026-07-15',
        facts: {
          activityPrice: '8.51',
          dailyPrice: '10.00',
          activityDiscountMax: '0.85',
          activityStock: 30,
          activityMinStock: 30,
        },
        gives: { maxPrice: '8.50' },
      },
      {
        site: 'global',
        day: '2026-07-15',
        facts: {
          activityPrice: '9.01',
          dailyPrice: '10.00',
          activityDiscountMax: '0.90',
          activityStock: 29,
          activityMinStock: 30,
        },
        gives: { maxPrice: '9.00', minStock: 30 },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-07-15', facts: { activityPrice: '9.00', dailyPrice: '10.00', activityStock: 30 } },
    ],
    notApplicable: [
      {
        site: 'global',
        day: '2026-06-30',
        facts: {
          activityPrice: '9.01',
          dailyPrice: '10.00',
          activityDiscountMax: '0.90',
          activityStock: 30,
          activityMinStock: 30,
        },
      },
    ],
  },
});
