import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/product-discount-percent.json' with { type: 'json' };
import { judgeDiscount } from './discount-range.ts';

/** A product discount takes 5 to 90 percent off in the US (until 2024-09-30: 1 to 99), 1 to 50 in Vietnam; elsewhere the form’s own limits decide. */
export default defineRule({
  id: 'tiktok/product-discount-percent',
  topic: 'promotion',
  severity: 'error',
  needs: ['discountPercent'],
  uses: ['promotionKind', 'promptedMin', 'promptedMax'],
  marks: ['discountPercent'],
  policy: readPolicy(file, { min: 'decimal', max: 'decimal' }),
  check: (facts, limits) => judgeDiscount('product-discount', facts, limits),
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '5' } },
      { site: 'US', day: '2024-09-30', facts: { discountPercent: '99' } },
      { site: 'VN', day: '2026-11-20', facts: { discountPercent: '50' } },
      { site: 'SG', day: '2026-11-20', facts: { discountPercent: '20', promptedMin: '1', promptedMax: '99' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '4' }, gives: { min: '5', max: '90' } },
      { site: 'US', day: '2026-11-20', facts: { discountPercent: '91' }, gives: { min: '5', max: '90' } },
      { site: 'US', day: '2024-10-01', facts: { discountPercent: '99' }, gives: { min: '5', max: '90' } },
      { site: 'VN', day: '2026-11-20', facts: { discountPercent: '51' }, gives: { min: '1', max: '50' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'SG', day: '2026-11-20', facts: { discountPercent: '20' } },
    ],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { discountPercent: '4', promotionKind: 'flash' } }],
  },
});
