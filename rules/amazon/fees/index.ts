import type { Rule } from '../../engine/rule.ts';
import fbaFeeEstimate from './fba-fee-estimate.ts';
import fbaLowPriceUk from './fba-low-price-uk.ts';
import fbaPriceBandEdge from './fba-price-band-edge.ts';
import marginBelowFloor from './margin-below-floor.ts';
import referralFeeCliff from './referral-fee-cliff.ts';
import referralFeeEstimate from './referral-fee-estimate.ts';

/** Fee rules in the order in which they are worth fixing when several hold for one field. */
export const feeRules: readonly Rule[] = [
  marginBelowFloor,
  referralFeeCliff,
  fbaPriceBandEdge,
  referralFeeEstimate,
  fbaFeeEstimate,
  fbaLowPriceUk,
];
