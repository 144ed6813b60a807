import { ok, unknown } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, smaller } from '../../measures/decimals.ts';
import { weightedMedian } from '../../measures/paid-prices.ts';
import { wasPriceDerivation } from '../../policies/amazon/was-price.ts';

/**
 * The Was Price estimated from the unit prices paid in the last 90 days: the lower of the median without promotional
 * orders and the median with them, as it is not fully published whether those count. For an even number of prices the
 * median is the mean of the two in the middle.
 */
export default defineRule({
  id: 'amazon/was-price-estimate',
  topic: 'coupon',
  severity: 'info',
  estimate: true,
  needs: ['nonPromotionalPrices', 'promotionalPrices'],
  marks: ['wasPrice'],
  policy: wasPriceDerivation,
  check({ nonPromotionalPrices, promotionalPrices }, { windowDays }) {
    const all = [...nonPromotionalPrices, ...promotionalPrices];
    const withPromotions = median(all);
    if (withPromotions === null) return unknown('nonPromotionalPrices');
    const without = median(nonPromotionalPrices) ?? withPromotions;
    return ok({ wasPriceEstimate: smaller(without, withPromotions), count: all.length, windowDays });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { nonPromotionalPrices: ['40.00', '40.00'], promotionalPrices: ['30.00', '30.00', '30.00'] },
        gives: { wasPriceEstimate: '30.00', count: 5 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { nonPromotionalPrices: ['20.00', '21.00', '25.01', '26.00'], promotionalPrices: [] },
        gives: { wasPriceEstimate: '23.005', count: 4 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { nonPromotionalPrices: [], promotionalPrices: ['30.00'] },
        gives: { wasPriceEstimate: '30.00', count: 1 },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { nonPromotionalPrices: [], promotionalPrices: [] } },
      { site: 'US', day: '2026-11-20', facts: { nonPromotionalPrices: ['20.00'] } },
    ],
    notApplicable: [
      { site: 'TR', day: '2026-11-20', facts: { nonPromotionalPrices: ['20.00'], promotionalPrices: [] } },
    ],
  },
});

function median(prices: readonly Big[]): Big | null {
  return weightedMedian(prices.map((price) => [price.toFixed(), 1]));
}
