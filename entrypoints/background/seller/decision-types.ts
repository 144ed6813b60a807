import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Settings } from '../../../rules/own/settings.ts';
import type { SameItem } from '../listings/same-item-decisions.ts';
import type { Language } from '../messages/words.ts';
import type { TaughtField } from '../teaching/taught-fields.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Update } from './update.ts';
/** A finding the seller does not want to see again for its listing. */
export interface Ignored {
  readonly store: string;
  readonly listing: string;
  readonly rule: string;
  /** 0-based position in a list; null where the rule does not check a list. */
  readonly item: number | null;
  /** What the listing was called, for the list of decisions. */
  readonly name: string;
  readonly day: string;
}

/** A check the seller turned off in every store. */
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
  /** Null: never chosen, the browser's language holds. */
  readonly language: Language | null;
  readonly ignored: readonly Ignored[];
  readonly turnedOff: readonly TurnedOff[];
  readonly entered: readonly EnteredFact[];
  /** What else the seller chose of checks and their numbers; left out: nothing yet. */
  readonly settings?: Settings;
  /** Fields the seller showed; left out: none yet. */
  readonly taught?: readonly TaughtField[];
  /** Listings of several stores that the seller linked or took apart; left out: none yet. */
  readonly sameItems?: readonly SameItem[];
  /** What the seller says currencies cost in others; left out: nothing yet. */
  readonly exchangeRates?: readonly ExchangeRate[];
  /** What is still to be judged again after a change of the settings, in order; left out: nothing. */
  readonly updates?: readonly Update[];
  /** Keys under which values lie that could not be understood. */
  readonly broken: readonly string[];
}
