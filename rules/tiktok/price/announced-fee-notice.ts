import { ok } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { percent, roundTo } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/announced-fee-notice.json' with { type: 'json' };

/** What the US referral fee would be more at 8 percent, announced for July 2024 and never confirmed. */
export default defineRule({
  id: 'tiktok/announced-fee-notice',
  topic: 'fees',
  severity: 'info',
  needs: ['feeBase'],
  marks: ['price'],
  policy: readPolicy(file, { extra: 'decimal' }),
  estimate: true,
  optIn: true,
  quietUnknown: true,
  check({ feeBase }, { extra }, { digits }) {
    return ok({ feeBase, announcedExtra: roundTo(feeBase.times(percent(extra)), digits) });
  },
  examples: {
    ok: [{ site: 'US', day: '2024-07-01', facts: { feeBase: '105.00' }, gives: { announcedExtra: '2.10' } }],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2024-06-30', facts: { feeBase: '105.00' } },
      { site: 'UK', day: '2026-11-20', facts: { feeBase: '105.00' } },
    ],
  },
});
