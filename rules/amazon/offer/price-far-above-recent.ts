import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo, percent } from '../../measures/decimals.ts';
import file from '../../policies/amazon/price-jump.json' with { type: 'json' };

/**
 * The price is not more than a percentage above the last price paid (Fair Pricing Policy). Amazon publishes no
 * percentage; it is the seller's setting, 20 % unless changed, and exactly that much is allowed.
 */
export default defineRule({
  id: 'amazon/price-far-above-recent',
  topic: 'offer',
  severity: 'info',
  needs: ['yourPrice', 'recentSalePrice'],
  uses: ['jumpPercent'],
  marks: ['yourPrice'],
  bounds: [{ of: 'basePrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, { jumpPercent: 'decimal' }),
  check({ yourPrice, recentSalePrice, jumpPercent: own }, { jumpPercent: usual }, { digits }) {
    if (recentSalePrice.lte(0)) return notApplicable('nothing-to-check');
    const jumpPercent = own ?? usual;
    const highest = recentSalePrice.times(percent(jumpPercent).plus(1));
    if (yourPrice.lte(highest)) return ok();
    return violation({
      values: { yourPrice, recentSalePrice, jumpPercent },
      fix: { maxPrice: floorTo(highest, digits) },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { yourPrice: '24.00', recentSalePrice: '20.00' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '24.01', recentSalePrice: '20.00' },
        gives: { maxPrice: '24.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '22.01', recentSalePrice: '20.00', jumpPercent: '10' },
        gives: { maxPrice: '22.00' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { yourPrice: '24.00' } }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { yourPrice: '24.00', recentSalePrice: '0' } }],
  },
});
