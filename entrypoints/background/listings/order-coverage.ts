import { addDays, daysBetween, earlierDay, laterDay } from '../../../rules/measures/days.ts';
import { WAS_PRICE_DAYS } from '../../../rules/measures/paid-prices.ts';

/** Days of which orders were imported: ISO days, both included. */
export interface OrderPeriod {
  readonly from: string;
  readonly to: string;
}

export interface OrderCoverage extends OrderPeriod {
  /** Days between the two of which orders were imported. */
  readonly covered: number;
  readonly of: number;
}

/**
 * How much of the days before an ISO day, from which a Was Price is worked out, the imported order reports cover. Null
 * for none. A report covers the days from its first order to its last: on which days it was asked for it does not say.
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
