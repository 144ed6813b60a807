import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { isPositive, unit } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/flash-deal-30-day-low.json' with { type: 'json' };

const FLASH: ReadonlySet<string> = new Set(['flash', 'live-flash']);

/** A US flash price is below the lowest price paid in 30 days, or below the retail price when nothing was sold; equal is a warning. */
export default defineRule({
  id: 'tiktok/flash-deal-30-day-low',
  topic: 'promotion',
  severity: 'error',
  needs: ['promotionPrice'],
  uses: ['promotionKind', 'price', 'lowestPrice30d', 'hasSales30d', 'retailPrice'],
  marks: ['promotionPrice'],
  bounds: [{ of: 'promotionPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  check({ promotionPrice, promotionKind, price, lowestPrice30d, hasSales30d, retailPrice }, _, { digits }) {
    if (promotionKind && !FLASH.has(promotionKind)) return notApplicable('no-trigger');
    // No discount at all: said as that, whatever was paid in 30 days. The form asks for less than the price.
    if (price && promotionPrice.gte(price) && isPositive(price.minus(unit(digits))))
      return violation({
        message: 'aboveOriginal',
        values: { promotionPrice, price },
        fix: { maxPrice: lowestPrice30d?.lt(price) ? lowestPrice30d.minus(unit(digits)) : price.minus(unit(digits)) },
      });
    const withoutSales = hasSales30d === false;
    const reference = withoutSales ? retailPrice : lowestPrice30d;
    if (!reference) return unknown(withoutSales ? 'retailPrice' : 'lowestPrice30d');
    if (promotionPrice.lt(reference)) return ok();
    const maxPrice = reference.minus(unit(digits));
    if (maxPrice.lte(0)) return notApplicable('nothing-to-check');
    const values = withoutSales
      ? { promotionPrice, retailPrice: reference }
      : { promotionPrice, lowestPrice30d: reference };
    const message = withoutSales ? 'withoutSales' : 'problem';
    return violation({
      severity: promotionPrice.eq(reference) ? 'warning' : 'error',
      message,
      values,
      fix: { maxPrice },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { promotionPrice: '19.98', lowestPrice30d: '19.99' } },
      { site: 'US', day: '2026-11-20', facts: { promotionPrice: '24.99', hasSales30d: false, retailPrice: '25.00' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '19.99', lowestPrice30d: '19.99' },
        gives: { maxPrice: '19.98' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '20.00', lowestPrice30d: '19.99' },
        gives: { maxPrice: '19.98' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '26.00', price: '25.00' },
        gives: { maxPrice: '24.99' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '26.00', price: '25.00', lowestPrice30d: '19.99' },
        gives: { maxPrice: '19.98' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '25.00', hasSales30d: false, retailPrice: '25.00' },
        gives: { maxPrice: '24.99' },
        severity: 'warning',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { promotionPrice: '19.99' } },
      { site: 'US', day: '2026-11-20', facts: { promotionPrice: '19.99', hasSales30d: false } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { promotionPrice: '20.00', lowestPrice30d: '19.99' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '20.00', lowestPrice30d: '19.99', promotionKind: 'product-discount' },
      },
    ],
  },
});
