import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo, larger, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/automate-pricing-max.json' with { type: 'json' };

/** Automate Pricing takes a maximum only below six times the recent price or below $200, whichever is more. */
export default defineRule({
  id: 'amazon/automate-pricing-max-too-high',
  topic: 'offer',
  severity: 'error',
  needs: ['maxSellerPrice'],
  uses: ['recentSalePrice', 'boundSetManually'],
  marks: ['maxSellerPrice'],
  policy: readPolicy(file, { timesRecent: 'decimal', freeBelow: 'decimal' }),
  before({ boundSetManually }) {
    return boundSetManually ? notApplicable('exempt') : undefined;
  },
  check({ maxSellerPrice, recentSalePrice }, { timesRecent, freeBelow }, { digits }) {
    if (maxSellerPrice.lt(freeBelow)) return ok();
    if (!recentSalePrice) return unknown('recentSalePrice');
    const priceLimit = larger(recentSalePrice.times(timesRecent), freeBelow);
    if (maxSellerPrice.lt(priceLimit)) return ok();
    return violation({
      message: priceLimit.gt(freeBelow) ? 'problem' : 'fixedLimit',
      values: { enteredMaximum: maxSellerPrice, recentSalePrice, priceLimit },
      fix: { maxSellerPrice: ceilTo(priceLimit, digits).minus(unit(digits)) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { maxSellerPrice: '299.99', recentSalePrice: '50.00' } },
      { site: 'US', day: '2026-11-20', facts: { maxSellerPrice: '199.99' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { maxSellerPrice: '300.00', recentSalePrice: '50.00' },
        gives: { maxSellerPrice: '299.99' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { maxSellerPrice: '200.00', recentSalePrice: '10.00' },
        gives: { maxSellerPrice: '199.99' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { maxSellerPrice: '300.00' } },
      { site: 'UK', day: '2026-11-20', facts: { maxSellerPrice: '300.00', recentSalePrice: '50.00' } },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { maxSellerPrice: '300.00', recentSalePrice: '50.00', boundSetManually: true },
      },
    ],
  },
});
