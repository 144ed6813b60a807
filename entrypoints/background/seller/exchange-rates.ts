import { minorDigits } from '../../../rules/engine/sites.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import type { CurrencyPair } from '../messages/exchange.ts';
import { z } from '../messages/schema.ts';
import type { SeenFacts } from '../rows/rows.ts';

/** The price of one unit of a currency in another, entered by the seller or stated by a console page. */
export interface ExchangeRate extends CurrencyPair {
  /** Exact decimal above zero. */
  readonly rate: string;
  /** ISO day on which it was entered or seen. */
  readonly day: string;
}

const code = z.string().regex(/^[A-Z]{3}$/u);

export const exchangeRateSchema = z.object({
  from: code,
  to: code,
  rate: z.string().regex(/^(?!0+(?:\.0+)?$)\d{1,9}(?:\.\d{1,10})?$/u),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
});

/** Currencies with small units: people quote how many of them one larger unit buys. */
const SMALL_UNITS = ['JPY', 'CNY'];

/** Two different currencies as a pair, independent of their order. */
export function pairOf(one: string, other: string): CurrencyPair {
  const small = SMALL_UNITS.find((currency) => currency === one || currency === other);
  if (small) return { from: small === one ? other : one, to: small };
  return one.localeCompare(other) < 0 ? { from: one, to: other } : { from: other, to: one };
}

/** The rate a console page stated next to a listing's price; undefined if none did. */
export function rateSeen({ yuanPerDollar: seen }: SeenFacts): ExchangeRate | undefined {
  const parsed = exchangeRateSchema.safeParse({ from: 'USD', to: 'CNY', rate: seen?.value, day: seen?.day });
  return parsed.success ? parsed.data : undefined;
}

/** The first rate between two currencies; undefined where there is none. */
export function rateBetween(rates: readonly ExchangeRate[], one: string, other: string): ExchangeRate | undefined {
  const pair = pairOf(one, other);
  return rates.find((rate) => isPair(rate, pair));
}

/** An amount of one side of a rate in the other side's currency, rounded to its minor units. */
export function converted(amount: string, currency: string, { from, to, rate }: ExchangeRate): string {
  const isFrom = currency === from;
  const exact = isFrom ? new Big(amount).times(rate) : new Big(amount).div(rate);
  return exact.toFixed(minorDigits(isFrom ? to : from));
}

/** The rates with the one for a pair of currencies replaced; `rate` null deletes it. */
export function withRate(
  rates: readonly ExchangeRate[],
  pair: CurrencyPair,
  rate: Pick<ExchangeRate, 'rate' | 'day'> | null,
): readonly ExchangeRate[] {
  const others = rates.filter((one) => !isPair(one, pair));
  return rate === null ? others : [...others, { ...pair, ...rate }];
}

function isPair(one: CurrencyPair, other: CurrencyPair): boolean {
  return one.from === other.from && one.to === other.to;
}
