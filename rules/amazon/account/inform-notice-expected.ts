import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/inform-notice.json' with { type: 'json' };

/** Amazon asks for certification from 200 transactions or $5,000 gross in 12 months on; both numbers count. */
export default defineRule({
  id: 'amazon/inform-notice-expected',
  topic: 'account',
  severity: 'info',
  needs: [],
  uses: ['sales12m', 'gross12m'],
  marks: ['sales12m', 'gross12m'],
  policy: readPolicy(file, { minimum: 'count', thresholdAmount: 'decimal' }),
  quietUnknown: true,
  currency: 'USD',
  check({ sales12m, gross12m }, { minimum, thresholdAmount }) {
    const isCounted = typeof sales12m === 'number';
    if (isCounted && sales12m >= minimum) return violation({ values: { sales12m, minimum }, fix: {} });
    if (gross12m?.gte(thresholdAmount))
      return violation({ message: 'gross', values: { gross12m, thresholdAmount }, fix: {} });
    if (isCounted && gross12m) return ok();
    if (isCounted) return unknown('gross12m');
    return gross12m ? unknown('sales12m') : unknown('sales12m', 'gross12m');
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { sales12m: 199, gross12m: '4999.99' } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { sales12m: 200, gross12m: '100' }, severity: 'info' },
      { site: 'US', day: '2024-04-01', facts: { sales12m: 200 } },
      { site: 'US', day: '2026-11-20', facts: { sales12m: 10, gross12m: '5000' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { sales12m: 199 } },
      { site: 'US', day: '2026-11-20', facts: { gross12m: '4999.99' } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
    notApplicable: [{ site: 'US', day: '2024-03-31', facts: { sales12m: 200, gross12m: '100' } }],
  },
});
