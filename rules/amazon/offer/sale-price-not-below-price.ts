import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/sale-price.json' with { type: 'json' };

/** A Sale Price is below Your Price; the same price is not a sale. */
export default defineRule({
  id: 'amazon/sale-price-not-below-price',
  topic: 'offer',
  severity: 'warning',
  needs: ['yourPrice'],
  uses: ['salePrice'],
  emptyWhenAbsent: ['salePrice'],
  marks: ['salePrice', 'yourPrice'],
  policy: readPolicy(file, {}),
  before({ salePrice }) {
    return salePrice === null ? notApplicable('nothing-to-check') : undefined;
  },
  check({ yourPrice, salePrice }, _, { digits }) {
    if (!salePrice) return notApplicable('no-trigger');
    if (salePrice.lt(yourPrice)) return ok();
    return violation({
      values: { salePrice, yourPrice },
      fix: { maxPrice: ceilTo(yourPrice, digits).minus(unit(digits)) },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { salePrice: '19.99', yourPrice: '20.00' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '20.00', yourPrice: '20.00' },
        gives: { maxPrice: '19.99' },
      },
      { site: 'JP', day: '2026-11-20', facts: { salePrice: '2000', yourPrice: '2000' }, gives: { maxPrice: '1999' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { salePrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00' }, unread: ['salePrice'] },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { salePrice: null } },
    ],
  },
});
