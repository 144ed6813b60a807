import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/sku-count.json' with { type: 'json' };

/** At most 300 SKUs in BR, the EU, JP, MX, UK and US; elsewhere above 100 warns and above 300 fails. A limit of the form itself comes first. */
export default defineRule({
  id: 'tiktok/sku-count',
  topic: 'content',
  severity: 'error',
  needs: ['skuCount'],
  uses: ['promptedSkuMax'],
  marks: ['skuCount', 'price'],
  policy: readPolicy(file, { safe: 'count', max: 'count' }),
  check({ skuCount, promptedSkuMax }, { safe, max }) {
    const limit = promptedSkuMax ?? max;
    if (skuCount > limit) return violation({ values: { skuCount }, fix: { limit, remove: skuCount - limit } });
    if (promptedSkuMax || skuCount <= safe) return ok();
    return violation({
      severity: 'warning',
      message: 'maybe',
      values: { skuCount },
      fix: { limit: safe, remove: skuCount - safe },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { skuCount: 300 } },
      { site: 'VN', day: '2026-11-20', facts: { skuCount: 100 } },
      { site: 'VN', day: '2026-11-20', facts: { skuCount: 250, promptedSkuMax: 300 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { skuCount: 301 }, gives: { remove: 1 }, severity: 'error' },
      { site: 'VN', day: '2026-11-20', facts: { skuCount: 101 }, gives: { remove: 1 }, severity: 'warning' },
      { site: 'VN', day: '2026-11-20', facts: { skuCount: 301 }, gives: { limit: 300 }, severity: 'error' },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { skuCount: 51, promptedSkuMax: 50 },
        gives: { limit: 50 },
        severity: 'error',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { skuCount: 301 } }],
  },
});
