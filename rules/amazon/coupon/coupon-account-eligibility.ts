import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-account.json' with { type: 'json' };

const couponAccount = readPolicy(file, { sellerPlan: 'text', minFeedback: 'decimal' });

/**
 * An account that makes coupons has the Professional plan and at least 3.5 stars of seller feedback; exactly 3.5 is
 * enough, and so is no feedback yet.
 */
export default defineRule({
  id: 'amazon/coupon-account-eligibility',
  topic: 'coupon',
  severity: 'error',
  needs: ['sellerPlan', 'sellerFeedback'],
  marks: ['sellerPlan', 'sellerFeedback'],
  policy: couponAccount,
  quietUnknown: true,
  before({ sellerPlan, sellerFeedback }, limits) {
    if (sellerPlan && !isSame(sellerPlan, limits.sellerPlan)) return violation({ values: { sellerPlan }, fix: {} });
    if (sellerFeedback?.lt(limits.minFeedback))
      return violation({ message: 'feedback', values: { sellerFeedback, minRating: limits.minFeedback }, fix: {} });
    // Known to have no feedback yet.
    if (sellerFeedback === null) return sellerPlan ? ok() : unknown('sellerPlan');
    return undefined;
  },
  check: () => ok(),
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { sellerPlan: 'Professional', sellerFeedback: '3.5' } },
      { site: 'US', day: '2026-11-20', facts: { sellerPlan: 'professional', sellerFeedback: null } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { sellerPlan: 'Individual' } },
      { site: 'US', day: '2026-11-20', facts: { sellerFeedback: '3.4' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { sellerPlan: 'Professional' } },
      { site: 'US', day: '2026-11-20', facts: { sellerFeedback: '4.8' } },
      { site: 'US', day: '2026-11-20', facts: { sellerFeedback: null } },
    ],
    notApplicable: [{ site: 'US', day: '2024-03-11', facts: { sellerPlan: 'Individual', sellerFeedback: '5' } }],
  },
});

function isSame(text: string, expected: string): boolean {
  return text === expected || text.trim().toLowerCase() === expected.toLowerCase();
}
