import type { Rule } from '../../engine/rule.ts';
import activityBlocked from './activity-blocked.ts';
import activityDiscountCondition from './activity-discount-condition.ts';
import activityPriceAboveSuggested from './activity-price-above-suggested.ts';
import activityPriceNotBelowDaily from './activity-price-not-below-daily.ts';
import activityPricePositive from './activity-price-positive.ts';
import activityQualityScore from './activity-quality-score.ts';
import activitySelloutHealth from './activity-sellout-health.ts';
import activityStockBelowMinimum from './activity-stock-below-minimum.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const activityRules: readonly Rule[] = [
  activityPricePositive,
  activityPriceAboveSuggested,
  activityPriceNotBelowDaily,
  activityDiscountCondition,
  activityStockBelowMinimum,
  activityQualityScore,
  activitySelloutHealth,
  activityBlocked,
];
