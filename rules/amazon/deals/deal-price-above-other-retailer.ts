import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/deal-other-retailer.json' with { type: 'json' };

/** A deal is not above the price of another reputable retailer; the same price is allowed. */
export default defineRule({
  id: 'amazon/deal-price-above-other-retailer',
  topic: 'promotion',
  severity: 'warning',
  needs: ['dealPrice', 'competitorPrice'],
  marks: ['dealPrice'],
  bounds: [{ of: 'dealPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ dealPrice, competitorPrice }, _, { digits }) {
    if (competitorPrice.lte(0)) return unknown('competitorPrice');
    if (dealPrice.lte(competitorPrice)) return ok();
    return violation({
      values: { dealPrice, competitorPrice },
      fix: { maxPrice: floorTo(competitorPrice, digits) },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { dealPrice: '20.00', competitorPrice: '20.00' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { dealPrice: '20.01', competitorPrice: '20.00' },
        gives: { maxPrice: '20.00' },
      },
      {
        site: 'US',
        day: '2025-01-16',
        facts: { dealPrice: '24.99', competitorPrice: '22.50' },
        gives: { maxPrice: '22.50' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '20.01' } },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '20.01', competitorPrice: '0' } },
    ],
    notApplicable: [
      { site: 'SG', day: '2026-11-20', facts: { dealPrice: '20.01', competitorPrice: '20.00' } },
      { site: 'US', day: '2025-01-15', facts: { dealPrice: '24.99', competitorPrice: '22.50' } },
    ],
  },
});
