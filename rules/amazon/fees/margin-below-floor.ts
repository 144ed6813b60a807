import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { marginAt, priceForMargin, unitCosts } from '../../fees/unit-costs.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/margin.json' with { type: 'json' };

/**
 * After the coupon, Amazon's fees and the unit's own cost at least the seller's smallest margin is left, in percent of
 * the price; exactly that much is allowed.
 */
export default defineRule({
  id: 'amazon/margin-below-floor',
  topic: 'fees',
  severity: 'warning',
  needs: ['unitCost', 'targetMarginPercent'],
  uses: [
    'netPrice',
    'basePrice',
    'discountAmount',
    'couponFeePerUnit',
    'feeCategory',
    'referralPercent',
    'fbaFee',
    'sizeTier',
    'shippingWeightOz',
    'shippingWeightLb',
    'fulfilment',
    'fbaOrSfp',
  ],
  marks: ['yourPrice', 'salePrice', 'couponPercent', 'couponAmount'],
  policy: readPolicy(file, {}),
  before({ unitCost }) {
    return unitCost ? undefined : notApplicable('no-trigger');
  },
  check(facts, _, context) {
    const { unitCost, targetMarginPercent, basePrice, discountAmount } = facts;
    const price = facts.netPrice ?? basePrice;
    if (!price) return unknown('basePrice');
    if (price.lte(0)) return notApplicable('nothing-to-check');
    const costs = unitCosts(facts, context);
    if ('kind' in costs) return costs;
    const found = marginAt(price, costs, context.digits);
    if ('kind' in found) return found;
    const discounted = discountAmount?.gt(0) ?? false;
    if (found.left.times(100).gte(targetMarginPercent.times(price)))
      return discounted && !facts.couponFeePerUnit ? unknown('couponFeePerUnit') : ok();
    const minPrice = priceForMargin(price, targetMarginPercent, costs, context.digits);
    return violation({
      message: minPrice === null ? 'unreachable' : discounted ? 'afterCoupon' : 'problem',
      values: {
        netPrice: floorTo(price, context.digits),
        referralFee: found.referralFee,
        fbaFee: found.fbaFee,
        couponFeePerUnit: facts.couponFeePerUnit,
        unitCost,
        // Rounded down: a margin below the floor must not read as the floor.
        margin: floorTo(found.left.times(100).div(price), 2),
        targetMarginPercent,
      },
      fix: { minPrice },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          unitCost: '8.00',
          targetMarginPercent: '20',
          referralPercent: '15',
          fbaFee: '3.66',
          netPrice: '17.94',
        },
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: {
          unitCost: '5.00',
          targetMarginPercent: '25',
          feeCategory: 'home',
          fulfilment: 'MFN',
          yourPrice: '20.00',
        },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          unitCost: '8.00',
          targetMarginPercent: '20',
          referralPercent: '15',
          fbaFee: '3.66',
          netPrice: '17.93',
        },
        gives: { minPrice: '17.94' },
      },
      {
        site: 'US',
        day: '2026-09-01',
        facts: {
          unitCost: '8.00',
          targetMarginPercent: '20',
          feeCategory: 'home',
          sizeTier: 'small-standard',
          shippingWeightOz: '8',
          yourPrice: '17.00',
        },
        gives: { minPrice: '17.95' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          unitCost: '8.00',
          targetMarginPercent: '20',
          referralPercent: '15',
          fbaFee: '3.66',
          yourPrice: '19.00',
          couponType: 'percent',
          couponPercent: '10',
        },
        gives: { minPrice: '17.94' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          unitCost: '8.00',
          targetMarginPercent: '90',
          referralPercent: '15',
          fbaFee: '3.66',
          netPrice: '17.93',
        },
      },
    ],
    unknown: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { unitCost: '8.00', targetMarginPercent: '20', referralPercent: '15', fbaFee: '3.66' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { unitCost: '8.00', targetMarginPercent: '20', referralPercent: '15', yourPrice: '25.00' },
      },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { netPrice: '17.93', referralPercent: '15', fbaFee: '3.66' } },
    ],
  },
});
