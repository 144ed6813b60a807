import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { isPositive, unit } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/fixed-price-not-below-price.json' with { type: 'json' };

/** The fixed price of a product discount is below the product's own price; equal is no discount. */
export default defineRule({
  id: 'tiktok/fixed-price-not-below-price',
  topic: 'promotion',
  severity: 'warning',
  needs: ['promotionPrice', 'price', 'promotionKind'],
  marks: ['promotionPrice'],
  bounds: [{ of: 'promotionPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ promotionPrice, price, promotionKind }, _, { digits }) {
    if (promotionKind !== 'product-discount') return notApplicable('no-trigger');
    if (promotionPrice.lt(price)) return ok();
    const maxPrice = price.minus(unit(digits));
    if (!isPositive(maxPrice)) return notApplicable('nothing-to-check');
    return violation({
      message: promotionPrice.eq(price) ? 'problem' : 'above',
      values: { promotionPrice, price, difference: promotionPrice.minus(price) },
      fix: { maxPrice },
    });
  },
  examples: {
    ok: [
      {
        site: 'TH',
        day: '2026-11-30',
        facts: { promotionKind: 'product-discount', promotionPrice: '137.99', price: '138.00' },
      },
    ],
    violation: [
      {
        site: 'TH',
        day: '2026-11-30',
        facts: { promotionKind: 'product-discount', promotionPrice: '138.00', price: '138.00' },
        gives: { maxPrice: '137.99', difference: '0.00' },
      },
      {
        site: 'VN',
        day: '2026-11-30',
        facts: { promotionKind: 'product-discount', promotionPrice: '99500', price: '99000' },
        gives: { maxPrice: '98999', difference: '500' },
      },
    ],
    unknown: [
      { site: 'TH', day: '2026-11-30', facts: { promotionKind: 'product-discount', promotionPrice: '138.00' } },
      { site: 'TH', day: '2026-11-30', facts: {} },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-30', facts: { promotionKind: 'flash', promotionPrice: '20.00', price: '20.00' } },
      {
        site: 'TH',
        day: '2026-11-30',
        facts: { promotionKind: 'product-discount', promotionPrice: '0.01', price: '0.01' },
      },
    ],
  },
});
