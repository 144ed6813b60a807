import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/declared-upper-bound.json' with { type: 'json' };

/** The declared price is at most the ceiling of its category, which only an earlier error text tells; equal passes. */
export default defineRule({
  id: 'temu/declared-upper-bound',
  topic: 'offer',
  severity: 'error',
  needs: ['declaredPrice', 'learnedCeiling'],
  marks: ['declaredPrice'],
  bounds: [{ of: 'declaredPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ declaredPrice, learnedCeiling }) {
    if (declaredPrice.lte(learnedCeiling)) return ok();
    return violation({ values: { declaredPrice, learnedCeiling }, fix: { maxPrice: learnedCeiling } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { declaredPrice: '300.00', learnedCeiling: '300.00' } }],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '300.01', learnedCeiling: '300.00' },
        gives: { maxPrice: '300.00' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { declaredPrice: '300.00' } }],
    notApplicable: [
      { site: 'global', day: '2026-04-26', facts: { declaredPrice: '300.01', learnedCeiling: '300.00' } },
    ],
  },
});
