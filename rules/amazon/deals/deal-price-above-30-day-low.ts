import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/deal-30-day-low.json' with { type: 'json' };

/**
 * A deal or price discount is not above the lowest price paid for one unit in the past 30 days, promotions and coupons
 * included; the same price is allowed.
 */
export default defineRule({
  id: 'amazon/deal-price-above-30-day-low',
  topic: 'promotion',
  severity: 'error',
  needs: ['dealPrice', 'lowestPrice30d'],
  marks: ['dealPrice'],
  bounds: [{ of: 'dealPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, { windowDays: 'count' }),
  check({ dealPrice, lowestPrice30d }, { windowDays }, { digits }) {
    // A unit given away is no price.
    if (lowestPrice30d.lte(0)) return unknown('lowestPrice30d');
    if (dealPrice.lte(lowestPrice30d)) return ok();
    return violation({
      values: { dealPrice, lowestPrice30d, windowDays },
      fix: { maxPrice: floorTo(lowestPrice30d, digits) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '19.99', lowestPrice30d: '19.99' } },
      { site: 'DE', day: '2026-11-20', facts: { dealPrice: '15.00', lowestPrice30d: '19.99' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { dealPrice: '20.00', lowestPrice30d: '19.99' },
        gives: { maxPrice: '19.99' },
      },
      {
        site: 'US',
        day: '2025-01-16',
        facts: { dealPrice: '20.00', lowestPrice30d: '19.995' },
        gives: { maxPrice: '19.99' },
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { dealPrice: '2000', lowestPrice30d: '1980' },
        gives: { maxPrice: '1980' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { lowestPrice30d: '19.99' } },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '20.00', lowestPrice30d: '0.00' } },
    ],
    notApplicable: [
      { site: 'US', day: '2025-01-15', facts: { dealPrice: '20.00', lowestPrice30d: '19.99' } },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: null, lowestPrice30d: '19.99' } },
    ],
  },
});
