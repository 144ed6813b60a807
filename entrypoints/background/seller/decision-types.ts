import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Settings } from '../../../rules/own/settings.ts';
import type { SameItem } from '../listings/same-item-decisions.ts';
import type { Language } from '../messages/words.ts';
import type { TaughtField } from '../teaching/taught-fields.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Update } from './update.ts';
/** A finding the seller never wants to see again for its listing. */
export interface Ignored {
  readonly store: string;
  readonly listing: string;
  readonly rule: string;
  /** 0-based position in a list; null where the rule does not check a list. */
  readonly item: number | null;
  /** The listing's name at that time, for the list of decisions. */
  readonly name: string;
  readonly day: string;
}

/** A check the seller turned off in all shops. */
export interface TurnedOff {
  readonly rule: string;
  readonly day: string;
}

/** A fact the seller entered. `subject`: `asin:…`, `sku:…`, `code:…`, or `store` for one that holds for the whole store. */
export interface EnteredFact {
  readonly store: string;
  readonly subject: string;
  readonly fact: FactName;
  readonly value: WireValue;
  readonly name: string;
  readonly day: string;
}

export interface Decisions {
  /** Null: never chosen, so the browser's language applies. */
  readonly language: Language | null;
  readonly ignored: readonly Ignored[];
  readonly turnedOff: readonly TurnedOff[];
  readonly entered: readonly EnteredFact[];
  /** Other settings of checks and limits; omitted: none yet. */
  readonly settings?: Settings;
  /** Fields the seller taught; omitted: none yet. */
  readonly taught?: readonly TaughtField[];
  /** Listings of several shops that the seller linked or declared different; omitted: none yet. */
  readonly sameItems?: readonly SameItem[];
  /** The seller's exchange rates; omitted: none yet. */
  readonly exchangeRates?: readonly ExchangeRate[];
  /** Pending re-checks after changes of the settings, in order; omitted: none. */
  readonly updates?: readonly Update[];
  /** Keys of stored values that could not be parsed. */
  readonly broken: readonly string[];
}
