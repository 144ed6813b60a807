import { notApplicable, ok } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { isMerchantFulfilled } from '../../fees/fba.ts';
import { inboundPlacementFees, placementFee } from '../../fees/inbound-placement.ts';

/**
 * The inbound placement fee of one unit by size tier, weight and how far Amazon may split the shipment, from the
 * cheapest to the dearest region.
 */
export default defineRule({
  id: 'amazon/inbound-placement-fee',
  topic: 'stock',
  severity: 'info',
  estimate: true,
  needs: [],
  uses: ['sizeTier', 'shippingWeightOz', 'shippingWeightLb', 'split', 'fulfilment', 'fbaOrSfp'],
  marks: ['sku'],
  policy: inboundPlacementFees,
  quietUnknown: true,
  check(facts, table) {
    if (isMerchantFulfilled(facts)) return notApplicable('no-trigger');
    const fee = placementFee(facts, table);
    return 'kind' in fee ? fee : ok({ split: facts.split, feeMin: fee[0], feeMax: fee[1] });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2025-02-01',
        facts: { sizeTier: 'large-standard', shippingWeightOz: '12', split: 'partial' },
        gives: { feeMin: '0.13', feeMax: '0.24' },
      },
      {
        site: 'US',
        day: '2025-02-01',
        facts: { sizeTier: 'large-standard', shippingWeightOz: '12.1', split: 'partial' },
        gives: { feeMin: '0.15', feeMax: '0.28' },
      },
      {
        site: 'US',
        day: '2025-02-19',
        facts: { sizeTier: 'large-standard', shippingWeightLb: '3', split: 'minimal' },
        gives: { feeMin: '0.27', feeMax: '0.49' },
      },
      {
        site: 'US',
        day: '2025-02-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '16', split: 'optimised' },
        gives: { feeMin: '0.00', feeMax: '0.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2025-02-01', facts: { sizeTier: 'small-standard', shippingWeightOz: '16' } },
      { site: 'US', day: '2025-02-01', facts: { sizeTier: 'small-bulky', shippingWeightLb: '4', split: 'minimal' } },
      {
        site: 'US',
        day: '2025-02-20',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '16', split: 'minimal' },
      },
    ],
    notApplicable: [
      { site: 'US', day: '2025-02-01', facts: { fulfilment: 'MFN' } },
      {
        site: 'UK',
        day: '2025-02-01',
        facts: { sizeTier: 'small-standard', shippingWeightOz: '16', split: 'minimal' },
      },
    ],
  },
});
