import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/shop-health-us.json' with { type: 'json' };

/** A US shop’s health rating is at least 200 of 1,000; from 51 to 199 it is fair, up to 50 poor. */
export default defineRule({
  id: 'tiktok/shop-health-us',
  topic: 'account',
  severity: 'warning',
  needs: ['healthRating'],
  marks: ['healthRating'],
  policy: readPolicy(file, { excellent: 'count', fair: 'count' }),
  quietUnknown: true,
  check({ healthRating }, { excellent, fair }) {
    if (healthRating >= excellent) return ok();
    if (healthRating >= fair)
      return violation({ values: { healthRating }, fix: { minimum: excellent, add: excellent - healthRating } });
    return violation({
      severity: 'error',
      message: 'poor',
      values: { healthRating },
      fix: { minimum: fair, add: fair - healthRating },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { healthRating: 200 } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { healthRating: 199 }, gives: { add: 1 }, severity: 'warning' },
      { site: 'US', day: '2026-11-20', facts: { healthRating: 51 }, gives: { add: 149 }, severity: 'warning' },
      { site: 'US', day: '2026-11-20', facts: { healthRating: 50 }, gives: { add: 1 }, severity: 'error' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'UK', day: '2026-11-20', facts: { healthRating: 50 } }],
  },
});
