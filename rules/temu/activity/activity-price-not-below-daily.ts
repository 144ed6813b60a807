import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo, unit } from '../../measures/decimals.ts';
import file from '../../policies/temu/activity-price-not-below-daily.json' with { type: 'json' };

/** The activity price is below the daily price; equal fails. */
export default defineRule({
  id: 'temu/activity-price-not-below-daily',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityPrice', 'dailyPrice'],
  marks: ['activityPrice'],
  // The list of activities names them; the page of one activity does not.
  asks: ['activityDiscountMax', 'activityMinStock'],
  bounds: [{ of: 'activityPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  check({ activityPrice, dailyPrice }, _, { digits }) {
    if (activityPrice.lt(dailyPrice)) return ok();
    return violation({
      values: { activityPrice, dailyPrice },
      fix: { maxPrice: ceilTo(dailyPrice, digits).minus(unit(digits)) },
    });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { activityPrice: '9.99', dailyPrice: '10.00' } }],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { activityPrice: '10.00', dailyPrice: '10.00' },
        gives: { maxPrice: '9.99' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { activityPrice: '10.01', dailyPrice: '10.00' },
        gives: { maxPrice: '9.99' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { activityPrice: '9.99' } }],
    notApplicable: [{ site: 'global', day: '2026-01-07', facts: { activityPrice: '10.00', dailyPrice: '10.00' } }],
  },
});
