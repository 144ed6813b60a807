import type { Rule } from '../../engine/rule.ts';
import couponAsinCount from './coupon-asin-count.ts';
import couponBudgetLow from './coupon-budget-low.ts';
import couponBudgetMaximum from './coupon-budget-maximum.ts';
import couponBudgetMinimum from './coupon-budget-minimum.ts';
import couponBulkRows from './coupon-bulk-rows.ts';
import couponDuration from './coupon-duration.ts';
import couponFeeEstimate from './coupon-fee-estimate.ts';
import couponFeeRecreateForCap from './coupon-fee-recreate-for-cap.ts';
import couponMultiUnitExposure from './coupon-multi-unit-exposure.ts';
import couponOverlap from './coupon-overlap.ts';
import couponScheduleWindow from './coupon-schedule-window.ts';
import couponTitleCharacters from './coupon-title-characters.ts';
import couponTitleForbidden from './coupon-title-forbidden.ts';
import couponTitleLength from './coupon-title-length.ts';

/** Rules about what is typed into the coupon form or spreadsheet, in the order in which they are worth fixing. */
export const couponFormRules: readonly Rule[] = [
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
];
