import { notApplicable } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/flash-deal-percent.json' with { type: 'json' };
import { judgeDiscount } from './discount-range.ts';

/** A US flash deal takes 10 to 90 percent off (until 2024-09-30: 5 to 99); the ends pass. */
export default defineRule({
  id: 'tiktok/flash-deal-percent',
  topic: 'promotion',
  severity: 'error',
  needs: ['discountPercent'],
  uses: ['promotionKind', 'promptedMin', 'promptedMax', 'shopifyConnected'],
  marks: ['discountPercent'],
  policy: readPolicy(file, { min: 'decimal', max: 'decimal' }),
  before({ shopifyConnected }) {
    return shopifyConnected ? notApplicable('exempt') : undefined;
  },
  check: (facts, limits) => judgeDiscount('flash', facts, limits),
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '10' } },
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '90' } },
      { site: 'US', day: '2024-09-30', facts: { discountPercent: '5' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '9' }, gives: { min: '10', max: '90' } },
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '91' }, gives: { min: '10', max: '90' } },
      { site: 'US', day: '2024-10-01', facts: { discountPercent: '5' }, gives: { min: '10', max: '90' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { discountPercent: '9' } },
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '9', promotionKind: 'product-discount' } },
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '9', shopifyConnected: true } },
    ],
  },
});
