import type { WireFacts } from '../../../rules/engine/facts.ts';
import { smaller } from '../../../rules/measures/decimals.ts';
import { type PaidDay, paidPricesOn, WAS_PRICE_DAYS } from '../../../rules/measures/paid-prices.ts';
import type { OrdersOrigin } from '../rows/origins.ts';

/**
 * Facts from a product's imported orders on a day, local to the site; null without orders. Amazon's texts disagree on
 * whether promotional sales count for the Was Price (policies: amazon.was-price), so both medians are given, and the
 * lower one is the estimate.
 */
export function orderFacts(
  paid: readonly PaidDay[],
  day: string,
): { readonly facts: WireFacts; readonly origin: OrdersOrigin } | null {
  const until = paid.reduce((last, one) => (one.day > last && one.day <= day ? one.day : last), '');
  if (until === '') return null;
  const prices = paidPricesOn(paid, day);
  const facts: WireFacts = {};
  const { withoutPromotions, withPromotions } = prices;
  if (withPromotions) {
    facts.wasPriceEstimate = smaller(withoutPromotions ?? withPromotions, withPromotions).toFixed();
    facts.wasPriceWithPromotions = withPromotions.toFixed();
  }
  if (withoutPromotions) {
    facts.wasPriceWithoutPromotions = withoutPromotions.toFixed();
    // One unit sold without a promotion is enough for a Was Price.
    facts.wasPriceExists = true;
  }
  if (prices.lowest) facts.lowestPrice30d = prices.lowest.toFixed();
  if (prices.latest) facts.recentSalePrice = prices.latest.toFixed();
  const { units, promotedUnits: promoted } = prices;
  return { facts, origin: { by: 'orders', days: WAS_PRICE_DAYS, units, promoted, until } };
}
