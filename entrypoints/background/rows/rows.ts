import type { DeadlineKind } from '../../../rules/deadlines.ts';
import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import type { ListState } from '../../console.content/reading/reading.ts';
import type { FieldHealth } from './field-health.ts';
import type { Finding } from './finding.ts';
import type { RiskOf } from './money-at-risk.ts';

export interface StoreRow {
  /** `<marketplace>|<site>|<seller>`. */
  key: string;
  marketplace: Marketplace;
  site: Site;
  sellerName: string | null;
  sellerId: string | null;
  /** ISO 4217 code of its prices. */
  currency: string;
  /** ISO day at the seller's own place on which it was last seen. */
  seen: string;
}

/** A fact as a page said it. */
export interface SeenFact {
  readonly value: WireValue;
  /** Page kind it was seen on. */
  readonly page: string;
  /** ISO day at the seller's own place. */
  readonly day: string;
  /** Set when a sentence of the console said it, not a field. */
  readonly notice?: true;
}

export type SeenFacts = { readonly [Name in FactName]?: SeenFact };

export interface ListingRow {
  store: string;
  listing: string;
  sku: string | null;
  asin: string | null;
  facts: SeenFacts;
  /** `[store, id]` of each wider number that was seen with it; only in stored rows. */
  wider?: [store: string, id: string][];
}

export interface FindingsRow {
  store: string;
  listing: string;
  /** Title, otherwise SKU or ASIN. */
  name: string;
  /** ISO 4217 code of the amounts. */
  currency: string;
  /** Where the listing was last judged; empty for one that only a report has named. */
  address: string;
  /** Milliseconds since 1970 at which the findings last changed. */
  changed: number;
  findings: readonly Finding[];
  /** `[store, rule, changed]` for each rule with a problem: finds the newest listings with one. */
  problems: [store: string, rule: string, changed: number][];
  /**
   * What is left of the price after estimated fees and the item's own cost, in percent; null where the cost is not
   * known.
   */
  margin: StoredMargin | null;
  /**
   * Milliseconds since 1970 at which it was last judged on each topic: of several rows of one listing, the last one's
   * findings on a topic hold.
   */
  topics: { readonly [topic: string]: number };
}

export interface StoredMargin {
  /** Exact, percentage points. */
  readonly percent: string;
  /** A fee that may be charged is not known: at most this much is left. */
  readonly atMost: boolean;
  /** The referral fee is not known and not subtracted. */
  readonly beforeReferral?: true;
}

/** The worst of a listing's findings; `none` where there is nothing to say of it. */
export type Worst = Finding['level'] | 'none';

/**
 * A judged listing as lists show it: what they sort, filter and search by. Follows from the rows of its facts and
 * findings and is written with them, so that a list of 100,000 listings opens without reading those.
 */
export interface CatalogueRow {
  store: string;
  listing: string;
  sku: string | null;
  asin: string | null;
  name: string;
  /** The seller's own code: the same in several stores for the same item. Null is no key. */
  code: string | null;
  /** Exact decimal. */
  price: string | null;
  /** ISO 4217 code. */
  currency: string;
  margin: StoredMargin | null;
  counts: Record<Finding['level'], number>;
  /** Milliseconds since 1970. */
  changed: number;
  /** Name, codes and numbers as they are searched. */
  search: string;
  /** Orders by the worst finding, then by how many there are. */
  worst: number;
  /** `[store, rule or topic, worst, listing]` for each rule and topic with a problem. */
  found: [store: string, tag: string, worst: number, listing: string][];
  sortName: string;
  /** Numbers only to sort by; infinite where not known. */
  sortPrice: number;
  sortMargin: number;
}

/** A store's counts at the end of a day on which they changed. */
export interface DayRow {
  store: string;
  /** ISO day, local to the site. */
  day: string;
  listings: number;
  counts: Record<Finding['level'], number>;
}

