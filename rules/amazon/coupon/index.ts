import type { Rule } from '../../engine/rule.ts';
import couponAccountEligibility from './coupon-account-eligibility.ts';
import couponAsinCount from './coupon-asin-count.ts';
import couponBudgetLow from './coupon-budget-low.ts';
import couponBudgetMaximum from './coupon-budget-maximum.ts';
import couponBudgetMinimum from './coupon-budget-minimum.ts';
import couponBulkRows from './coupon-bulk-rows.ts';
import couponDiscountOutOfRange from './coupon-discount-out-of-range.ts';
import couponDuration from './coupon-duration.ts';
import couponExcludedProduct from './coupon-excluded-product.ts';
import couponFeeEstimate from './coupon-fee-estimate.ts';
import couponFeeRecreateForCap from './coupon-fee-recreate-for-cap.ts';
import couponInventoryLow from './coupon-inventory-low.ts';
import couponLockedBeforeStart from './coupon-locked-before-start.ts';
import couponMultiUnitExposure from './coupon-multi-unit-exposure.ts';
import couponNetNotBelowWas from './coupon-net-not-below-was.ts';
import couponNoSalesHistory from './coupon-no-sales-history.ts';
import couponOverlap from './coupon-overlap.ts';
import couponPriceAboveWas from './coupon-price-above-was.ts';
import couponScheduleWindow from './coupon-schedule-window.ts';
import couponSellingPriceMinimum from './coupon-selling-price-minimum.ts';
import couponStacksWithDeal from './coupon-stacks-with-deal.ts';
import couponStarRating from './coupon-star-rating.ts';
import couponTitleCharacters from './coupon-title-characters.ts';
import couponTitleForbidden from './coupon-title-forbidden.ts';
import couponTitleLength from './coupon-title-length.ts';
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
  // What is typed into the form or the spreadsheet.
  couponScheduleWindow,
  couponDuration,
  couponOverlap,
  couponBudgetMinimum,
  couponBudgetMaximum,
  couponAsinCount,
  couponBulkRows,
  couponTitleLength,
  couponTitleCharacters,
  couponTitleForbidden,
  couponBudgetLow,
  couponMultiUnitExposure,
  couponFeeRecreateForCap,
  couponFeeEstimate,
  // The Was Price itself: told, never a problem.
  wasPriceFromError,
  wasPriceEstimate,
];
