import type { Rule } from '../../engine/rule.ts';
import dealEligibilityLegacy from './deal-eligibility-legacy.ts';
import dealFeeEstimate from './deal-fee-estimate.ts';
import dealHighReturnRate from './deal-high-return-rate.ts';
import dealPriceAbove30DayLow from './deal-price-above-30-day-low.ts';
import dealPriceAboveOtherRetailer from './deal-price-above-other-retailer.ts';
import dealSets30DayFloor from './deal-sets-30-day-floor.ts';
import primeDiscountReference from './prime-discount-reference.ts';
import primeEvent30DayLow from './prime-event-30-day-low.ts';
import primeEventDiscountMinimum from './prime-event-discount-minimum.ts';
import promotionRatingMinimum from './promotion-rating-minimum.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const dealRules: readonly Rule[] = [
  // No price helps a product that is left out.
  promotionRatingMinimum,
  dealPriceAbove30DayLow,
  primeEvent30DayLow,
  primeDiscountReference,
  primeEventDiscountMinimum,
  dealPriceAboveOtherRetailer,
  dealSets30DayFloor,
  dealHighReturnRate,
  dealEligibilityLegacy,
  dealFeeEstimate,
];
