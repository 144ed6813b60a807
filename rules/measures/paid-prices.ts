import { addDays } from './days.ts';
import { Big } from './decimals.ts';

/** Units sold at one price each, the price an exact decimal: ["18.5", 3]. */
export type PricedUnits = readonly [price: string, units: number];

/** What was paid for one product on one day, local to its site; cancelled orders are not in it. */
export interface PaidDay {
  readonly day: string;
  /** Orders without a discount on the item. */
  readonly paid: readonly PricedUnits[];
  /** Orders with a promotion's discount taken off the item. */
  readonly promoted: readonly PricedUnits[];
  /** Orders of business customers, who do not count for the Was Price; left out where there are none. */
  readonly business?: readonly PricedUnits[];
}

/** What paid orders say on a day. A price is null where no unit was sold. */
export interface PaidPrices {
  /** Median of the prices paid in orders without a promotion, in the 90 days before. */
  readonly withoutPromotions: Big | null;
  /** The same of all orders but those of businesses. */
  readonly withPromotions: Big | null;
  /** Lowest price paid for one unit on the day or in the 30 days before, promotions included. */
  readonly lowest: Big | null;
  /** Lowest price of the last day with a sale, promotions included, however long ago. */
  readonly latest: Big | null;
  /** Units of the 90 days, without those of businesses. */
  readonly units: number;
  readonly promotedUnits: number;
  readonly businessUnits: number;
}

export const WAS_PRICE_DAYS = 90;
const LOW_DAYS = 30;

/** Works out what the orders of a product say on an ISO day. Days may come in any order, and several times. */
export function paidPricesOn(days: readonly PaidDay[], day: string): PaidPrices {
  const from = addDays(day, -WAS_PRICE_DAYS);
  const within = days.filter((one) => one.day >= from && one.day < day);
  const paid = within.flatMap((one) => one.paid);
  const promoted = within.flatMap((one) => one.promoted);
  const lowFrom = addDays(day, -LOW_DAYS);
  const recent = days.filter((one) => one.day >= lowFrom && one.day <= day);
  return {
    withoutPromotions: weightedMedian(paid),
    withPromotions: weightedMedian([...paid, ...promoted]),
    lowest: sortedPrices(recent.flatMap(allOf))[0] ?? null,
    latest: latestPrice(days, day),
    units: unitsIn(paid) + unitsIn(promoted),
    promotedUnits: unitsIn(promoted),
    businessUnits: unitsIn(within.flatMap(({ business = [] }) => business)),
  };
}

function allOf({ paid, promoted }: PaidDay): readonly PricedUnits[] {
  return [...paid, ...promoted];
}

function unitsIn(sold: readonly PricedUnits[]): number {
  return sold.reduce((sum, [, units]) => sum + units, 0);
}

function sortedPrices(sold: readonly PricedUnits[]): Big[] {
  return [...new Set(sold.map(([price]) => price))].map((price) => new Big(price)).sort((a, b) => a.cmp(b));
}

function latestPrice(days: readonly PaidDay[], day: string): Big | null {
  let last = '';
  for (const one of days) if (one.day <= day && one.day > last && allOf(one).length > 0) last = one.day;
  return sortedPrices(days.filter((one) => one.day === last).flatMap(allOf))[0] ?? null;
}

/**
 * The median of the price of every single unit, exact: the one in the middle, or the mean of the two in the middle of an
 * even number. Null for no units.
 */
export function weightedMedian(sold: readonly PricedUnits[]): Big | null {
  const unitsAt = new Map<string, number>();
  for (const [price, units] of sold) unitsAt.set(price, (unitsAt.get(price) ?? 0) + units);
  const total = unitsIn(sold);
  if (total <= 0) return null;
  const ordered = [...unitsAt].map(([price, units]) => ({ price: new Big(price), units }));
  ordered.sort((a, b) => a.price.cmp(b.price));
  const priceOf = (position: number): Big => {
    let before = 0;
    for (const { price, units } of ordered) {
      before += units;
      if (position < before) return price;
    }
    throw new RangeError(`There are fewer than ${position + 1} units.`);
  };
  const lower = priceOf(Math.floor((total - 1) / 2));
  const upper = priceOf(Math.floor(total / 2));
  return lower.plus(upper).div(2);
}
