import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-star-rating.json' with { type: 'json' };

const couponStarRating = readPolicy(file, {
  /** Up to this number of ratings the lower minimum holds. */
  fewRatings: 'count',
  minRatingOfFew: 'decimal',
  minRatingOfMany: 'decimal',
});

/**
 * A product with a coupon has at least 3.0 stars from 5 ratings on, at least 1.0 with fewer (2.5 until 2024-12-25), and
 * may have none. The minimum itself is enough.
 */
export default defineRule({
  id: 'amazon/coupon-star-rating',
  topic: 'coupon',
  severity: 'error',
  needs: ['rating', 'ratingCount'],
  marks: ['asin', 'sku'],
  policy: couponStarRating,
  quietUnknown: true,
  before({ rating, ratingCount }, { minRatingOfMany }) {
    // The minimum of many ratings is the higher one, so it is enough for any number.
    return ratingCount === 0 || rating?.gte(minRatingOfMany) ? ok() : undefined;
  },
  check({ rating, ratingCount }, { fewRatings, minRatingOfFew, minRatingOfMany }) {
    const minRating = ratingCount <= fewRatings ? minRatingOfFew : minRatingOfMany;
    if (rating.gte(minRating)) return ok();
    return violation({ values: { rating, ratingCount, minRating }, fix: {} });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { rating: '3.0', ratingCount: 5 } },
      { site: 'US', day: '2026-11-20', facts: { rating: '1.0', ratingCount: 4 } },
      { site: 'US', day: '2026-11-20', facts: { rating: '3.0' } },
      { site: 'US', day: '2026-11-20', facts: { ratingCount: 0 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { rating: '2.9', ratingCount: 5 } },
      { site: 'US', day: '2024-12-25', facts: { rating: '2.4', ratingCount: 4 } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { rating: '2.0' } },
      { site: 'US', day: '2026-11-20', facts: { ratingCount: 5 } },
    ],
    notApplicable: [{ site: 'US', day: '2024-03-11', facts: { rating: '2.0', ratingCount: 5 } }],
  },
});
