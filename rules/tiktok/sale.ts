import { limit } from '../engine/policy.ts';
import type { Site } from '../engine/sites.ts';
import type { FeeLine, OpenFee } from '../fees/lines.ts';
import type { Sale } from '../fees/margin.ts';
import { tiktokReferralFees } from '../fees/tiktok-referral.ts';
import { tiktokTransactionFees } from '../fees/tiktok-transaction.ts';
import { type Big, roundTo } from '../measures/decimals.ts';

interface Sold {
  readonly price: Big;
  readonly site: Site;
  readonly day: string;
  readonly digits: number;
}

/** The referral fee, where the shop's own rate beats the published one, and the transaction fee of the regions that have one. */
export const tiktokSale: Sale = ({ promotionPrice, price: retail, feeRate }, { site, day, digits }) => {
  const price = promotionPrice ?? retail;
  if (!price) return { price: null, fees: [], open: [] };
  const sold = { price, site, day, digits };
  const referral = referralFee(feeRate, sold);
  const fees = [referral, transactionFee(sold)].filter((line) => line !== null);
  const open: OpenFee[] = referral ? [] : [{ fee: 'referral', missing: ['feeRate'] }];
  return { price: price.toFixed(digits), fees, open };
};

function referralFee(entered: Big | null | undefined, { price, site, day, digits }: Sold): FeeLine | null {
  const period = limit(tiktokReferralFees, day, site);
  const rate = entered ?? period?.values?.rate;
  if (!rate) return null;
  const own = entered ? null : period;
  const perOrder = own?.values?.perOrder ?? 0;
  return {
    fee: 'referral',
    amount: roundTo(price.times(rate).div(100).plus(perOrder), digits).toFixed(digits),
    because: { feeRate: rate.toFixed() },
    ...(own ? {} : { fact: 'feeRate' as const }),
    policy: own ? tiktokReferralFees.id : null,
    from: own?.from ?? null,
    to: own?.to ?? null,
    certainty: own?.certainty ?? null,
  };
}

function transactionFee({ price, site, day, digits }: Sold): FeeLine | null {
  const period = limit(tiktokTransactionFees, day, site);
  const rate = period?.values?.rate;
  if (!period || !rate) return null;
  return {
    fee: 'transaction',
    amount: roundTo(price.times(rate).div(100), digits).toFixed(digits),
    because: { feeRate: rate.toFixed() },
    policy: tiktokTransactionFees.id,
    from: period.from,
    to: period.to,
    certainty: period.certainty,
  };
}
