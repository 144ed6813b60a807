import { ok, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { type ReferralRow, rateAt, referralFees, referralRow } from '../../fees/referral.ts';
import { feeAt, lowestPrice } from '../../fees/segments.ts';
import { type Big, roundTo } from '../../measures/decimals.ts';

/** The complete tables. Elsewhere only some categories are known. */
const completeTables = {
  ...referralFees,
  periods: referralFees.periods.filter(
    ({ sites }) => sites !== 'all' && 'only' in sites && sites.only.every((site) => site === 'US' || site === 'UK'),
  ),
};

/**
 * No lower price earns more: just above the edge of a tier the higher rate applies to the whole price. Fees are compared
 * exactly, before rounding; a price that earns the same is fine.
 */
export default defineRule({
  id: 'amazon/referral-fee-cliff',
  topic: 'fees',
  severity: 'info',
  needs: ['totalSalesPrice', 'feeCategory'],
  uses: ['basePrice'],
  marks: ['yourPrice', 'salePrice'],
  policy: completeTables,
  check({ totalSalesPrice, feeCategory, basePrice }, table, { digits }) {
    const row = referralRow(table, feeCategory);
    if ('kind' in row) return row;
    const edge = bestEdge(row, totalSalesPrice);
    if (edge === null) return ok();
    const keep = proceeds(row, edge);
    const gain = roundTo(keep.minus(proceeds(row, totalSalesPrice)), digits);
    const extras = basePrice ? totalSalesPrice.minus(basePrice) : null;
    const maxPrice = extras?.gt(0) && edge.gt(extras) ? edge.minus(extras) : null;
    return violation({
      message: gain.eq(0) ? 'even' : maxPrice ? 'withShipping' : 'problem',
      values: {
        totalSalesPrice,
        percentNow: rateAt(row, totalSalesPrice),
        feeNow: roundTo(totalSalesPrice.minus(proceeds(row, totalSalesPrice)), digits),
        percentThen: rateAt(row, edge),
        feeThen: roundTo(edge.minus(keep), digits),
        gain,
      },
      fix: {
        lowerTo: edge,
        raiseTo: lowestPrice(row.merchant.segments, { from: totalSalesPrice, keep, digits }),
        maxPrice,
      },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { feeCategory: 'clothing', totalSalesPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { feeCategory: 'clothing', totalSalesPrice: '21.69' } },
      { site: 'US', day: '2026-11-20', facts: { feeCategory: 'jewelry', totalSalesPrice: '250.01' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', yourPrice: '15.01' },
        gives: { lowerTo: '15.00', raiseTo: '15.84' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', totalSalesPrice: '21.68' },
        gives: { lowerTo: '20.00', raiseTo: '21.69' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', yourPrice: '15.01', shippingPrice: '5.00' },
        gives: { lowerTo: '20.00', raiseTo: '21.69', maxPrice: '15.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeCategory: 'clothing', totalSalesPrice: '15.83' },
        gives: { lowerTo: '15.00', raiseTo: '15.84' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { feeCategory: 'clothing' } },
      { site: 'US', day: '2026-11-20', facts: { totalSalesPrice: '15.01' } },
      { site: 'UK', day: '2026-11-20', facts: { feeCategory: 'amazon-device-accessories', totalSalesPrice: '15.01' } },
    ],
    notApplicable: [{ site: 'DE', day: '2026-11-20', facts: { feeCategory: 'clothing', totalSalesPrice: '15.01' } }],
  },
});

// Edges and their dead zones lie far below the part of a price that has its own rate with FBA, so that rate is left out.
function proceeds({ merchant }: ReferralRow, price: Big): Big {
  return price.minus(feeAt(merchant.segments, price) as Big);
}

/** The edge below a price that earns most, if it earns more than the price itself. */
function bestEdge(row: ReferralRow, price: Big): Big | null {
  let best: Big | null = null;
  let most: Big | null = null;
  for (const edge of row.edges) {
    if (edge.gte(price)) break;
    most ??= proceeds(row, price);
    const earned = proceeds(row, edge);
    if (earned.lte(most)) continue;
    best = edge;
    most = earned;
  }
  return best;
}
