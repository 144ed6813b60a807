import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/price-above-lowest-offer.json' with { type: 'json' };

/** The price that buyers pay is not above the lowest offer that the page names. No condition of Amazon's: advice. */
export default defineRule({
  id: 'amazon/price-above-lowest-offer',
  topic: 'offer',
  severity: 'info',
  needs: ['basePrice', 'lowestOfferPrice'],
  marks: ['yourPrice'],
  bounds: [{ of: 'basePrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before({ lowestOfferPrice }) {
    // Most pages name none, and none can be asked for.
    return lowestOfferPrice === undefined ? notApplicable('no-trigger') : undefined;
  },
  check({ basePrice, lowestOfferPrice }, _, { digits }) {
    if (lowestOfferPrice.lte(0)) return notApplicable('nothing-to-check');
    if (basePrice.lte(lowestOfferPrice)) return ok();
    const difference = basePrice.minus(lowestOfferPrice);
    return violation({
      values: { basePrice, lowestOfferPrice, difference },
      fix: { maxPrice: floorTo(lowestOfferPrice, digits) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-30', facts: { yourPrice: '17.20', lowestOfferPrice: '17.20' } },
      { site: 'US', day: '2026-11-30', facts: { yourPrice: '16.99', lowestOfferPrice: '17.20' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-30',
        facts: { yourPrice: '17.21', lowestOfferPrice: '17.20' },
        gives: { maxPrice: '17.20', difference: '0.01' },
      },
      {
        site: 'US',
        day: '2026-11-30',
        facts: { yourPrice: '34.99', lowestOfferPrice: '29.40' },
        gives: { maxPrice: '29.40', difference: '5.59' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-30', facts: { lowestOfferPrice: '17.20' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-30', facts: { yourPrice: '34.99' } },
      { site: 'US', day: '2026-11-30', facts: { yourPrice: '34.99', lowestOfferPrice: '0' } },
    ],
  },
});
