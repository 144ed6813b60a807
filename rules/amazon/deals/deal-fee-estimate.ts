import { ok } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { dealFee, dealFees } from '../../fees/deal.ts';
import { percent, roundTo } from '../../measures/decimals.ts';

/**
 * The fee of one Lightning or Best Deal: $70 per day plus 1 % of the deal's sales, that part at most $2,000; until
 * 2025-06-01 $150 or $300 per deal. Peak events have fees of their own, which are not known.
 */
export default defineRule({
  id: 'amazon/deal-fee-estimate',
  topic: 'promotion',
  severity: 'info',
  estimate: true,
  needs: [],
  uses: ['dealType', 'dealDays', 'dealSales', 'dealPrice', 'event', 'occasion'],
  marks: ['dealPrice'],
  policy: dealFees,
  quietUnknown: true,
  check(facts, values, { digits }) {
    const fee = dealFee(facts, values);
    if ('kind' in fee) return fee;
    const { dealDays, dealSales, dealPrice } = facts;
    const estimate = { dealFee: roundTo(fee, digits), dealDays, dealSales };
    if (!dealSales?.gt(0)) return ok(estimate);
    return ok({
      ...estimate,
      feeShare: roundTo(fee.div(percent(dealSales)), 2),
      feePerUnit: dealPrice?.gt(0) ? roundTo(fee.times(dealPrice).div(dealSales), digits) : undefined,
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2025-06-01', facts: { dealType: 'lightning' }, gives: { dealFee: '150.00' } },
      { site: 'US', day: '2025-06-01', facts: { dealType: 'best', dealDays: 7 }, gives: { dealFee: '300.00' } },
      {
        site: 'US',
        day: '2025-06-02',
        facts: { dealDays: 1, dealSales: '10000.00', dealPrice: '20.00' },
        gives: { dealFee: '170.00', feeShare: '1.7', feePerUnit: '0.34' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { dealDays: 7, dealSales: '300000.00' },
        gives: { dealFee: '2490.00', feeShare: '0.83' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { dealDays: 7 } },
      { site: 'US', day: '2025-06-01', facts: { dealDays: 7, dealSales: '1000.00' } },
      { site: 'DE', day: '2026-11-20', facts: { dealDays: 7, dealSales: '1000.00' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { dealDays: 2, dealSales: '1000.00', event: 'black-friday' } },
      { site: 'DE', day: '2026-01-31', facts: { dealDays: 7, dealSales: '1000.00' } },
    ],
  },
});
