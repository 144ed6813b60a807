import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { publishedRate } from '../../fees/tiktok-referral.ts';
import { transactionRate } from '../../fees/tiktok-transaction.ts';
import { Big, ceilQuotient, floorQuotient, isPositive } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/margin-below-floor.json' with { type: 'json' };

const HUNDRED = new Big(100);

/** After the fees and the unit’s cost at least the seller’s smallest margin is left, in percent of the price; exactly that much passes. */
export default defineRule({
  id: 'tiktok/margin-below-floor',
  topic: 'fees',
  severity: 'warning',
  needs: ['unitCost', 'targetMarginPercent'],
  uses: ['price', 'promotionPrice', 'feeRate'],
  marks: ['promotionPrice', 'price'],
  policy: readPolicy(file, {}),
  before({ unitCost }) {
    return unitCost ? undefined : notApplicable('no-trigger');
  },
  check({ unitCost, targetMarginPercent, price: retail, promotionPrice, feeRate }, _, { day, site, digits }) {
    const price = promotionPrice ?? retail;
    if (!price) return unknown('price');
    if (!isPositive(price)) return notApplicable('nothing-to-check');
    const rate = feeRate ?? publishedRate(day, site);
    if (!rate) return unknown('feeRate');
    const afterFee = HUNDRED.minus(rate).minus(transactionRate(day, site) ?? 0);
    const kept = afterFee.minus(targetMarginPercent);
    const cost = unitCost.times(HUNDRED);
    if (kept.times(price).gte(cost)) return ok();
    const margin = floorQuotient(afterFee.times(price).minus(cost), price, 2);
    const values = { price, feeRate: rate, unitCost, margin, targetMarginPercent };
    if (kept.lte(0)) return violation({ message: 'unreachable', values, fix: {} });
    return violation({ values, fix: { minPrice: ceilQuotient(cost, kept, digits) } });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeRate: '6', unitCost: '10.00', targetMarginPercent: '24', price: '14.29' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { unitCost: '10.00', targetMarginPercent: '24', price: '20.00', promotionPrice: '14.29' },
      },
    ],
    violation: [
      {
        site: 'VN',
        day: '2026-11-30',
        facts: { feeRate: '10', unitCost: '100000', targetMarginPercent: '20', price: '153846' },
        gives: { minPrice: '153847' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeRate: '6', unitCost: '10.00', targetMarginPercent: '24', price: '14.28' },
        gives: { minPrice: '14.29' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { unitCost: '10.00', targetMarginPercent: '24', price: '14.28' },
        gives: { minPrice: '14.29' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { feeRate: '6', unitCost: '10.00', targetMarginPercent: '94', price: '99.00' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { feeRate: '6', unitCost: '10.00', targetMarginPercent: '24' } },
      { site: 'TH', day: '2026-11-20', facts: { unitCost: '10.00', targetMarginPercent: '24', price: '14.28' } },
    ],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { feeRate: '6', price: '14.28' } }],
  },
});
