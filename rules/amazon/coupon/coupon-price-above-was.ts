import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import { couponWasPrice } from '../../policies/amazon/coupon-was-price.ts';
import { higherReading } from './coupon-eligible-prices.ts';

/**
 * The price a coupon is taken from is at most 30 % above the Was Price; exactly 30 % is allowed. An estimated Was Price
 * stands in for an unknown one and makes a warning; where it passes by the other reading of Amazon's text, that is said.
 */
export default defineRule({
  id: 'amazon/coupon-price-above-was',
  topic: 'coupon',
  severity: 'error',
  needs: ['basePrice'],
  uses: [
    'wasPrice',
    'wasPriceEstimate',
    'wasPriceWithoutPromotions',
    'wasPriceWithPromotions',
    'wasPriceExists',
    'isNewAsin',
    'salePrice',
  ],
  // Without a Sale Price the base price is Your Price.
  emptyWhenAbsent: ['salePrice'],
  marks: ['yourPrice', 'salePrice'],
  bounds: [{ of: 'basePrice', side: 'below', figure: 'maxPrice' }],
  policy: couponWasPrice,
  before({ isNewAsin, wasPriceExists }, { newAsinExempt }) {
    if (isNewAsin && newAsinExempt) return notApplicable('exempt');
    // Without any Was Price, `amazon/coupon-no-sales-history` decides.
    if (wasPriceExists === false) return notApplicable('no-trigger');
    return undefined;
  },
  check(facts, { maxBaseOverWas }, { digits }) {
    const { basePrice, wasPrice, wasPriceEstimate, wasPriceWithoutPromotions, wasPriceWithPromotions } = facts;
    const reference = wasPrice ?? wasPriceEstimate;
    if (!reference?.gt(0)) return wasPrice === null ? notApplicable('nothing-to-check') : unknown('wasPrice');
    const highest = reference.times(maxBaseOverWas);
    if (basePrice.lte(highest)) return ok();
    const allowedAbove = maxBaseOverWas.minus(1).times(100);
    const fix = { maxPrice: floorTo(highest, digits) };
    if (wasPrice) return violation({ values: { basePrice, wasPrice, allowedAbove }, fix });
    const highestReading = higherReading(wasPriceWithoutPromotions, wasPriceWithPromotions);
    if (highestReading && basePrice.lte(highestReading.times(maxBaseOverWas)))
      return violation({
        severity: 'warning',
        message: 'disputed',
        values: { basePrice, wasPriceWithoutPromotions, wasPriceWithPromotions, allowedAbove },
        fix,
      });
    return violation({
      severity: 'warning',
      message: 'estimated',
      values: { basePrice, wasPriceEstimate, allowedAbove },
      fix,
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '32.48', wasPrice: '24.99' } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '130.00', wasPrice: '100.00' } },
      { site: 'JP', day: '2026-11-20', facts: { basePrice: '1300', wasPriceEstimate: '1000' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '140.00', wasPrice: '100.00' },
        gives: { maxPrice: '130.00' },
        severity: 'error',
      },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '32.49', wasPrice: '24.99' }, gives: { maxPrice: '32.48' } },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { basePrice: '1301', wasPriceEstimate: '1000' },
        gives: { maxPrice: '1300' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          basePrice: '50.00',
          wasPriceEstimate: '30.00',
          wasPriceWithPromotions: '30.00',
          wasPriceWithoutPromotions: '40.00',
        },
        gives: { maxPrice: '39.00', wasPriceWithoutPromotions: '40.00' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2024-12-25',
        facts: { basePrice: '140.00', wasPrice: '100.00', isNewAsin: true },
        gives: { maxPrice: '130.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '140.00' } },
      { site: 'US', day: '2026-11-20', facts: { wasPrice: '100.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '120.00', wasPrice: '100.00' }, unread: ['salePrice'] },
    ],
    notApplicable: [
      { site: 'FR', day: '2026-11-20', facts: { basePrice: '140.00', wasPrice: '100.00' } },
      { site: 'US', day: '2024-12-26', facts: { basePrice: '140.00', wasPrice: '100.00', isNewAsin: true } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '140.00', wasPriceExists: false } },
    ],
  },
});
