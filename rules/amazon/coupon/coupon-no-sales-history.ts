import type { FactName } from '../../engine/facts.ts';
import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Big } from '../../measures/decimals.ts';
import { couponWasPrice } from '../../policies/amazon/coupon-was-price.ts';

/**
 * A product with a coupon has a Was Price. From 2024-12-26 new products are exempt, and so are products with at least
 * 4.0 stars from at least 5 ratings; both numbers are inclusive, and Japan names no number of ratings.
 */
export default defineRule({
  id: 'amazon/coupon-no-sales-history',
  topic: 'coupon',
  severity: 'error',
  needs: ['wasPriceExists'],
  uses: ['wasPrice', 'isNewAsin', 'rating', 'ratingCount'],
  marks: ['asin', 'sku'],
  policy: couponWasPrice,
  quietUnknown: true,
  before({ wasPriceExists, wasPrice }) {
    return wasPriceExists === undefined && wasPrice ? ok() : undefined;
  },
  check(
    { wasPriceExists, isNewAsin, rating, ratingCount },
    { newAsinExempt: exemptions, exemptRating, exemptRatingCount },
  ) {
    if (wasPriceExists) return ok();
    if (!exemptions) return violation({ values: {}, fix: {} });
    if (isNewAsin) return notApplicable('exempt');
    const wellRated = isWellRated(rating, ratingCount, exemptRating, exemptRatingCount);
    if (wellRated) return notApplicable('exempt');
    const missing: FactName[] = [];
    if (isNewAsin !== false) missing.push('isNewAsin');
    if (wellRated === undefined && rating === undefined) missing.push('rating');
    if (wellRated === undefined && ratingCount === undefined && exemptRatingCount > 0) missing.push('ratingCount');
    if (missing.length > 0) return unknown(...missing);
    return violation({ values: { rating, ratingCount }, fix: {} });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { wasPriceExists: true } },
      { site: 'US', day: '2026-11-20', facts: { wasPrice: '24.99' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { wasPriceExists: false, isNewAsin: false, rating: '3.9', ratingCount: 50 },
      },
      { site: 'US', day: '2026-11-20', facts: { wasPriceExists: false, isNewAsin: false, ratingCount: 4 } },
      { site: 'US', day: '2024-12-25', facts: { wasPriceExists: false, isNewAsin: true } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { isNewAsin: false } },
      { site: 'US', day: '2026-11-20', facts: { wasPriceExists: false } },
      { site: 'US', day: '2026-11-20', facts: { wasPriceExists: false, isNewAsin: false, rating: '4.0' } },
    ],
    notApplicable: [
      { site: 'US', day: '2024-12-26', facts: { wasPriceExists: false, isNewAsin: true } },
      { site: 'US', day: '2026-11-20', facts: { wasPriceExists: false, rating: '4.0', ratingCount: 5 } },
      { site: 'JP', day: '2026-11-20', facts: { wasPriceExists: false, rating: '4.0' } },
      { site: 'TR', day: '2026-11-20', facts: { wasPriceExists: false, isNewAsin: false } },
    ],
  },
});

/** Whether the stars exempt the product; undefined while what is known does not decide. */
function isWellRated(
  rating: Big | null | undefined,
  ratingCount: number | null | undefined,
  minRating: Big,
  minCount: number,
): boolean | undefined {
  if (rating === null || rating?.lt(minRating) || ratingCount === 0) return false;
  if (minCount === 0) return rating ? true : undefined;
  if (ratingCount === null) return false;
  if (ratingCount !== undefined && ratingCount < minCount) return false;
  return rating && ratingCount !== undefined ? true : undefined;
}
