import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { isPositive } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/stock-range.json' with { type: 'json' };

/** Stock is 0 to 99,999; 0 gives a hint. */
export default defineRule({
  id: 'tiktok/stock-range',
  topic: 'content',
  severity: 'error',
  needs: ['stock'],
  marks: ['stock'],
  policy: readPolicy(file, { max: 'count' }),
  check({ stock }, { max }) {
    if (stock.gt(max) || stock.lt(0)) return violation({ values: { stock }, fix: { minimum: 0, limit: max } });
    return isPositive(stock) ? ok() : violation({ severity: 'info', message: 'none', values: {}, fix: {} });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { stock: 1 } },
      { site: 'US', day: '2026-11-20', facts: { stock: 99999 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { stock: -1 }, gives: { limit: 99999 }, severity: 'error' },
      { site: 'US', day: '2026-11-20', facts: { stock: 100000 }, gives: { limit: 99999 }, severity: 'error' },
      { site: 'US', day: '2026-11-20', facts: { stock: 0 }, severity: 'info' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { stock: -1 } }],
  },
});
