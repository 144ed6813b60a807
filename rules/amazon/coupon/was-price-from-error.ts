import { ok, unknown } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo } from '../../measures/decimals.ts';
import { wasPriceDerivation } from '../../policies/amazon/was-price.ts';

/** Fewer digits would move the coupon that Amazon itself asks for by a cent. */
const WAS_PRICE_DIGITS = 4;

/**
 * The Was Price that follows from a coupon error of Amazon: the required net price is 95 % of it, the suggested Your
 * Price 130 %. Rounded up to four digits, so that Amazon's own number passes. Amazon rounds its numbers to the minor
 * unit, so the true Was Price differs by about half a unit.
 */
export default defineRule({
  id: 'amazon/was-price-from-error',
  topic: 'coupon',
  severity: 'info',
  estimate: true,
  needs: [],
  uses: ['requiredNetPrice', 'suggestedYourPrice'],
  marks: ['wasPrice'],
  policy: wasPriceDerivation,
  check({ requiredNetPrice, suggestedYourPrice }, { maxNetOverWas, maxBaseOverWas }) {
    if (requiredNetPrice?.gt(0))
      return ok({ requiredNetPrice, wasPrice: ceilTo(requiredNetPrice.div(maxNetOverWas), WAS_PRICE_DIGITS) });
    if (suggestedYourPrice?.gt(0))
      return ok({ suggestedYourPrice, wasPrice: ceilTo(suggestedYourPrice.div(maxBaseOverWas), WAS_PRICE_DIGITS) });
    return unknown('requiredNetPrice', 'suggestedYourPrice');
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { requiredNetPrice: '93.10' }, gives: { wasPrice: '98.00' } },
      { site: 'US', day: '2026-11-20', facts: { requiredNetPrice: '100.00' }, gives: { wasPrice: '105.2632' } },
      { site: 'US', day: '2026-11-20', facts: { suggestedYourPrice: '130.00' }, gives: { wasPrice: '100.00' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'FR', day: '2026-11-20', facts: { requiredNetPrice: '93.10' } }],
  },
});
