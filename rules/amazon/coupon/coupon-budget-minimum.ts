import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-budget-minimum.json' with { type: 'json' };

/** A coupon's budget, in the store's currency, is at least the form's minimum; the minimum itself is allowed. */
export default defineRule({
  id: 'amazon/coupon-budget-minimum',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponBudget'],
  uses: ['isVendor'],
  marks: ['couponBudget'],
  policy: readPolicy(file, { minimum: 'decimal' }),
  before({ isVendor }) {
    // Vendors have limits of their own (AMAZOWL).
    return isVendor ? notApplicable('exempt') : undefined;
  },
  check({ couponBudget }, { minimum }) {
    if (couponBudget.gte(minimum)) return ok();
    return violation({ values: { couponBudget }, fix: { minimalBudget: minimum } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { couponBudget: '100.00' } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { couponBudget: '99.99' }, gives: { minimalBudget: '100.00' } },
      { site: 'UK', day: '2026-11-20', facts: { couponBudget: '99.99' }, gives: { minimalBudget: '100.00' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'DE', day: '2026-11-20', facts: { couponBudget: '99.99' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { couponBudget: '99.99', isVendor: true } },
      { site: 'US', day: '2026-11-20', facts: { couponBudget: null } },
    ],
  },
});
