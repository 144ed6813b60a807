import type { Rule } from '../../engine/rule.ts';
import euParcelDuty from './eu-parcel-duty.ts';
import idNegativeBalance from './id-negative-balance.ts';
import listPriceBelowRetail from './list-price-below-retail.ts';
import marginBelowFloor from './margin-below-floor.ts';
import priceRange from './price-range.ts';
import referralFeeEstimate from './referral-fee-estimate.ts';
import refundAdminFeeEstimate from './refund-admin-fee-estimate.ts';
import transactionFeeEstimate from './transaction-fee-estimate.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const priceRules: readonly Rule[] = [
  priceRange,
  listPriceBelowRetail,
  idNegativeBalance,
  marginBelowFloor,
  referralFeeEstimate,
  transactionFeeEstimate,
  refundAdminFeeEstimate,
  euParcelDuty,
];
