import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-price-above-suggested.json' with { type: 'json' };

/** The activity price is at most the suggested one; equal passes. */
export default defineRule({
  id: 'temu/activity-price-above-suggested',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityPrice'],
  uses: ['suggestedActivityPrice', 'activityPriceError'],
  marks: ['activityPrice'],
  // The list of activities names them; the page of one activity does not.
  asks: ['activityDiscountMax', 'activityMinStock'],
  bounds: [{ of: 'activityPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  check({ activityPrice, suggestedActivityPrice, activityPriceError }) {
    if (!suggestedActivityPrice) {
      // The console compares with a reference that it need not show.
      if (activityPriceError === 'above-reference')
        return violation({ message: 'told', values: { activityPrice }, fix: {} });
      return suggestedActivityPrice === null ? notApplicable('nothing-to-check') : unknown('suggestedActivityPrice');
    }
    if (activityPrice.lte(suggestedActivityPrice)) return ok();
    return violation({ values: { activityPrice, suggestedActivityPrice }, fix: { maxPrice: suggestedActivityPrice } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { activityPrice: '8.00', suggestedActivityPrice: '8.00' } }],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { activityPrice: '8.01', suggestedActivityPrice: '8.00' },
        gives: { maxPrice: '8.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { activityPrice: '8.01', activityPriceError: 'above-reference' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { activityPrice: '8.00' } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { activityPrice: '8.00', suggestedActivityPrice: null } },
      { site: 'global', day: '2026-01-07', facts: { activityPrice: '8.01', suggestedActivityPrice: '8.00' } },
    ],
  },
});
