import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, floorTo, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/price-above-temu.json' with { type: 'json' };

const NOTHING = new Big(0);

/**
 * Price and shipping together are not above what buyers pay for the same product on Temu, in the same country and
 * currency; the same price is allowed. The declared price is no consumer price and has no place here.
 */
export default defineRule({
  id: 'amazon/price-above-temu',
  topic: 'offer',
  severity: 'warning',
  needs: ['yourPrice', 'temuPrice'],
  uses: ['shippingPrice'],
  marks: ['yourPrice', 'shippingPrice'],
  bounds: [{ of: 'basePrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ yourPrice, temuPrice, shippingPrice }, _, { digits }) {
    if (temuPrice.lt(unit(digits))) return unknown('temuPrice');
    const shipping = shippingPrice ?? NOTHING;
    const totalSalesPrice = yourPrice.plus(shipping);
    if (totalSalesPrice.lte(temuPrice)) return shippingPrice === undefined ? unknown('shippingPrice') : ok();
    const maxPrice = floorTo(temuPrice.minus(shipping), digits);
    const values = { yourPrice, shippingPrice, totalSalesPrice, temuPrice };
    if (maxPrice.lte(0)) return violation({ message: 'shippingAlone', values, fix: {} });
    return violation({
      message: shippingPrice === undefined ? 'shippingUnknown' : 'problem',
      values,
      fix: { maxPrice },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00', shippingPrice: '0', temuPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00', fulfilment: 'AFN', temuPrice: '20.00' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '20.01', shippingPrice: '0', temuPrice: '20.00' },
        gives: { maxPrice: '20.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '18.00', shippingPrice: '3.50', temuPrice: '20.00' },
        gives: { maxPrice: '16.50' },
      },
      {
        site: 'US',
        day: '2024-01-01',
        facts: { yourPrice: '24.99', temuPrice: '20.00' },
        gives: { maxPrice: '20.00' },
      },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '1.00', shippingPrice: '5.00', temuPrice: '4.00' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00', shippingPrice: '0' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00', temuPrice: '20.00' } },
    ],
    notApplicable: [
      { site: 'DE', day: '2026-11-20', facts: { yourPrice: '20.01', shippingPrice: '0', temuPrice: '20.00' } },
      { site: 'US', day: '2023-12-31', facts: { yourPrice: '20.01', shippingPrice: '0', temuPrice: '20.00' } },
    ],
  },
});
