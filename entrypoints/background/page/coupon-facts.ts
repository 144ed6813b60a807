import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';

/** Facts that belong to a coupon rather than to its listing. */
export const couponFacts: ReadonlySet<FactName> = new Set<FactName>([
  'couponType',
  'couponPercent',
  'couponAmount',
  'couponStart',
  'couponEnd',
  'couponCreatedOn',
  'couponBudget',
  'couponSales',
  'redemptions',
  'couponTitle',
  'couponKind',
  'couponRoute',
  'couponChildAsins',
  'couponStatus',
  'onePerCustomer',
]);

/** Whether the facts describe a coupon with a discount. */
export function hasCoupon(facts: WireFacts): boolean {
  return isFilled(facts.couponPercent) || isFilled(facts.couponAmount);
}

/**
 * Adds what a coupon form implies: its type, from the one value filled in, and derived facts that are known to be empty
 * because their source is.
 */
export function completeCoupon(facts: WireFacts): void {
  if (facts.couponType === undefined || facts.couponType === null) {
    const percent = isFilled(facts.couponPercent);
    const amount = isFilled(facts.couponAmount);
    if (percent !== amount) facts.couponType = percent ? 'percent' : 'amount';
  }
  if (isDiscountEmpty(facts)) {
    facts.discountAmount ??= null;
    facts.discountPercent ??= null;
    facts.netPrice ??= null;
  }
  if (facts.couponStart === null || facts.couponEnd === null) facts.couponDays ??= null;
}

function isDiscountEmpty({ couponType, couponPercent, couponAmount }: WireFacts): boolean {
  if (couponType === 'percent') return couponPercent === null;
  if (couponType === 'amount') return couponAmount === null;
  return couponPercent === null && couponAmount === null;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null;
}
