import { notApplicable, ok } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { type ReferralTable, referralFees, referralRow, referralTerms } from '../../fees/referral.ts';
import { feeAt } from '../../fees/segments.ts';
import { isPositive, roundQuotient, roundTo } from '../../measures/decimals.ts';

/**
 * The referral fee on item, shipping and gift wrap without tax: the category's percentage, but at least the minimum.
 * A price exactly on the edge of two tiers has the lower tier's rate.
 */
export default defineRule({
  id: 'amazon/referral-fee-estimate',
  topic: 'fees',
  severity: 'info',
  estimate: true,
  needs: ['totalSalesPrice'],
  uses: ['feeCategory', 'referralPercent', 'fbaOrSfp', 'fulfilment'],
  marks: ['yourPrice', 'salePrice'],
  policy: referralFees,
  check(facts, table, { digits }) {
    const { totalSalesPrice, feeCategory } = facts;
    if (!isPositive(totalSalesPrice)) return notApplicable('nothing-to-check');
    const terms = referralTerms(facts, table);
    if ('kind' in terms) return terms;
    const exact = feeAt(terms.segments, totalSalesPrice);
    if (exact === null) return terms.beyond;
    return ok({
      totalSalesPrice,
      referralFee: roundTo(exact, digits),
      effectivePercent: roundQuotient(exact.times(100), totalSalesPrice, 2),
      closingFee: closingFee(table, feeCategory),
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', totalSalesPrice: '15.00' },
        gives: { referralFee: '0.75', effectivePercent: '5' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', yourPrice: '15.01' },
        gives: { referralFee: '1.50', effectivePercent: '10' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'books', totalSalesPrice: '20.00' },
        gives: { referralFee: '3.00', closingFee: '1.80' },
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', totalSalesPrice: '50.00', fbaOrSfp: true },
        gives: { referralFee: '6.70', effectivePercent: '13.4' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { referralPercent: '12', totalSalesPrice: '50.00' },
        gives: { referralFee: '6.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { totalSalesPrice: '50.00' } },
      { site: 'DE', day: '2026-11-20', facts: { feeCategory: 'jewelry', totalSalesPrice: '50.00' } },
      { site: 'UK', day: '2026-11-20', facts: { feeCategory: 'clothing', totalSalesPrice: '50.00' } },
      { site: 'US', day: '2026-11-20', facts: { feeCategory: 'lawn-mowers', totalSalesPrice: '500.01' } },
      { site: 'JP', day: '2026-11-20', facts: { feeCategory: 'home', totalSalesPrice: '5000' } },
    ],
    notApplicable: [{ site: 'CA', day: '2026-11-20', facts: { feeCategory: 'home', totalSalesPrice: '50.00' } }],
  },
});

function closingFee(table: ReferralTable, category: string | null | undefined) {
  if (!category) return null;
  const row = referralRow(table, category);
  return 'kind' in row ? null : row.closingFee;
}
