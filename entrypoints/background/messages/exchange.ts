import { z } from './schema.ts';

/** ISO 4217 codes, in the order in which people state the rate: 1 `from` = … `to`. */
export interface CurrencyPair {
  readonly from: string;
  readonly to: string;
}

const code = z.string().regex(/^[A-Z]{3}$/u);

export const currencyPairSchema = z.object({ from: code, to: code });

/** Requests of the workspace about the seller's exchange rates. */
export const exchangeRequests = {
  /** Keep what the seller says one unit of `from` costs in `to`, as typed; empty text takes the rate back. */
  'set-exchange-rate': z.object({
    kind: z.literal('set-exchange-rate'),
    pair: currencyPairSchema,
    input: z.string().max(50),
  }),
} as const;

/** The rate between this listing's currency and another one's: 1 `from` = `rate` `to`. */
export interface RateView {
  readonly from: string;
  readonly to: string;
  /** As the seller would type it; empty where none was entered. */
  readonly rate: string;
  /** The day of the entry, written out; empty where none was entered. */
  readonly day: string;
}
