import type { Facts } from '../../engine/facts.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { notApplicable, ok, unknown } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { tiktokReferralFees } from '../../fees/tiktok-referral.ts';
import { Big, isPositive, percent, roundTo } from '../../measures/decimals.ts';

const NOTHING = new Big(0);

/** The referral fee: the rate on what the customer pays plus the platform’s discount, without tax (UK and EU: with tax); in Thailand and Vietnam on the item’s price less the seller’s discount. The seller’s own rate wins. */
export default defineRule({
  id: 'tiktok/referral-fee-estimate',
  topic: 'fees',
  severity: 'info',
  needs: [],
  uses: ['price', 'customerPayment', 'platformDiscount', 'tax', 'itemPrice', 'sellerDiscount', 'feeRate'],
  marks: ['price'],
  policy: tiktokReferralFees,
  estimate: true,
  quietUnknown: true,
  check(facts, limits, { digits }) {
    const base = feeBase(facts, limits.base);
    if ('kind' in base) return base;
    const feeRate = facts.feeRate ?? limits.rate;
    if (!feeRate) return unknown('feeRate');
    const perOrder = facts.feeRate || !limits.perOrder ? NOTHING : limits.perOrder;
    const exact = base.amount.times(percent(feeRate)).plus(perOrder);
    return ok({ feeBase: base.amount, feeRate, fee: roundTo(exact, digits) });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2024-04-01',
        facts: { customerPayment: '107.00', platformDiscount: '5.00', tax: '7.00' },
        gives: { fee: '6.30' },
      },
      {
        site: 'US',
        day: '2024-03-31',
        facts: { customerPayment: '107.00', platformDiscount: '5.00', tax: '7.00' },
        gives: { fee: '2.40' },
      },
      { site: 'UK', day: '2024-09-04', facts: { customerPayment: '100.00' }, gives: { fee: '9.00' } },
      { site: 'UK', day: '2024-09-03', facts: { customerPayment: '100.00' }, gives: { fee: '5.00' } },
      {
        site: 'TH',
        day: '2026-11-20',
        facts: { feeRate: '7.49', itemPrice: '1000', sellerDiscount: '100' },
        gives: { fee: '67.41' },
      },
      { site: 'US', day: '2026-11-20', facts: { price: '20.00' }, gives: { fee: '1.20' } },
      { site: 'DE', day: '2026-01-07', facts: { price: '20.00' }, gives: { fee: '1.00' } },
      {
        site: 'IE',
        day: '2026-01-08',
        facts: { customerPayment: '19.00', platformDiscount: '1.00' },
        gives: { fee: '1.80' },
      },
      { site: 'FR', day: '2026-11-20', facts: { price: '20.00', feeRate: '7' }, gives: { fee: '1.40' } },
      { site: 'MX', day: '2026-11-20', facts: { price: '200.00' }, gives: { fee: '12.00' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { customerPayment: '107.00' } },
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'SG', day: '2026-11-20', facts: { price: '20.00' } },
      { site: 'VN', day: '2026-11-20', facts: { price: '200000' } },
    ],
  },
});

/** What the rate applies to: from the order where it is known, otherwise the price as it is entered. */
function feeBase(facts: Facts, base: string): { readonly amount: Big } | Outcome {
  const { price, customerPayment, platformDiscount, tax, itemPrice, sellerDiscount } = facts;
  if (base === 'item') {
    const item = itemPrice ?? price;
    return item ? paid(item.minus(sellerDiscount ?? NOTHING)) : unknown('itemPrice');
  }
  if (!customerPayment) return price ? paid(price) : unknown('customerPayment');
  const gross = customerPayment.plus(platformDiscount ?? NOTHING);
  if (base === 'paymentWithTax') return paid(gross);
  return tax ? paid(gross.minus(tax)) : unknown('tax');
}

function paid(amount: Big): { readonly amount: Big } | Outcome {
  return isPositive(amount) ? { amount } : notApplicable('nothing-to-check');
}
