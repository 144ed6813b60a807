import { z } from './schema.ts';

/** ISO 4217 codes, in the order people quote the rate: 1 `from` = … `to`. */
export interface CurrencyPair {
  readonly from: string;
  readonly to: string;
}

const code = z.string().regex(/^[A-Z]{3}$/u);

export const currencyPairSchema = z.object({ from: code, to: code });

/** Workspace requests about the seller's exchange rates. */
export const exchangeRequests = {
  /** Store the seller's rate: what one unit of `from` costs in `to`, as typed. Empty text deletes the rate. */
  'set-exchange-rate': z.object({
    kind: z.literal('set-exchange-rate'),
    pair: currencyPairSchema,
    input: z.string().max(50),
  }),
} as const;

/** The rate between this listing's currency and another: 1 `from` = `rate` `to`. */
export interface RateView {
  readonly from: string;
  readonly to: string;
  /** As the seller would type it; empty if none was entered. */
  readonly rate: string;
  /** The day it was entered, as people write it; empty if none was entered. */
  readonly day: string;
}
