import type { WireValue } from '../../../rules/engine/facts.ts';

/**
 * Why a field that should be there gave no value. `not-found`: no locator hit. `ambiguous`: two locators or two fields
 * disagree. `unparsable`: there is text, but not one this field can hold. `not-hydrated`: the page has not filled it yet.
 * `range`: it shows from what to what, and no single value. `not-given`: it says that the marketplace gives none.
 */
export type UnreadableReason = 'not-found' | 'ambiguous' | 'unparsable' | 'not-hydrated' | WithoutValue;

/** The page was read: what it says there is no one value. */
export type WithoutValue = 'range' | 'not-given';

/** What one of several hits that disagree read, by its locator, without the value. `length` is in characters. */
export interface Sighting {
  readonly via: string;
  readonly kind: 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'moment' | 'text' | 'empty' | 'unreadable';
  readonly length: number;
}

/**
 * What a reader says about one field.
 * `read`: the value, null when the field is there and empty; `via` names the locator that hit (`name:item_name-0-value`).
 * `absent`: this page kind has no such field now, for example under another tab or filter.
 * Exact decimals are text ("18.50"); `currency` is the ISO code seen beside an amount, when there was one.
 */
export type Reading =
  | { readonly state: 'read'; readonly value: WireValue; readonly via: string; readonly currency?: string }
  | { readonly state: 'absent' }
  /** `found`: what disagreed, where the reason is `ambiguous`. */
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason; readonly found?: readonly Sighting[] };

export type FieldReadings = { readonly [field: string]: Reading };

/**
 * A number or day as it stands on the page. What it says is worked out by the background, so that no page carries the
 * code for every locale. `text` has single spaces and is never empty; `mark` is the unit beside it, such as `$` or `%`;
 * `locale` is the one it is written in where that is not the page's; `amount` picks one of "$14.14 + $0.00", from 0.
 */
export interface Written {
  readonly state: 'written';
  readonly kind: 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'moment';
  readonly text: string;
  readonly via: string;
  readonly mark?: string | undefined;
  readonly locale?: string | undefined;
  readonly amount?: number | undefined;
}

/** What a reader finds in one field, before numbers and days are understood. */
export type PageReading = Reading | Written;

/**
 * One listing, row or product on the page. `key` is stable while the page shows it. The record with key `page` holds
 * what all others share (the coupon's own fields) or, on a form with one listing, is that listing.
 */
export interface RecordReading {
  readonly key: string;
  /** Fields by fact name (`rules/engine/facts.ts`); `bullets` is one field whose value is a list. */
  readonly fields: { readonly [field: string]: PageReading };
}

export const PAGE_RECORD = 'page';

/** One thing the page says about its site, as it says it: a marketplace id, a country's name as label key, a domain. */
export interface StoreMark {
  readonly by: 'page-global' | 'address' | 'header' | 'picker' | 'storage';
  readonly text: string;
}

/** What the page says about the store it shows. The background decides which store that is, or that it cannot tell. */
export interface StoreSignals {
  readonly sellerName: string | null;
  /** Merchant id such as `amzn1.merchant.o.…`, where the page carries one. */
  readonly sellerId: string | null;
  readonly marks: readonly StoreMark[];
}

/**
 * What became of a page's list. `read`: rows of it were read. `empty`: the page says that there are none. `none`: nothing
 * like a row stands there, so that it is empty or was not found. `lost`: rows stand there, and none could be read.
 */
export type ListState = 'read' | 'empty' | 'none' | 'lost';

/** A sentence of the console itself that is a fact: Amazon's own coupon errors. Amounts as they stand on the page. */
export interface Notice {
  readonly kind:
    | 'price-above-was'
    | 'net-not-below-was'
    | 'no-sales-history'
    | 'discount-minimum'
    | 'discount-maximum'
    | 'low-inventory'
    | 'price-history-older';
  readonly asin: string | null;
  readonly amounts: {
    readonly currentPrice?: string;
    readonly suggestedYourPrice?: string;
    readonly currentNetPrice?: string;
    readonly requiredNetPrice?: string;
  };
}

/**
 * Everything read from one page at one moment. `records` holds those that changed since the last answered snapshot,
 * `keys` all that are on the page.
 */
export interface Snapshot {
  /** Grows by one with every snapshot of a page scope. */
  readonly sequence: number;
  /** Page kind, such as `amazon/listing-editor`; null: the address is a console's, but the page was not recognised. */
  readonly page: string | null;
  /** The layout that was recognised, such as `gen2`; for the diagnosis only. */
  readonly generation: string | null;
  /** BCP 47 language of the page's text. */
  readonly language: string;
  readonly store: StoreSignals;
  readonly keys: readonly string[];
  readonly records: readonly RecordReading[];
  readonly notices: readonly Notice[];
  /** The page as a whole has come to rest. Until then nothing is told of what it misses. */
  readonly settled: boolean;
  /** Keys of the records that may still be loading: they are judged for the page alone, and nothing of them is kept. */
  readonly unsettled: readonly string[];
  /** Left out on a page without a list. */
  readonly list?: ListState | undefined;
}
