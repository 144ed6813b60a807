import { ok, violation } from '../outcome.ts';
import file from '../policies/temu.activity-price-above-suggested.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';
import { defineRule } from '../rule.ts';

/** The activity price is at most the suggested one; equal passes. */
export default defineRule({
  id: 'temu/activity-price-above-suggested',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityPrice', 'suggestedActivityPrice'],
  marks: ['activityPrice'],
  policy: readPolicy(file, {}),
  check({ activityPrice, suggestedActivityPrice }) {
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
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { activityPrice: '8.00' } }],
    notApplicable: [
      { site: 'global', day: '2026-01-07', facts: { activityPrice: '8.01', suggestedActivityPrice: '8.00' } },
    ],
  },
});
