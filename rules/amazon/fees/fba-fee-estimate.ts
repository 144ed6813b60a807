import { limitNotPublished, notApplicable, ok, unknown } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { fbaFees, fbaSegments, inPeak, isMerchantFulfilled } from '../../fees/fba.ts';
import { feeAt } from '../../fees/segments.ts';
import { roundTo } from '../../measures/decimals.ts';

/**
 * The US fulfilment fee per unit with surcharge, by size tier, shipping weight and price: below $10.00, $10.00 to
 * $50.00, above. A fee from the fee preview report wins. In the peak season the table is only a lower bound.
 */
export default defineRule({
  id: 'amazon/fba-fee-estimate',
  topic: 'fees',
  severity: 'info',
  estimate: true,
  needs: [],
  uses: [
    'yourPrice',
    'sizeTier',
    'shippingWeightOz',
    'shippingWeightLb',
    'feeCategory',
    'fulfilment',
    'fbaOrSfp',
    'fbaFee',
  ],
  marks: ['yourPrice'],
  policy: fbaFees,
  check(facts, table, { day, digits }) {
    if (isMerchantFulfilled(facts)) return notApplicable('no-trigger');
    if (facts.fbaFee) return ok({ fbaFee: facts.fbaFee });
    if (!facts.yourPrice) return unknown('yourPrice');
    const segments = fbaSegments(facts, table);
    if ('kind' in segments) return segments;
    const fee = feeAt(segments, facts.yourPrice);
    if (fee === null || inPeak(day, table)) return limitNotPublished();
    return ok({ fbaFee: roundTo(fee, digits) });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-04-16',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '9.99' },
        gives: { fbaFee: '2.66' },
      },
      {
        site: 'US',
        day: '2026-04-17',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '10.00' },
        gives: { fbaFee: '3.66' },
      },
      {
        site: 'US',
        day: '2026-04-16',
        facts: { sizeTier: 'large-standard', shippingWeightLb: '3.125', yourPrice: '25.00' },
        gives: { fbaFee: '7.05' },
      },
      { site: 'US', day: '2026-11-20', facts: { fbaFee: '4.05' }, gives: { fbaFee: '4.05' } },
    ],
    unknown: [
      { site: 'US', day: '2026-04-16', facts: { sizeTier: 'small-standard', yourPrice: '25.00' } },
      {
        site: 'US',
        day: '2026-10-15',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '25.00' },
      },
      {
        site: 'US',
        day: '2026-01-14',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '25.00' },
      },
      { site: 'US', day: '2026-04-16', facts: { sizeTier: 'overmax', shippingWeightOz: '800', yourPrice: '25.00' } },
      {
        site: 'US',
        day: '2026-04-16',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '25.00', feeCategory: 'clothing' },
      },
      {
        site: 'US',
        day: '2026-04-16',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '17', yourPrice: '25.00' },
      },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-04-16',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '8', yourPrice: '25.00', fulfilment: 'MFN' },
      },
      {
        site: 'UK',
        day: '2026-04-16',
        facts: { sizeTier: 'small-parcel', shippingWeightG: '150', yourPrice: '25.00' },
      },
    ],
  },
});
