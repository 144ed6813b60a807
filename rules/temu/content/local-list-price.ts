import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/local-list-price.json' with { type: 'json' };

/** The list price of a local product is at least its base price, which is above zero; equal passes. */
export default defineRule({
  id: 'temu/local-list-price',
  topic: 'offer',
  severity: 'error',
  needs: ['managedMode', 'basePrice', 'listPrice'],
  uses: ['listPriceType'],
  marks: ['listPrice', 'basePrice'],
  policy: readPolicy(file, {}),
  before({ managedMode, listPriceType }) {
    const isOther = typeof managedMode === 'string' && managedMode !== 'local';
    return isOther || listPriceType === 1 ? notApplicable('exempt') : undefined;
  },
  check({ listPrice, basePrice }, _, { digits }) {
    if (basePrice.lte(0))
      return violation({ message: 'notPositive', marks: ['basePrice'], values: { basePrice }, fix: {} });
    if (listPrice.lt(basePrice))
      return violation({ values: { listPrice, basePrice }, fix: { minListPrice: ceilTo(basePrice, digits) } });
    return ok();
  },
  examples: {
    ok: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', listPrice: '20.00', basePrice: '20.00' } }],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', listPrice: '19.99', basePrice: '20.00' },
        gives: { minListPrice: '20.00' },
      },
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'local', listPrice: '1.00', basePrice: '0' } },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', basePrice: '20.00' } }],
    notApplicable: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', listPriceType: 1, listPrice: '1.00', basePrice: '20.00' },
      },
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', listPrice: '1.00', basePrice: '20.00' } },
      { site: 'global', day: '2025-10-10', facts: { managedMode: 'local', listPrice: '1.00', basePrice: '20.00' } },
    ],
  },
});
