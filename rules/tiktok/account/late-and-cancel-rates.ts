import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/late-and-cancel-rates.json' with { type: 'json' };

/** A US cross-border shop has at most 4 percent late and 2.5 percent cancelled orders. */
export default defineRule({
  id: 'tiktok/late-and-cancel-rates',
  topic: 'account',
  severity: 'warning',
  needs: ['lateRate', 'cancelRate'],
  uses: ['sellerMode'],
  marks: ['lateRate', 'cancelRate'],
  policy: readPolicy(file, { late: 'decimal', cancelled: 'decimal' }),
  quietUnknown: true,
  before({ sellerMode, lateRate, cancelRate }, limits) {
    if (sellerMode === 'local') return notApplicable('exempt');
    if (lateRate?.gt(limits.late)) return violation({ values: { lateRate }, fix: { maxPercent: limits.late } });
    if (cancelRate?.gt(limits.cancelled))
      return violation({ message: 'cancelled', values: { cancelRate }, fix: { maxPercent: limits.cancelled } });
    return undefined;
  },
  check() {
    return ok();
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { lateRate: '4.0', cancelRate: '2.5' } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { lateRate: '4.1', cancelRate: '2.5' }, gives: { maxPercent: '4' } },
      { site: 'US', day: '2026-11-20', facts: { cancelRate: '2.6' }, gives: { maxPercent: '2.5' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { lateRate: '4.0' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { lateRate: '5', cancelRate: '2.5', sellerMode: 'local' } },
      { site: 'UK', day: '2026-11-20', facts: { lateRate: '5', cancelRate: '2' } },
      { site: 'US', day: '2025-12-31', facts: { lateRate: '5', cancelRate: '2' } },
    ],
  },
});
