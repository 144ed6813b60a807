import type { WireValue } from '../../../rules/engine/facts.ts';

/**
 * Why an expected field has no value. `not-found`: no locator hit. `ambiguous`: two locators or two fields disagree.
 * `unparsable`: there is text, but not a value of this field. `not-hydrated`: the page has not filled it yet. `range`:
 * it shows a range and no single value. `not-given`: it states that the marketplace gives none.
 */
export type UnreadableReason = 'not-found' | 'ambiguous' | 'unparsable' | 'not-hydrated' | WithoutValue;

/** The page was readable, but states no single value. */
export type WithoutValue = 'range' | 'not-given';

/** What one of several conflicting hits read: its locator, without the value. `length` is in characters. */
export interface Sighting {
  readonly via: string;
  readonly kind: 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'moment' | 'text' | 'empty' | 'unreadable';
  readonly length: number;
}

/**
 * A reader's result for one field. `read`: the value, null when the field is there and empty; `via` names the locator
 * that hit (`name:item_name-0-value`). `absent`: the page does not have this field now, for example under another tab
 * or filter. Exact decimals are text ("18.50"); `currency` is the ISO code next to an amount, if there was one.
 */
export type Reading =
  | { readonly state: 'read'; readonly value: WireValue; readonly via: string; readonly currency?: string }
  | { readonly state: 'absent' }
  /** `found`: the conflicting hits if the reason is `ambiguous`. */
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason; readonly found?: readonly Sighting[] };

export type FieldReadings = { readonly [field: string]: Reading };

/**
 * A number or day as written on the page. The background parses it, so that no page loads the code for every locale.
 * `text` has single spaces and is never empty; `mark` is the unit next to it, such as `$` or `%`; `locale` is its
 * locale if different from the page's; `amount` is the 0-based index into "$14.14 + $0.00".
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

/** What a reader finds in one field, before numbers and days are parsed. */
export type PageReading = Reading | Written;

/**
 * One listing, row or product on the page. `key` is stable while the page shows it. The record with key `page` holds
 * the fields shared by all others (the coupon's own) or, on a form with one listing, is that listing.
 */
export interface RecordReading {
  readonly key: string;
  /** Fields by fact name (`rules/engine/facts.ts`); `bullets` is one field whose value is a list. */
  readonly fields: { readonly [field: string]: PageReading };
}

export const PAGE_RECORD = 'page';

/** One statement of the page about its site, verbatim: a marketplace id, a country's name as label key, a domain. */
export interface StoreMark {
  readonly by: 'page-global' | 'address' | 'header' | 'picker' | 'storage';
  readonly text: string;
}

/** The page's evidence about its shop. The background decides which shop that is, or that it cannot tell. */
export interface StoreSignals {
  readonly sellerName: string | null;
  /** Merchant id such as `amzn1.merchant.o.…`, if the page contains one. */
  readonly sellerId: string | null;
  readonly marks: readonly StoreMark[];
}

/**
 * State of a page's list. `read`: rows were read. `empty`: the page states that there are none. `none`: nothing like a
 * row is there, so it is empty or was not found. `lost`: there are rows, but none could be read.
 */
export type ListState = 'read' | 'empty' | 'none' | 'lost';

/** A sentence of the console that states a fact: Amazon's own coupon errors. Amounts as written on the page. */
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
 * Everything read from one page at one moment. `records` contains those changed since the last answered snapshot,
 * `keys` all that are on the page.
 */
export interface Snapshot {
  /** Incremented with every snapshot of a page scope. */
  readonly sequence: number;
  /** Page kind, such as `amazon/listing-editor`; null: the address is a console's, but the page was not recognised. */
  readonly page: string | null;
  /** The recognised layout, such as `gen2`; for diagnosis only. */
  readonly generation: string | null;
  /** BCP 47 language of the page's text. */
  readonly language: string;
  readonly store: StoreSignals;
  readonly keys: readonly string[];
  readonly records: readonly RecordReading[];
  readonly notices: readonly Notice[];
  /** The whole page has settled. Until then nothing is reported as missing. */
  readonly settled: boolean;
  /**
   * Keys of the records that may still be loading: they are checked for the page only, and nothing of them is stored.
   */
  readonly unsettled: readonly string[];
  /** Omitted on a page without a list. */
  readonly list?: ListState | undefined;
}
