import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-quality-score.json' with { type: 'json' };

/** The quality score is at least 60. */
export default defineRule({
  id: 'temu/activity-quality-score',
  topic: 'promotion',
  severity: 'error',
  needs: ['qualityScore'],
  marks: ['qualityScore', 'activityPrice'],
  policy: readPolicy(file, { minScore: 'decimal' }),
  quietUnknown: true,
  check({ qualityScore }, { minScore }) {
    return qualityScore.gte(minScore) ? ok() : violation({ values: { qualityScore }, fix: { minScore } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { qualityScore: '60' } }],
    violation: [{ site: 'global', day: '2026-11-20', facts: { qualityScore: '59.9' }, gives: { minScore: '60' } }],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'global', day: '2026-01-07', facts: { qualityScore: '59.9' } }],
  },
});
