import type { Facts } from '../../engine/facts.ts';
import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, floorTo, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/featured-offer-external-price.json' with { type: 'json' };

const NOTHING = new Big(0);

/**
 * Price and shipping together are not above the competitive external price; the same price is allowed. Pricing Health
 * shows that price in its reference column, so a reference price stands in for it.
 */
export default defineRule({
  id: 'amazon/featured-offer-external-price',
  topic: 'offer',
  severity: 'info',
  needs: ['yourPrice'],
  uses: ['externalPrice', 'referencePrice', 'shippingPrice', 'fulfilment'],
  marks: ['yourPrice', 'shippingPrice'],
  bounds: [{ of: 'basePrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  check(facts, _, { digits }) {
    const { yourPrice } = facts;
    const externalPrice = facts.externalPrice ?? facts.referencePrice;
    if (!externalPrice) return unknown('externalPrice');
    if (externalPrice.lt(unit(digits))) return notApplicable('nothing-to-check');
    const known = shippingOf(facts);
    const shippingPrice = known ?? NOTHING;
    const totalSalesPrice = yourPrice.plus(shippingPrice);
    if (totalSalesPrice.lte(externalPrice)) return known ? ok() : unknown('shippingPrice');
    const maxPrice = floorTo(externalPrice.minus(shippingPrice), digits);
    const values = { yourPrice, shippingPrice: known, totalSalesPrice, externalPrice };
    if (maxPrice.lte(0)) return violation({ message: 'shippingAlone', values, fix: {} });
    if (!known) return violation({ message: 'shippingUnknown', values, fix: { maxPrice } });
    return violation({ message: facts.externalPrice ? 'problem' : 'reference', values, fix: { maxPrice } });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '20.00', shippingPrice: '5.00', externalPrice: '25.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '25.00', fulfilment: 'AFN', externalPrice: '25.00' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '20.01', shippingPrice: '5.00', externalPrice: '25.00' },
        gives: { maxPrice: '20.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '18.50', shippingPrice: '0.00', referencePrice: '17.20' },
        gives: { maxPrice: '17.20' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '18.50', externalPrice: '17.20' },
        gives: { maxPrice: '17.20' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { yourPrice: '1.00', shippingPrice: '5.00', externalPrice: '4.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00', shippingPrice: '5.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00', externalPrice: '25.00' } },
    ],
    notApplicable: [
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { yourPrice: '2100', shippingPrice: '0', externalPrice: '2000' },
      },
    ],
  },
});

/** Shipping the buyer pays; offers fulfilled by Amazon have none of the seller's. Null when not known. */
function shippingOf({ shippingPrice, fulfilment }: Facts): Big | null {
  return shippingPrice ?? (fulfilment === 'AFN' ? NOTHING : null);
}
