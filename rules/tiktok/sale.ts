import { limit } from '../engine/policy.ts';
import type { FeeLine } from '../fees/lines.ts';
import type { Sale } from '../fees/margin.ts';
import { tiktokReferralFees } from '../fees/tiktok-referral.ts';
import { roundTo } from '../measures/decimals.ts';

/** The shop's own rate beats the published one. */
export const tiktokSale: Sale = ({ promotionPrice, price: retail, feeRate }, { site, day, digits }) => {
  const price = promotionPrice ?? retail;
  if (!price) return { price: null, fees: [], open: [] };
  const period = limit(tiktokReferralFees, day, site);
  const rate = feeRate ?? period?.values?.rate;
  if (!rate) return { price: price.toFixed(digits), fees: [], open: [{ fee: 'referral', missing: ['feeRate'] }] };
  const own = feeRate ? null : period;
  const perOrder = own?.values?.perOrder ?? 0;
  const line: FeeLine = {
    fee: 'referral',
    amount: roundTo(price.times(rate).div(100).plus(perOrder), digits).toFixed(digits),
    because: { feeRate: rate.toFixed() },
    ...(own ? {} : { fact: 'feeRate' as const }),
    policy: own ? tiktokReferralFees.id : null,
    from: own?.from ?? null,
    to: own?.to ?? null,
    certainty: own?.certainty ?? null,
  };
  return { price: price.toFixed(digits), fees: [line], open: [] };
};
