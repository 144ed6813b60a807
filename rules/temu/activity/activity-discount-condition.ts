import type { Facts } from '../../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/activity-discount-condition.json' with { type: 'json' };

/** Price and stock meet the activity’s own columns, as far as they are known: price at most share times daily price, stock at least the minimum; both inclusive. */
export default defineRule({
  id: 'temu/activity-discount-condition',
  topic: 'promotion',
  severity: 'error',
  needs: [],
  uses: ['activityPrice', 'dailyPrice', 'activityStock', 'activityDiscountMax', 'activityMinStock'],
  marks: ['activityPrice', 'activityStock'],
  bounds: [
    { of: 'activityPrice', side: 'below', figure: 'maxPrice' },
    { of: 'activityStock', side: 'above', figure: 'minStock' },
  ],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check(facts, _, { digits }) {
    const { activityPrice, dailyPrice, activityStock, activityDiscountMax, activityMinStock } = facts;
    const highest = dailyPrice && activityDiscountMax ? dailyPrice.times(activityDiscountMax) : null;
    const tooHigh = activityPrice && highest && activityPrice.gt(highest) ? floorTo(highest, digits) : null;
    const tooFew = isNumber(activityStock) && isNumber(activityMinStock) && activityStock < activityMinStock;
    // What is known and fails decides; the other half need not be known.
    if (tooHigh) {
      const values = { activityPrice, dailyPrice, activityDiscountMax };
      if (!tooFew) return violation({ marks: ['activityPrice'], values, fix: { maxPrice: tooHigh } });
      const fix = { maxPrice: tooHigh, minStock: activityMinStock };
      return violation({ message: 'both', values: { ...values, activityStock }, fix });
    }
    if (tooFew) {
      const fix = { minStock: activityMinStock };
      return violation({ message: 'stock', marks: ['activityStock'], values: { activityStock }, fix });
    }
    return undecided(facts);
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-07-15',
        facts: { activityPrice: '8.50', dailyPrice: '10.00', activityDiscountMax: '0.85', activityMinStock: null },
      },
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
        facts: { activityPrice: '8.51', dailyPrice: '10.00', activityDiscountMax: '0.85' },
        gives: { maxPrice: '8.50' },
      },
      {
        site: 'global',
        day: '2026-07-15',
        facts: { activityStock: 29, activityMinStock: 30 },
        gives: { minStock: 30 },
      },
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
      {
        site: 'global',
        day: '2026-07-15',
        facts: { activityPrice: '8.50', dailyPrice: '10.00', activityDiscountMax: '0.85' },
      },
    ],
    notApplicable: [
      { site: 'global', day: '2026-07-15', facts: { activityDiscountMax: null, activityMinStock: null } },
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

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

/** No half fails: both pass, one of them is not known, or the activity has no such condition. */
function undecided(facts: Facts): Outcome {
  const { activityDiscountMax, activityMinStock } = facts;
  const price = activityDiscountMax === null ? [] : (['activityPrice', 'dailyPrice', 'activityDiscountMax'] as const);
  const stock = activityMinStock === null ? [] : (['activityStock', 'activityMinStock'] as const);
  const asked = [...price, ...stock];
  if (asked.length === 0) return notApplicable('nothing-to-check');
  const missing = asked.filter((name) => facts[name] === undefined || facts[name] === null);
  return missing.length === 0 ? ok() : unknown(...missing);
}
