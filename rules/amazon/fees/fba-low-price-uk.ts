import { notApplicable, type Outcome, ok, unknown } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { isMerchantFulfilled } from '../../fees/fba.ts';
import { bothFees, fbaLowPrice } from '../../fees/fba-low-price.ts';
import { referralTable } from '../../fees/referral.ts';

/**
 * Whether the low-price FBA rates apply: at 10.00 or less in every category, at 20.00 or less outside the excluded ones.
 * In pounds; in the euro stores in euros, by analogy.
 */
export default defineRule({
  id: 'amazon/fba-low-price-uk',
  topic: 'fees',
  severity: 'info',
  estimate: true,
  needs: ['yourPrice'],
  uses: ['feeCategory', 'sizeTier', 'shippingWeightG', 'fulfilment', 'fbaOrSfp'],
  marks: ['yourPrice'],
  policy: fbaLowPrice,
  check(facts, { allUpTo, mostUpTo, excludedCategories, sizeTiers }, { day, site }) {
    const { yourPrice, feeCategory, sizeTier, shippingWeightG } = facts;
    if (isMerchantFulfilled(facts)) return notApplicable('no-trigger');
    const decided = yourPrice.lte(allUpTo) || !mostUpTo || yourPrice.gt(mostUpTo);
    if (!decided) {
      const missing = missingCategory(feeCategory, day, site);
      if (missing) return missing;
    }
    const excluded = !feeCategory || excludedCategories?.includes(feeCategory);
    const lowPriceLimit = mostUpTo && !excluded ? mostUpTo : allUpTo;
    const fees = sizeTier && shippingWeightG ? bothFees(sizeTiers, sizeTier, shippingWeightG) : null;
    return ok({ yourPrice, lowPriceRate: yourPrice.lte(lowPriceLimit), lowPriceLimit, ...fees });
  },
  examples: {
    ok: [
      { site: 'UK', day: '2026-11-20', facts: { yourPrice: '10.00' }, gives: { lowPriceRate: true } },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { yourPrice: '20.00', feeCategory: 'toys', sizeTier: 'light-envelope', shippingWeightG: '20' },
        gives: { lowPriceRate: true, lowPriceLimit: '20.00', lowPriceFee: '1.46', standardFee: '1.83' },
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { yourPrice: '10.01', feeCategory: 'beauty' },
        gives: { lowPriceRate: false, lowPriceLimit: '10.00' },
      },
      { site: 'UK', day: '2026-11-20', facts: { yourPrice: '20.01' }, gives: { lowPriceRate: false } },
      { site: 'UK', day: '2026-01-31', facts: { yourPrice: '15.00' }, gives: { lowPriceRate: false } },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { yourPrice: '15.00', feeCategory: 'toys' },
        gives: { lowPriceRate: true },
      },
    ],
    unknown: [
      { site: 'UK', day: '2026-11-20', facts: { yourPrice: '15.00' } },
      { site: 'UK', day: '2026-11-20', facts: { yourPrice: '15.00', feeCategory: 'spaceships' } },
      { site: 'UK', day: '2026-11-20', facts: { feeCategory: 'toys' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { yourPrice: '9.00' } },
      { site: 'UK', day: '2026-11-20', facts: { yourPrice: '9.00', fulfilment: 'MFN' } },
    ],
  },
});

/** A word that names no category cannot rule out an excluded one. Stores without a table of their own share the UK's words. */
function missingCategory(category: string | null | undefined, day: string, site: string): Outcome | null {
  if (!category) return unknown('feeCategory');
  const table = referralTable(day, site) ?? referralTable(day, 'UK');
  return table?.categories.has(category) ? null : unknown('feeCategory');
}
