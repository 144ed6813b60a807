import type { FactName } from '../../engine/facts.ts';
import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/deal-eligibility-legacy.json' with { type: 'json' };

/**
 * Older terms of Lightning and 7-day Deals: at least 3.0 stars, seller feedback of at least 3.5, at least 5 seller
 * ratings in the month, new condition, Prime shipping and a valid reference price. The numbers themselves are enough.
 */
export default defineRule({
  id: 'amazon/deal-eligibility-legacy',
  topic: 'promotion',
  severity: 'info',
  needs: [],
  uses: ['rating', 'sellerFeedback', 'sellerRatingsMonth', 'condition', 'fbaOrSfp', 'wasPriceExists', 'listPrice'],
  marks: ['dealPrice', 'asin', 'sku'],
  policy: readPolicy(file, {
    minRating: 'decimal',
    minSellerFeedback: 'decimal',
    minRatings: 'count',
    /** Condition codes up to the first underscore. */
    newConditions: 'texts',
  }),
  quietUnknown: true,
  check(facts, { minRating, minSellerFeedback, minRatings, newConditions }) {
    const { rating, sellerFeedback, sellerRatingsMonth, condition } = facts;
    if (condition && !newConditions.some((word) => condition === word || condition.startsWith(`${word}_`)))
      return violation({ message: 'conditionUsed', values: { condition }, fix: {} });
    if (facts.fbaOrSfp === false) return violation({ message: 'prime', values: {}, fix: {} });
    if (rating?.lt(minRating)) return violation({ values: { rating, minRating }, fix: {} });
    if (sellerFeedback?.lt(minSellerFeedback))
      return violation({ message: 'feedback', values: { sellerFeedback, minRating: minSellerFeedback }, fix: {} });
    const isCounted = typeof sellerRatingsMonth === 'number';
    if (isCounted && sellerRatingsMonth < minRatings)
      return violation({ message: 'few', values: { sellerRatingsMonth, minimum: minRatings }, fix: {} });
    // Without a Was Price only a List Price could be the reference.
    if (facts.wasPriceExists === false && facts.listPrice !== undefined && !facts.listPrice?.gt(0))
      return violation({ message: 'reference', values: {}, fix: {} });
    if (rating && sellerFeedback && isCounted) return ok();
    return missing(!rating && 'rating', !sellerFeedback && 'sellerFeedback', !isCounted && 'sellerRatingsMonth');
  },
  examples: {
    ok: [
      { site: 'US', day: '2025-03-10', facts: { rating: '3.0', sellerFeedback: '3.5', sellerRatingsMonth: 5 } },
      {
        site: 'FR',
        day: '2026-11-20',
        facts: { rating: '4.6', sellerFeedback: '4.9', sellerRatingsMonth: 40, condition: 'new_new', fbaOrSfp: true },
      },
    ],
    violation: [
      { site: 'US', day: '2025-03-10', facts: { rating: '2.9', sellerFeedback: '3.5', sellerRatingsMonth: 5 } },
      { site: 'US', day: '2025-03-10', facts: { rating: '3.0', sellerFeedback: '3.4' } },
      { site: 'US', day: '2025-03-10', facts: { sellerRatingsMonth: 4 } },
      { site: 'US', day: '2025-03-10', facts: { rating: '4.6', condition: 'used_like_new' } },
      { site: 'US', day: '2025-03-10', facts: { rating: '4.6', fbaOrSfp: false } },
      { site: 'US', day: '2025-03-10', facts: { wasPriceExists: false, listPrice: null } },
    ],
    unknown: [
      { site: 'US', day: '2025-03-10', facts: { rating: '3.0', sellerFeedback: '3.5' } },
      { site: 'US', day: '2025-03-10', facts: {} },
    ],
    notApplicable: [{ site: 'DE', day: '2025-03-10', facts: { rating: '2.9' } }],
  },
});

function missing(...names: (FactName | false)[]) {
  return unknown(...names.filter((name) => name !== false));
}
