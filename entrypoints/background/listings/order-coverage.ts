import { addDays, daysBetween, earlierDay, laterDay } from '../../../rules/measures/days.ts';
import { WAS_PRICE_DAYS } from '../../../rules/measures/paid-prices.ts';

/** A period with imported orders: ISO days, both included. */
export interface OrderPeriod {
  readonly from: string;
  readonly to: string;
}

export interface OrderCoverage extends OrderPeriod {
  /** Number of days in the window with imported orders. */
  readonly covered: number;
  readonly of: number;
}

/**
 * How much of the Was Price window before an ISO day the imported order reports cover; null for none. A report covers
 * the days from its first order to its last: it does not state the requested period.
 */
export function orderCoverage(periods: readonly OrderPeriod[], day: string): OrderCoverage | null {
  const [first, last] = [addDays(day, -WAS_PRICE_DAYS), addDays(day, -1)];
  const within = periods
    .map(({ from, to }) => ({ from: laterDay(from, first), to: earlierDay(to, last) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from.localeCompare(b.from));
  const [earliest] = within;
  if (!earliest) return null;
  let covered = 0;
  let until = addDays(first, -1);
  for (const { from, to } of within) {
    const start = laterDay(from, addDays(until, 1));
    if (to < start) continue;
    covered += daysBetween(start, to) + 1;
    until = to;
  }
  return { from: earliest.from, to: until, covered, of: WAS_PRICE_DAYS };
}
