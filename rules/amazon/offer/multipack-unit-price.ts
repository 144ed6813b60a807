import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/multipack-unit-price.json' with { type: 'json' };

/** A multipack costs per unit no more than the unit sold singly; the same is allowed. */
export default defineRule({
  id: 'amazon/multipack-unit-price',
  topic: 'offer',
  severity: 'warning',
  needs: [],
  uses: ['packPrice', 'packQuantity', 'singlePrice', 'basePrice', 'numberOfItems'],
  marks: ['packPrice', 'yourPrice', 'salePrice', 'numberOfItems'],
  policy: readPolicy(file, {}),
  check({ packPrice, packQuantity, singlePrice, basePrice, numberOfItems }, _, { digits }) {
    const quantity = packQuantity ?? numberOfItems;
    // Nothing says that this is a pack.
    if (!quantity && !packPrice && !singlePrice) return notApplicable('no-trigger');
    if (!quantity) return unknown('packQuantity');
    if (quantity === 1) return notApplicable('no-trigger');
    const price = packPrice ?? basePrice;
    if (!price) return unknown('packPrice');
    if (!singlePrice) return unknown('singlePrice');
    const highest = singlePrice.times(quantity);
    if (price.lte(highest)) return ok();
    return violation({
      values: { packPrice: price, packQuantity: quantity, singlePrice },
      fix: { maxPrice: floorTo(highest, digits) },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { packPrice: '29.97', packQuantity: 3, singlePrice: '9.99' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { packPrice: '29.98', packQuantity: 3, singlePrice: '9.99' },
        gives: { maxPrice: '29.97' },
      },
      {
        site: 'AU',
        day: '2026-11-20',
        facts: { yourPrice: '31.50', numberOfItems: 3, singlePrice: '9.99' },
        gives: { maxPrice: '29.97' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { packPrice: '31.50', packQuantity: 3 } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '31.50', singlePrice: '9.99' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '31.50', numberOfItems: 1 } },
      { site: 'UK', day: '2026-11-20', facts: { packPrice: '31.50', packQuantity: 3, singlePrice: '9.99' } },
    ],
  },
});
