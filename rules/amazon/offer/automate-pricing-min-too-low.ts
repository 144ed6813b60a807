import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/automate-pricing-min.json' with { type: 'json' };

/** Automate Pricing takes a minimum only above the minimum referral fee; the fee itself is too low. */
export default defineRule({
  id: 'amazon/automate-pricing-min-too-low',
  topic: 'offer',
  severity: 'error',
  needs: ['minSellerPrice'],
  uses: ['boundSetManually'],
  marks: ['minSellerPrice'],
  policy: readPolicy(file, { minReferralFee: 'decimal', byAnalogy: 'flag' }),
  before({ boundSetManually }) {
    return boundSetManually ? notApplicable('exempt') : undefined;
  },
  check({ minSellerPrice }, { minReferralFee, byAnalogy }, { digits }) {
    if (minSellerPrice.gt(minReferralFee)) return ok();
    return violation({
      severity: byAnalogy ? 'info' : 'error',
      message: byAnalogy ? 'analogy' : 'problem',
      values: { enteredMinimum: minSellerPrice, minReferralFee },
      fix: { minSellerPrice: floorTo(minReferralFee, digits).plus(unit(digits)) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { minSellerPrice: '0.31' } },
      { site: 'UK', day: '2026-11-20', facts: { minSellerPrice: '0.26' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { minSellerPrice: '0.30' }, gives: { minSellerPrice: '0.31' } },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { minSellerPrice: '0.25' },
        gives: { minSellerPrice: '0.26' },
        severity: 'info',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { minSellerPrice: '0.30', boundSetManually: true } },
      { site: 'JP', day: '2026-11-20', facts: { minSellerPrice: '30' } },
    ],
  },
});
