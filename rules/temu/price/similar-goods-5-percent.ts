import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/similar-goods-5-percent.json' with { type: 'json' };

/** The declared price is at most 5 % above comparable goods; exactly 5 % passes. A claim of one marketing page, off until turned on. */
export default defineRule({
  id: 'temu/similar-goods-5-percent',
  topic: 'offer',
  severity: 'info',
  needs: ['declaredPrice', 'comparablePrice'],
  uses: ['enabled'],
  marks: ['declaredPrice'],
  bounds: [{ of: 'declaredPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, { maxOverComparable: 'decimal' }),
  optIn: true,
  quietUnknown: true,
  before: ({ enabled }) => (enabled === false ? notApplicable('no-trigger') : undefined),
  check({ declaredPrice, comparablePrice }, { maxOverComparable }, { digits }) {
    const highest = comparablePrice.times(maxOverComparable);
    if (declaredPrice.lte(highest)) return ok();
    return violation({ values: { declaredPrice, comparablePrice }, fix: { maxPrice: floorTo(highest, digits) } });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { enabled: true, declaredPrice: '10.50', comparablePrice: '10.00' } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { enabled: true, declaredPrice: '10.51', comparablePrice: '10.00' },
        gives: { maxPrice: '10.50' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { enabled: true, declaredPrice: '10.51' } }],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { enabled: false, declaredPrice: '10.51', comparablePrice: '10.00' },
      },
    ],
  },
});
