import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/id-negative-balance.json' with { type: 'json' };

/** An Indonesian promotion price is at least 2,000 IDR; 2,000 passes. */
export default defineRule({
  id: 'tiktok/id-negative-balance',
  topic: 'promotion',
  severity: 'warning',
  needs: ['promotionPrice'],
  marks: ['promotionPrice'],
  policy: readPolicy(file, { minimum: 'decimal' }),
  check({ promotionPrice }, { minimum }) {
    if (promotionPrice.gte(minimum)) return ok();
    return violation({ values: { promotionPrice }, fix: { minPrice: minimum } });
  },
  examples: {
    ok: [{ site: 'ID', day: '2026-11-20', facts: { promotionPrice: '2000' } }],
    violation: [{ site: 'ID', day: '2026-11-20', facts: { promotionPrice: '1999' }, gives: { minPrice: '2000' } }],
    unknown: [{ site: 'ID', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'TH', day: '2026-11-20', facts: { promotionPrice: '1999' } },
      { site: 'ID', day: '2025-07-01', facts: { promotionPrice: '1999' } },
    ],
  },
});
