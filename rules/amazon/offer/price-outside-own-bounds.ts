import type { FactName } from '../../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, ceilTo, floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/price-bounds.json' with { type: 'json' };

type Bound = Big | null | undefined;

/**
 * The price, and a sale price that is live, lie between the seller's own minimum and maximum; both bounds are allowed.
 * A bound that is not set is not checked.
 */
export default defineRule({
  id: 'amazon/price-outside-own-bounds',
  topic: 'offer',
  severity: 'error',
  needs: ['yourPrice'],
  uses: ['salePrice', 'saleStart', 'saleEnd', 'minSellerPrice', 'maxSellerPrice'],
  emptyWhenAbsent: ['minSellerPrice', 'maxSellerPrice'],
  marks: ['yourPrice', 'salePrice', 'minSellerPrice', 'maxSellerPrice'],
  policy: readPolicy(file, {}),
  check({ yourPrice, salePrice, saleStart, saleEnd, minSellerPrice, maxSellerPrice }, _, { day, digits }) {
    if (!minSellerPrice && !maxSellerPrice) return notApplicable('no-trigger');
    if (minSellerPrice && maxSellerPrice && minSellerPrice.gt(maxSellerPrice))
      return violation({
        message: 'crossed',
        marks: ['minSellerPrice', 'maxSellerPrice'],
        values: { minSellerPrice, maxSellerPrice },
        fix: {},
      });
    if (isOutside(yourPrice, minSellerPrice, maxSellerPrice))
      return outside('yourPrice', yourPrice, minSellerPrice, maxSellerPrice, digits);
    if (!salePrice || !isOutside(salePrice, minSellerPrice, maxSellerPrice)) return ok();
    if (saleStart === undefined) return unknown('saleStart');
    if (saleEnd === undefined) return unknown('saleEnd');
    const live = saleStart !== null && saleEnd !== null && saleStart <= day && day <= saleEnd;
    return live ? outside('salePrice', salePrice, minSellerPrice, maxSellerPrice, digits) : ok();
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '20.00', minSellerPrice: '20.00', maxSellerPrice: '30.00' },
      },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '30.00', maxSellerPrice: '30.00', minSellerPrice: null } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          yourPrice: '25.00',
          salePrice: '18.00',
          saleStart: '2026-11-21',
          saleEnd: '2026-11-30',
          minSellerPrice: '20.00',
        },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '19.99', minSellerPrice: '20.00' },
        gives: { minPrice: '20.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '30.01', maxSellerPrice: '30.00' },
        gives: { maxPrice: '30.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          yourPrice: '25.00',
          salePrice: '18.00',
          saleStart: '2026-11-20',
          saleEnd: '2026-11-20',
          minSellerPrice: '20.00',
        },
        gives: { minPrice: '20.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '25.00', minSellerPrice: '30.00', maxSellerPrice: '20.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { minSellerPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '25.00' }, unread: ['minSellerPrice'] },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '25.00', salePrice: '18.00', minSellerPrice: '20.00' },
      },
    ],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { yourPrice: '25.00' } }],
  },
});

function isOutside(price: Big, lowest: Bound, highest: Bound): boolean {
  return (lowest?.gt(price) ?? false) || (highest?.lt(price) ?? false);
}

/** `name` is the fact whose field holds the price. Sentences: below, above, saleBelow, saleAbove. */
function outside(name: 'yourPrice' | 'salePrice', price: Big, lowest: Bound, highest: Bound, digits: number): Outcome {
  const sale = name === 'salePrice';
  const marks = (bound: FactName): FactName[] => [name, bound];
  if (lowest?.gt(price))
    return violation({
      message: sale ? 'saleBelow' : 'problem',
      marks: marks('minSellerPrice'),
      values: { [name]: price, minSellerPrice: lowest },
      fix: { minPrice: ceilTo(lowest, digits) },
    });
  return violation({
    message: sale ? 'saleAbove' : 'above',
    marks: marks('maxSellerPrice'),
    values: { [name]: price, maxSellerPrice: highest },
    fix: { maxPrice: floorTo(highest as Big, digits) },
  });
}
