import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/list-price-above-price.json' with { type: 'json' };

/** A List Price is shown struck through only when it is above the selling price; at the same price it is not. */
export default defineRule({
  id: 'amazon/list-price-not-above-price',
  topic: 'offer',
  severity: 'info',
  needs: ['listPrice', 'basePrice'],
  marks: ['listPrice'],
  policy: readPolicy(file, {}),
  check({ listPrice, basePrice }, _, { digits }) {
    // Amazon's form takes 0 for "no List Price".
    if (listPrice.lte(0)) return notApplicable('nothing-to-check');
    if (listPrice.gt(basePrice)) return ok();
    // Only for a price that was really charged; the other way out is 0.
    const minListPrice = floorTo(basePrice, digits).plus(unit(digits));
    return violation({ values: { listPrice, basePrice }, fix: { minListPrice } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { listPrice: '25.01', basePrice: '25.00' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { listPrice: '25.00', basePrice: '25.00' },
        gives: { minListPrice: '25.01' },
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { listPrice: '2400', yourPrice: '2500' },
        gives: { minListPrice: '2501' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { listPrice: '25.00' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { listPrice: '0', basePrice: '25.00' } },
      { site: 'US', day: '2026-11-20', facts: { listPrice: null, basePrice: '25.00' } },
    ],
  },
});
