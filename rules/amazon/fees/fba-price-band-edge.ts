import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { fbaFees, fbaSegments, inPeak, isMerchantFulfilled } from '../../fees/fba.ts';
import { referralTable, referralTerms } from '../../fees/referral.ts';
import { feeAt, lowestPrice, type Segment, together } from '../../fees/segments.ts';
import { type Big, roundTo } from '../../measures/decimals.ts';

/** Days before the table began have no bands to compare. */
const bands = { ...fbaFees, periods: fbaFees.periods.filter(({ values }) => values !== null) };

/**
 * No price of a lower FBA band earns more: $9.99 against $10.00 and above, $50.00 against more. Fees are compared
 * exactly, before rounding; a price that earns the same is fine. In the peak season the off-peak fees stand in.
 */
export default defineRule({
  id: 'amazon/fba-price-band-edge',
  topic: 'fees',
  severity: 'info',
  needs: ['yourPrice'],
  uses: [
    'sizeTier',
    'shippingWeightOz',
    'shippingWeightLb',
    'feeCategory',
    'referralPercent',
    'fulfilment',
    'fbaOrSfp',
  ],
  marks: ['yourPrice'],
  policy: bands,
  check(facts, table, { day, site, digits }) {
    const { yourPrice } = facts;
    if (isMerchantFulfilled(facts)) return notApplicable('no-trigger');
    if (yourPrice.lt(table.lowBelow)) return ok();
    const fba = fbaSegments(facts, table);
    if ('kind' in fba) return fba;
    const referral = referralTerms(facts, referralTable(day, site));
    if ('kind' in referral) return referral;
    const fees = together(referral.segments, fba);
    const earned = proceeds(fees, yourPrice);
    if (earned === null) return referral.beyond;
    const edge = bestEdge(fees, fba, yourPrice, earned);
    if (edge === null) return ok();
    const keep = proceeds(fees, edge) as Big;
    const gain = roundTo(keep.minus(earned), digits);
    const even = gain.eq(0);
    return violation({
      message: inPeak(day, table) ? (even ? 'peakEven' : 'peak') : even ? 'even' : 'problem',
      values: {
        yourPrice,
        feeNow: roundTo(feeAt(fba, yourPrice) as Big, digits),
        feeThen: roundTo(feeAt(fba, edge) as Big, digits),
        gain,
      },
      fix: { lowerTo: edge, raiseTo: lowestPrice(fees, { from: yourPrice, keep, digits }) },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-09-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', referralPercent: '15', yourPrice: '11.07' },
      },
      {
        site: 'US',
        day: '2026-09-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', referralPercent: '15', yourPrice: '50.00' },
      },
      { site: 'US', day: '2026-09-01', facts: { yourPrice: '9.99' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-09-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', referralPercent: '15', yourPrice: '10.00' },
        gives: { lowerTo: '9.99', raiseTo: '11.07' },
      },
      {
        site: 'US',
        day: '2026-09-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', feeCategory: 'home', yourPrice: '50.01' },
        gives: { lowerTo: '50.00', raiseTo: '50.32' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', feeCategory: 'home', yourPrice: '10.00' },
        gives: { lowerTo: '9.99', raiseTo: '11.07' },
      },
    ],
    unknown: [
      {
        site: 'US',
        day: '2026-09-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '10.00' },
      },
      { site: 'US', day: '2026-09-01', facts: { yourPrice: '10.00', feeCategory: 'home' } },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-01-14',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', referralPercent: '15', yourPrice: '10.00' },
      },
      { site: 'US', day: '2026-09-01', facts: { yourPrice: '10.00', fulfilment: 'MFN' } },
    ],
  },
});

function proceeds(fees: readonly Segment[], price: Big): Big | null {
  const fee = feeAt(fees, price);
  return fee === null ? null : price.minus(fee);
}

/** The last price of a band below that earns most, if it earns more than the price itself. */
function bestEdge(fees: readonly Segment[], fba: readonly Segment[], price: Big, earned: Big): Big | null {
  let best: Big | null = null;
  let most = earned;
  for (const { upTo } of fba) {
    if (upTo === null || upTo.gte(price)) break;
    const there = proceeds(fees, upTo);
    if (there === null || there.lte(most)) continue;
    best = upTo;
    most = there;
  }
  return best;
}
