import { ok } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { percent, roundTo, smaller } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/refund-admin-fee-estimate.json' with { type: 'json' };

/** For a refunded US order TikTok Shop keeps 20 percent of the referral fee, at most 5.00 per SKU. */
export default defineRule({
  id: 'tiktok/refund-admin-fee-estimate',
  topic: 'fees',
  severity: 'info',
  needs: ['referralFee'],
  marks: ['price'],
  policy: readPolicy(file, { share: 'decimal', most: 'decimal' }),
  estimate: true,
  quietUnknown: true,
  check({ referralFee }, { share, most }, { digits }) {
    return ok({ referralFee, fee: roundTo(smaller(referralFee.times(percent(share)), most), digits) });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { referralFee: '25.00' }, gives: { fee: '5.00' } },
      { site: 'US', day: '2026-11-20', facts: { referralFee: '24.95' }, gives: { fee: '4.99' } },
      { site: 'US', day: '2025-05-15', facts: { referralFee: '6.30' }, gives: { fee: '1.26' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2025-05-14', facts: { referralFee: '25.00' } },
      { site: 'UK', day: '2026-11-20', facts: { referralFee: '25.00' } },
    ],
  },
});