/** Counts of one store, kept in step with its findings. */
export interface SummaryRow {
  store: string;
  listings: number;
  /** Findings by level. Unknowns that are not worth a word in the page are not counted here. */
  counts: Record<Finding['level'], number>;
  /** Problems by rule and level. */
  problems: Record<string, Partial<Record<Finding['level'], number>>>;
  /** Listings that wait for a fact, by fact and rule; all unknowns. */
  waiting: Record<string, Record<string, number>>;
  /** Listings by their worst finding. */
  worst: Record<Worst, number>;
  /** Sums of the amounts that findings carry, exact, by rule. */
  atRisk: Record<string, { [of in RiskOf]?: { amount: string; listings: number } }>;
}

/** A price as it was read on a day; the last one of the day. */
export interface ObservationRow {
  store: string;
  listing: string;
  day: string;
  /** Exact decimal. */
  price: string;
}

/** How a field was read when its page was last open; nothing of what was read. */
export interface FieldNote extends Omit<FieldHealth, 'field'> {
  /** Visits of the page on which it was read, counted up to the number that makes it expected. */
  readonly visits: number;
  /** Milliseconds since 1970 at which the last of them began. */
  readonly lastVisit: number | null;
  /** ISO day on which it was last read, local to the site. */
  readonly lastRead: string | null;
}

/** How a page kind of a store was read when it was last open. */
export interface ReadingRow {
  store: string;
  page: string;
  /** ISO day, local to the site. */
  day: string;
  generation: string | null;
  /** BCP 47 language of the page's text, as the page says it. */
  language: string;
  host: string;
  /** What became of its list; left out on a page without one. */
  list?: ListState;
  fields: { readonly [field: string]: FieldNote };
}
/** What is ahead of a store's listings, as they were looked through last. */
export interface UpcomingRow {
  readonly store: string;
  /** ISO day, local to the site, for which it was looked at. */
  readonly day: string;
  /** Milliseconds since 1970 at which it was looked at. */
  readonly at: number;
  /** Listings looked at. */
  readonly listings: number;
  /** Days that concern listings, each kind and day once. */
  readonly deadlines: readonly ({ readonly kind: DeadlineKind; readonly day: string } & Touched)[];
  /** Changes of rules that change what is said of a listing. */
  readonly changes: readonly ({ readonly rule: string; readonly day: string } & Touched)[];
}

/** Listings that something concerns. */
export interface Touched {
  readonly count: number;
  /** Keys of some of them. */
  readonly listings: readonly string[];
}

/**
 * Rows of a backup that wait until all of them are there, and afterwards the seller's decisions of that backup, until
 * they are taken over too.
 */
export type RestoringRow = { readonly rows: readonly StoredRow[] } | { readonly decisions: Record<string, unknown> };

/** A row of any object store with its name; the key is given where it is not in the row. */
export type StoredRow = readonly [name: string, row: unknown, key?: IDBValidKey];

/** What was paid for one SKU of a store, from imported orders; all its days in one row. */
export interface PaidPricesRow {
  store: string;
  sku: string;
  asin: string | null;
  /** ISO 4217 code of the prices. */
  currency: string;
  /** In the order of the days. */
  days: PaidDay[];
}

/** How a unit was sold: at its price, with a promotion taken off, or to a business. */
export type SaleKind = 'paid' | 'promoted' | 'business';

/** An order line that may still change: it is paid or cancelled later. */
export interface OpenOrderLine {
  hash: number;
  sku: string;
  /** Exact decimal, of one unit. */
  price: string;
  units: number;
  sale: SaleKind;
}

/** Which order lines of one day were counted, so that none counts twice. Order numbers are not kept. */
export interface OrderLinesRow {
  store: string;
  day: string;
  /** Salted hashes of lines that are settled, in no order. */
  settled: Float64Array;
  open: OpenOrderLine[];
}

/** An import, for the list of imports. */
export interface ImportRow {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Kind of report, or `table` for a file with a mapping. */
  kind: string;
  fileName: string;
  /** Keys of the stores it holds rows of. */
  stores: string[];
  rows: number;
  taken: number;
  /** Rows left out, by reason. */
  skipped: Record<string, number>;
  /** First and last ISO day of what it says; null where it names no day. */
  from: string | null;
  to: string | null;
  /** Whether the stored listings were judged by it. */
  judged: boolean;
}
