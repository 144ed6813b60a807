import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/pieces-unit-price.json' with { type: 'json' };

/** A set costs at most as much per piece as the single piece; equal passes. */
export default defineRule({
  id: 'temu/pieces-unit-price',
  topic: 'offer',
  severity: 'warning',
  needs: ['declaredPrice', 'numberOfPieces', 'singlePrice'],
  marks: ['declaredPrice'],
  bounds: [{ of: 'declaredPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before: ({ numberOfPieces }) =>
    numberOfPieces === 1 || numberOfPieces === 0 ? notApplicable('no-trigger') : undefined,
  check({ declaredPrice, numberOfPieces, singlePrice }, _, { digits }) {
    const highest = singlePrice.times(numberOfPieces);
    if (declaredPrice.lte(highest)) return ok();
    return violation({
      values: { declaredPrice, numberOfPieces, singlePrice },
      fix: { maxPrice: floorTo(highest, digits) },
    });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '30.00', numberOfPieces: 3, singlePrice: '10.00' } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '30.01', numberOfPieces: 3, singlePrice: '10.00' },
        gives: { maxPrice: '30.00' },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '30.00', numberOfPieces: 3 } },
      { site: 'global', day: '2026-11-20', facts: { numberOfPieces: 3, singlePrice: '10.00' } },
    ],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '9.00', numberOfPieces: 1, singlePrice: '8.00' } },
    ],
  },
});
