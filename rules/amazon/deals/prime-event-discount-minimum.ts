import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, ceilTo, floorTo, percent, smaller } from '../../measures/decimals.ts';
import file from '../../policies/amazon/prime-event-discount.json' with { type: 'json' };

/**
 * A Prime exclusive discount for a sales event is 20 to 80 % of the lower of Your Price and Sale Price; both ends are
 * allowed.
 */
export default defineRule({
  id: 'amazon/prime-event-discount-minimum',
  topic: 'promotion',
  severity: 'warning',
  needs: ['yourPrice', 'dealPrice'],
  uses: ['salePrice', 'occasion', 'dealType'],
  // Without a Sale Price only Your Price counts.
  emptyWhenAbsent: ['salePrice'],
  marks: ['dealPrice'],
  bounds: [{ of: 'dealPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, { minPercent: 'decimal', maxPercent: 'decimal' }),
  quietUnknown: true,
  before({ occasion, dealType }) {
    // Lightning and Best Deals are no Prime exclusive discounts.
    return occasion === 'normal' || dealType ? notApplicable('no-trigger') : undefined;
  },
  check({ yourPrice, salePrice, dealPrice }, { minPercent, maxPercent }, { digits }) {
    const basePrice = salePrice?.gt(0) ? smaller(yourPrice, salePrice) : yourPrice;
    if (basePrice.lte(0)) return notApplicable('nothing-to-check');
    const [highest, lowest] = [after(basePrice, minPercent), after(basePrice, maxPercent)];
    if (dealPrice.lte(highest) && dealPrice.gte(lowest)) return ok();
    return violation({
      message: dealPrice.gt(highest) ? 'problem' : 'tooDeep',
      values: { dealPrice, basePrice, minPercent, maxPercent },
      fix: { maxPrice: floorTo(highest, digits), minPrice: ceilTo(lowest, digits) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00', dealPrice: '80.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00', dealPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00', salePrice: '90.00', dealPrice: '72.00' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '100.00', dealPrice: '80.01' },
        gives: { maxPrice: '80.00', minPrice: '20.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '100.00', salePrice: '90.00', dealPrice: '75.00' },
        gives: { maxPrice: '72.00', minPrice: '18.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '24.99', dealPrice: '4.99' },
        gives: { maxPrice: '19.99', minPrice: '5.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00', dealPrice: '80.00' }, unread: ['salePrice'] },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00', dealPrice: '95.00', occasion: 'normal' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '100.00', dealPrice: '95.00', dealType: 'lightning' } },
      { site: 'DE', day: '2026-11-20', facts: { yourPrice: '100.00', dealPrice: '95.00' } },
    ],
  },
});

function after(price: Big, discount: Big): Big {
  return price.minus(price.times(percent(discount)));
}
