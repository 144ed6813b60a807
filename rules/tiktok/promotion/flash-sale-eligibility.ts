import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/flash-sale-eligibility.json' with { type: 'json' };

/** A shop in South East Asia creates flash sales only with the region’s rating (inclusive), fewer than 36 violation points and a balance above −100 US dollars. */
export default defineRule({
  id: 'tiktok/flash-sale-eligibility',
  topic: 'promotion',
  severity: 'error',
  needs: ['violationPoints', 'balanceUsd'],
  uses: ['storeRating', 'promotionKind'],
  marks: ['promotionPrice', 'discountPercent'],
  repeats: { rules: ['tiktok/violation-points'], through: 'violationPoints' },
  policy: readPolicy(file, { rating: 'decimal', points: 'count', balance: 'decimal' }),
  quietUnknown: true,
  before({ storeRating, violationPoints, balanceUsd, promotionKind }, limits) {
    if (promotionKind && promotionKind !== 'flash') return notApplicable('no-trigger');
    if (storeRating?.lt(limits.rating))
      return violation({ values: { storeRating }, fix: { reason: 'rating', minRating: limits.rating } });
    if (typeof violationPoints === 'number' && violationPoints >= limits.points)
      return violation({
        message: 'points',
        values: { violationPoints },
        fix: { reason: 'points', limit: limits.points },
      });
    if (balanceUsd?.lte(limits.balance))
      return violation({
        message: 'balance',
        values: { balanceUsd },
        fix: { reason: 'balance', balanceAbove: limits.balance },
      });
    return undefined;
  },
  check({ storeRating }) {
    return storeRating === undefined ? unknown('storeRating') : ok();
  },
  examples: {
    ok: [
      { site: 'VN', day: '2026-11-20', facts: { violationPoints: 35, balanceUsd: '0', storeRating: '3.0' } },
      { site: 'MY', day: '2026-11-20', facts: { violationPoints: 35, balanceUsd: '-99.99', storeRating: 'none' } },
    ],
    violation: [
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { violationPoints: 35, balanceUsd: '0', storeRating: '2.9' },
        gives: { reason: 'rating' },
      },
      {
        site: 'SG',
        day: '2026-11-20',
        facts: { violationPoints: 36, balanceUsd: '0', storeRating: '4.0' },
        gives: { reason: 'points' },
      },
      { site: 'TH', day: '2026-11-20', facts: { balanceUsd: '-100' }, gives: { reason: 'balance' } },
      { site: 'PH', day: '2026-11-20', facts: { storeRating: '2.4' }, gives: { reason: 'rating' } },
    ],
    unknown: [
      { site: 'VN', day: '2026-11-20', facts: { violationPoints: 35, balanceUsd: '0' } },
      { site: 'SG', day: '2026-11-20', facts: {} },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { violationPoints: 50, balanceUsd: '0', storeRating: '1.0' } },
      { site: 'VN', day: '2025-10-13', facts: { storeRating: '2.9' } },
      { site: 'VN', day: '2026-11-20', facts: { storeRating: '2.9', promotionKind: 'product-discount' } },
    ],
  },
});
