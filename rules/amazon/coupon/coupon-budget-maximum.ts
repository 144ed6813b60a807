import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-budget-maximum.json' with { type: 'json' };

/** A coupon's budget, in the store's currency, is at most the form's maximum; the maximum itself is allowed. */
export default defineRule({
  id: 'amazon/coupon-budget-maximum',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponBudget'],
  marks: ['couponBudget'],
  policy: readPolicy(file, { maximum: 'decimal' }),
  check({ couponBudget }, { maximum }) {
    if (couponBudget.lte(maximum)) return ok();
    return violation({ values: { couponBudget }, fix: { maximalBudget: maximum } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { couponBudget: '10000000.00' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponBudget: '10000000.01' },
        gives: { maximalBudget: '10000000.00' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { couponBudget: '10000000.01' } },
      { site: 'US', day: '2024-12-31', facts: { couponBudget: '10000000.01' } },
    ],
  },
});
