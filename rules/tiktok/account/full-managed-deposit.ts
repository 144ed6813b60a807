import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/full-managed-deposit.json' with { type: 'json' };

/** A fully managed merchant has paid the flat deposit of 1,000 yuan; more is fine. */
export default defineRule({
  id: 'tiktok/full-managed-deposit',
  topic: 'account',
  severity: 'info',
  needs: ['managed', 'depositPaid'],
  marks: ['depositPaid'],
  policy: readPolicy(file, { deposit: 'decimal' }),
  quietUnknown: true,
  currency: 'CNY',
  before({ managed }) {
    return managed && managed !== 'full-managed' ? notApplicable('exempt') : undefined;
  },
  check({ depositPaid }, { deposit }) {
    if (depositPaid.gte(deposit)) return ok();
    return violation({ values: { depositPaid, deposit }, fix: { missing: deposit.minus(depositPaid) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { managed: 'full-managed', depositPaid: '1000' } },
      { site: 'US', day: '2026-11-20', facts: { managed: 'full-managed', depositPaid: '1500' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2024-01-18',
        facts: { managed: 'full-managed', depositPaid: '0' },
        gives: { missing: '1000.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { managed: 'full-managed', depositPaid: '999.99' },
        gives: { missing: '0.01' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { managed: 'full-managed' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { managed: 'self', depositPaid: '0' } },
      { site: 'US', day: '2024-01-17', facts: { managed: 'full-managed', depositPaid: '0' } },
    ],
  },
});
