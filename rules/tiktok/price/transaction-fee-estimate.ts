import { notApplicable, ok, unknown } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { tiktokTransactionFees } from '../../fees/tiktok-transaction.ts';
import { Big, isPositive, percent, roundTo } from '../../measures/decimals.ts';

const NOTHING = new Big(0);

/** The transaction fee: a share of what the buyer pays; in Thailand since 21 March 2026 of the platform’s subsidy too. */
export default defineRule({
  id: 'tiktok/transaction-fee-estimate',
  topic: 'fees',
  severity: 'info',
  needs: [],
  uses: ['price', 'customerPayment', 'platformDiscount'],
  marks: ['price'],
  policy: tiktokTransactionFees,
  estimate: true,
  quietUnknown: true,
  check({ price, customerPayment, platformDiscount }, { base, rate }, { digits }) {
    const paid = customerPayment ?? price;
    if (!paid) return unknown('customerPayment');
    // A price is what is charged before the platform adds its own discount to it.
    const subsidy = customerPayment && base === 'paymentAndSubsidy' ? (platformDiscount ?? NOTHING) : NOTHING;
    const feeBase = paid.plus(subsidy);
    if (!isPositive(feeBase)) return notApplicable('nothing-to-check');
    return ok({ feeBase, feeRate: rate, fee: roundTo(feeBase.times(percent(rate)), digits) });
  },
  examples: {
    ok: [
      {
        site: 'TH',
        day: '2026-03-20',
        facts: { customerPayment: '100', platformDiscount: '20' },
        gives: { fee: '3.21' },
      },
      {
        site: 'TH',
        day: '2026-03-21',
        facts: { customerPayment: '100', platformDiscount: '20' },
        gives: { fee: '3.85' },
      },
      { site: 'VN', day: '2026-11-30', facts: { price: '200000' }, gives: { fee: '10000' } },
    ],
    unknown: [{ site: 'VN', day: '2026-11-30', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-30', facts: { price: '20.00' } },
      { site: 'VN', day: '2026-11-30', facts: { price: '0' } },
    ],
  },
});
