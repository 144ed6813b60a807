import type { Facts } from '../../engine/facts.ts';
import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { type CheckContext, defineRule } from '../../engine/rule.ts';
import { priceForMargin, unitCosts } from '../../fees/unit-costs.ts';
import { Big } from '../../measures/decimals.ts';
import file from '../../policies/amazon/price-bounds-missing.json' with { type: 'json' };

/**
 * Without a minimum and a maximum Amazon looks for pricing errors with its own data. Only fields known to be empty count:
 * a page without these fields says nothing about them.
 */
export default defineRule({
  id: 'amazon/price-bounds-missing',
  topic: 'offer',
  severity: 'info',
  needs: [],
  uses: [
    'sku',
    'minSellerPrice',
    'maxSellerPrice',
    'unitCost',
    'targetMarginPercent',
    'feeCategory',
    'referralPercent',
    'fbaFee',
    'sizeTier',
    'shippingWeightOz',
    'shippingWeightLb',
    'fulfilment',
    'fbaOrSfp',
  ],
  marks: ['minSellerPrice', 'maxSellerPrice'],
  policy: readPolicy(file, {}),
  check(facts, _, context) {
    const { sku, minSellerPrice, maxSellerPrice } = facts;
    if (sku?.startsWith(RESALE)) return notApplicable('exempt');
    if (minSellerPrice || maxSellerPrice) return ok();
    if (minSellerPrice === undefined) return unknown('minSellerPrice');
    if (maxSellerPrice === undefined) return unknown('maxSellerPrice');
    const lowest = profitableMinimum(facts, context);
    if (lowest === null) return violation({ values: {}, fix: {} });
    return violation({ message: 'suggested', values: {}, fix: { minSellerPrice: lowest } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { minSellerPrice: '20.00', maxSellerPrice: null } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { minSellerPrice: null, maxSellerPrice: null } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          minSellerPrice: null,
          maxSellerPrice: null,
          unitCost: '8.00',
          fbaFee: '3.66',
          referralPercent: '15',
          targetMarginPercent: '20',
        },
        gives: { minSellerPrice: '17.94' },
      },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sku: 'amzn.gr.DEMO-MUG-01-Ab3', minSellerPrice: null, maxSellerPrice: null },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { minSellerPrice: null } },
    ],
  },
});

/** Begins the SKUs that Amazon makes for returns it grades and resells: it sets their prices, and no seller typed them. */
const RESALE = 'amzn.gr.';

const NOTHING = new Big(0);

/** Amazon's own formula: cost, Amazon's fees and the smallest profit. Null when one of them is not known. */
function profitableMinimum(facts: Facts, context: CheckContext): Big | null {
  const { unitCost, targetMarginPercent } = facts;
  if (!unitCost) return null;
  const costs = unitCosts({ ...facts, unitCost, couponFeePerUnit: null }, context);
  if ('kind' in costs) return null;
  return priceForMargin(NOTHING, targetMarginPercent ?? NOTHING, costs, context.digits);
}
