import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/promotion-rating.json' with { type: 'json' };

/** A product in a deal or price discount has at least 2.5 stars and at least 5 reviews; both numbers are enough. */
export default defineRule({
  id: 'amazon/promotion-rating-minimum',
  topic: 'promotion',
  severity: 'warning',
  needs: [],
  uses: ['rating', 'ratingCount'],
  marks: ['dealPrice', 'asin', 'sku'],
  policy: readPolicy(file, { minRating: 'decimal', minCount: 'count' }),
  quietUnknown: true,
  check({ rating, ratingCount }, { minRating, minCount }) {
    if (rating?.lt(minRating)) return violation({ values: { rating, minRating }, fix: {} });
    const isCounted = typeof ratingCount === 'number';
    if (isCounted && ratingCount < minCount)
      return violation({ message: 'few', values: { ratingCount, minimum: minCount }, fix: {} });
    if (rating && isCounted) return ok();
    if (rating) return unknown('ratingCount');
    return isCounted ? unknown('rating') : unknown('rating', 'ratingCount');
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { rating: '2.5', ratingCount: 5 } },
      { site: 'SG', day: '2026-11-20', facts: { rating: '4.9', ratingCount: 6 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { rating: '2.4', ratingCount: 500 }, severity: 'warning' },
      { site: 'US', day: '2026-11-20', facts: { rating: '2.4' } },
      { site: 'US', day: '2026-11-20', facts: { rating: '4.9', ratingCount: 4 } },
      { site: 'US', day: '2025-01-16', facts: { ratingCount: 0 } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { rating: '4.9' } },
      { site: 'US', day: '2026-11-20', facts: { ratingCount: 5 } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
    notApplicable: [
      { site: 'US', day: '2025-01-15', facts: { rating: '2.4', ratingCount: 500 } },
      { site: 'DE', day: '2026-11-20', facts: { rating: '2.4', ratingCount: 500 } },
    ],
  },
});
