import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/inform-high-volume.json' with { type: 'json' };

/**
 * With at least 200 sales and at least $5,000 gross revenue in any continuous 12 of the past 24 months a seller is a
 * high-volume seller under the INFORM Consumers Act; both numbers themselves count.
 */
export default defineRule({
  id: 'amazon/inform-high-volume',
  topic: 'account',
  severity: 'warning',
  needs: [],
  uses: ['sales12m', 'gross12m'],
  marks: ['sales12m', 'gross12m'],
  policy: readPolicy(file, { minimum: 'count', thresholdAmount: 'decimal' }),
  quietUnknown: true,
  currency: 'USD',
  check({ sales12m, gross12m }, { minimum, thresholdAmount }) {
    const isCounted = typeof sales12m === 'number';
    if (isCounted && sales12m < minimum) return ok();
    if (gross12m?.lt(thresholdAmount)) return ok();
    if (!isCounted) return gross12m ? unknown('sales12m') : unknown('sales12m', 'gross12m');
    if (!gross12m) return unknown('gross12m');
    return violation({ values: { sales12m, gross12m, minimum, thresholdAmount }, fix: {} });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { sales12m: 199, gross12m: '9000.00' } },
      { site: 'US', day: '2026-11-20', facts: { gross12m: '4999.99' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { sales12m: 200, gross12m: '5000.00' }, severity: 'warning' },
      { site: 'US', day: '2023-06-27', facts: { sales12m: 500, gross12m: '9000' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { sales12m: 500 } },
      { site: 'US', day: '2026-11-20', facts: { gross12m: '9000' } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
    notApplicable: [
      { site: 'US', day: '2023-06-26', facts: { sales12m: 500, gross12m: '9000' } },
      { site: 'DE', day: '2026-11-20', facts: { sales12m: 500, gross12m: '9000' } },
    ],
  },
});
