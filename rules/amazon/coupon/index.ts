import type { Rule } from '../../engine/rule.ts';
import couponAccountEligibility from './coupon-account-eligibility.ts';
import couponDiscountOutOfRange from './coupon-discount-out-of-range.ts';
import couponExcludedProduct from './coupon-excluded-product.ts';
import { couponFormRules } from './coupon-form.ts';
import couponInventoryLow from './coupon-inventory-low.ts';
import couponLockedBeforeStart from './coupon-locked-before-start.ts';
import couponNetNotBelowWas from './coupon-net-not-below-was.ts';
import couponNoSalesHistory from './coupon-no-sales-history.ts';
import couponPriceAboveWas from './coupon-price-above-was.ts';
import couponSellingPriceMinimum from './coupon-selling-price-minimum.ts';
import couponStacksWithDeal from './coupon-stacks-with-deal.ts';
import couponStarRating from './coupon-star-rating.ts';
import wasPriceEstimate from './was-price-estimate.ts';
import wasPriceFromError from './was-price-from-error.ts';

/** Coupon rules in the order in which they are worth fixing when several hold for one field. */
export const couponRules: readonly Rule[] = [
  // Nothing else helps while the account or the product is excluded.
  couponAccountEligibility,
  couponExcludedProduct,
  couponStarRating,
  couponNoSalesHistory,
  couponSellingPriceMinimum,
  couponPriceAboveWas,
  // Its discount lies inside the allowed range, so it comes before the range.
  couponNetNotBelowWas,
  couponDiscountOutOfRange,
  couponStacksWithDeal,
  couponLockedBeforeStart,
  couponInventoryLow,
  ...couponFormRules,
  wasPriceFromError,
  wasPriceEstimate,
];
