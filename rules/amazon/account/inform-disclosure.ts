import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/inform-disclosure.json' with { type: 'json' };

/**
 * From $20,000 gross revenue a year on one marketplace on, that sum included, name, address and contact of a
 * high-volume seller are shown to buyers.
 */
export default defineRule({
  id: 'amazon/inform-disclosure',
  topic: 'account',
  severity: 'info',
  needs: ['annualGross'],
  marks: ['annualGross'],
  policy: readPolicy(file, { thresholdAmount: 'decimal' }),
  quietUnknown: true,
  currency: 'USD',
  check({ annualGross }, { thresholdAmount }) {
    return annualGross.lt(thresholdAmount) ? ok() : violation({ values: { annualGross, thresholdAmount }, fix: {} });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { annualGross: '19999.99' } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { annualGross: '20000' } },
      { site: 'US', day: '2023-06-27', facts: { annualGross: '20000.01' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2023-06-26', facts: { annualGross: '20000.01' } }],
  },
});
