import type { Rule } from '../../engine/rule.ts';
import discountProductLimits from './discount-product-limits.ts';
import fixedPriceNotBelowPrice from './fixed-price-not-below-price.ts';
import flashDeal30DayLow from './flash-deal-30-day-low.ts';
import flashDealDuration from './flash-deal-duration.ts';
import flashDealPercent from './flash-deal-percent.ts';
import flashSaleEligibility from './flash-sale-eligibility.ts';
import flashSetsAmazonFloor from './flash-sets-amazon-floor.ts';
import productDiscountPercent from './product-discount-percent.ts';
import promotionConflict from './promotion-conflict.ts';
import promotionLimits from './promotion-limits.ts';
import promotionPeriod from './promotion-period.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const promotionRules: readonly Rule[] = [
  flashSaleEligibility,
  flashDeal30DayLow,
  flashDealPercent,
  productDiscountPercent,
  fixedPriceNotBelowPrice,
  discountProductLimits,
  flashDealDuration,
  promotionPeriod,
  promotionLimits,
  promotionConflict,
  flashSetsAmazonFloor,
];
