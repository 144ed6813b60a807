import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-sellout-health.json' with { type: 'json' };

/** Stock-out health blocks enrolment only when both scores are below 60; one score of 60 is enough. */
export default defineRule({
  id: 'temu/activity-sellout-health',
  topic: 'promotion',
  severity: 'error',
  needs: [],
  uses: ['selloutScore', 'selloutGmvScore'],
  marks: ['activityPrice'],
  policy: readPolicy(file, { minScore: 'decimal' }),
  quietUnknown: true,
  check({ selloutScore, selloutGmvScore }, { minScore }) {
    if (selloutScore?.gte(minScore) || selloutGmvScore?.gte(minScore)) return ok();
    if (!selloutScore) return unknown('selloutScore');
    if (!selloutGmvScore) return unknown('selloutGmvScore');
    return violation({ values: { selloutScore, selloutGmvScore }, fix: { minScore } });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { selloutScore: '75' } },
      { site: 'global', day: '2026-11-20', facts: { selloutScore: '59', selloutGmvScore: '60' } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { selloutScore: '59', selloutGmvScore: '59' },
        gives: { minScore: '60' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { selloutScore: '59' } }],
    notApplicable: [{ site: 'global', day: '2026-01-07', facts: { selloutScore: '59', selloutGmvScore: '59' } }],
  },
});
