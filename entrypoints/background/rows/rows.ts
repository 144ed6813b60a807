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
  /** ISO day, local to the seller, on which it was last seen. */
  seen: string;
}

/** A fact as a page stated it. */
export interface SeenFact {
  readonly value: WireValue;
  /** Page kind on which it was seen. */
  readonly page: string;
  /** ISO day, local to the seller. */
  readonly day: string;
  /** Set if a sentence of the console stated it rather than a field. */
  readonly notice?: true;
}

export type SeenFacts = { readonly [Name in FactName]?: SeenFact };

export interface ListingRow {
  store: string;
  listing: string;
  sku: string | null;
  asin: string | null;
  facts: SeenFacts;
  /** `[store, id]` of each wider number seen with it; only in stored rows. */
  wider?: [store: string, id: string][];
}

export interface FindingsRow {
  store: string;
  listing: string;
  /** Title, otherwise SKU or ASIN. */
  name: string;
  /** ISO 4217 code of the amounts. */
  currency: string;
  /** Address at which the listing was last checked; empty if it is known only from a report. */
  address: string;
  /** When the findings last changed, in milliseconds since 1970. */
  changed: number;
  findings: readonly Finding[];
  /** `[store, rule, changed]` for each rule with a problem: the index for the newest listings with one. */
  problems: [store: string, rule: string, changed: number][];
  /** Margin after estimated fees and the item's own cost, in percent of the price; null if the cost is unknown. */
  margin: StoredMargin | null;
  /**
   * When it was last checked on each topic, in milliseconds since 1970. Of several rows of one listing, the most
   * recently checked row's findings on a topic hold.
   */
  topics: { readonly [topic: string]: number };
}

export interface StoredMargin {
  /** Exact, percentage points. */
  readonly percent: string;
  /** A fee that may apply is unknown: the margin is an upper bound. */
  readonly atMost: boolean;
  /** The referral fee is unknown and not subtracted. */
  readonly beforeReferral?: true;
}

/** Level of a listing's worst finding; `none` if there are none. */
export type Worst = Finding['level'] | 'none';

/**
 * A checked listing as lists show it: everything they sort, filter and search by. Derived from the rows of facts and
 * findings and written together with them, so that a list of 100,000 listings opens without reading those.
 */
export interface CatalogueRow {
  store: string;
  listing: string;
  sku: string | null;
  asin: string | null;
  name: string;
  /** The seller's own code: shops use the same one for the same item. IndexedDB does not index null. */
  code: string | null;
  /** Exact decimal. */
  price: string | null;
  /** ISO 4217 code. */
  currency: string;
  margin: StoredMargin | null;
  counts: Record<Finding['level'], number>;
  /** Milliseconds since 1970. */
  changed: number;
  /** Name, codes and numbers, folded for searching. */
  search: string;
  /** Sort key: the worst finding, then the number of findings. */
  worst: number;
  /** `[store, rule or topic, worst, listing]` for each rule and topic that found a problem. */
  found: [store: string, tag: string, worst: number, listing: string][];
  sortName: string;
  /** Only for sorting; infinite if unknown. */
  sortPrice: number;
  sortMargin: number;
}

/** A shop's counts at the end of a day on which they changed. */
export interface DayRow {
  store: string;
  /** ISO day, local to the site. */
  day: string;
  listings: number;
  counts: Record<Finding['level'], number>;
}

/** Counts of one shop, updated together with its findings. */
export interface SummaryRow {
  store: string;
  listings: number;
  /** Findings by level, without unknowns too minor to mention in the page. */
  counts: Record<Finding['level'], number>;
  /** Problems by rule and level. */
  problems: Record<string, Partial<Record<Finding['level'], number>>>;
  /** Listings waiting for a fact, by fact and rule; includes all unknowns. */
  waiting: Record<string, Record<string, number>>;
  /** Listings by their worst finding. */
  worst: Record<Worst, number>;
  /** Exact sums of the amounts at risk, by rule. */
  atRisk: Record<string, { [of in RiskOf]?: { amount: string; listings: number } }>;
}

/** A price as read on a day; the last one of the day. */
export interface ObservationRow {
  store: string;
  listing: string;
  day: string;
  /** Exact decimal. */
  price: string;
}

/** How a field was read when its page was last open. Contains no values. */
export interface FieldNote extends Omit<FieldHealth, 'field'> {
  /** Visits on which it was read, counted up to the number that makes it expected. */
  readonly visits: number;
  /** When the last of those visits began, in milliseconds since 1970. */
  readonly lastVisit: number | null;
  /** ISO day on which it was last read, local to the site. */
  readonly lastRead: string | null;
}

/** How a shop's page kind was read when it was last open. */
export interface ReadingRow {
  store: string;
  page: string;
  /** ISO day, local to the site. */
  day: string;
  generation: string | null;
  /** BCP 47 language of the page's text, as the page says it. */
  language: string;
  host: string;
  /** State of its list; omitted on a page without one. */
  list?: ListState;
  fields: { readonly [field: string]: FieldNote };
}
/** Upcoming deadlines of a shop's listings, from the last scan. */
export interface UpcomingRow {
  readonly store: string;
  /** ISO day, local to the site, for which the scan was made. */
  readonly day: string;
  /** When the scan was made, in milliseconds since 1970. */
  readonly at: number;
  /** Number of listings scanned. */
  readonly listings: number;
  /** Deadlines of listings, one entry per kind and day. */
  readonly deadlines: readonly ({ readonly kind: DeadlineKind; readonly day: string } & Touched)[];
  /** Rule changes that change a listing's findings. */
  readonly changes: readonly ({ readonly rule: string; readonly day: string } & Touched)[];
}

/** Listings concerned. */
export interface Touched {
  readonly count: number;
  /** Keys of some of them. */
  readonly listings: readonly string[];
}

/**
 * Rows of a backup, waiting until all of them have arrived; afterwards that backup's decisions, until they are restored
 * too.
 */
export type RestoringRow = { readonly rows: readonly StoredRow[] } | { readonly decisions: Record<string, unknown> };

/** A row of any object store, with the store's name; the key is included if it is not part of the row. */
export type StoredRow = readonly [name: string, row: unknown, key?: IDBValidKey];

/** Prices paid for one SKU of a shop, from imported orders; all days in one row. */
export interface PaidPricesRow {
  store: string;
  sku: string;
  asin: string | null;
  /** ISO 4217 code of the prices. */
  currency: string;
  /** In order of day. */
  days: PaidDay[];
}

/** How a unit was sold: at full price, with a promotion discount, or to a business. */
export type SaleKind = 'paid' | 'promoted' | 'business';

/** An order line that may still be paid or cancelled. */
export interface OpenOrderLine {
  hash: number;
  sku: string;
  /** Exact decimal, of one unit. */
  price: string;
  units: number;
  sale: SaleKind;
}

/** Order lines of one day that were counted, so that none counts twice. Order numbers are not stored. */
export interface OrderLinesRow {
  store: string;
  day: string;
  /** Salted hashes of settled lines, unordered. */
  settled: Float64Array;
  open: OpenOrderLine[];
}

/** One import, as listed among the imports. */
export interface ImportRow {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Kind of report, or `table` for a file with a column mapping. */
  kind: string;
  fileName: string;
  /** Keys of the shops it has rows of. */
  stores: string[];
  rows: number;
  taken: number;
  /** Number of skipped rows, by reason. */
  skipped: Record<string, number>;
  /** First and last ISO day it covers; null if it names no day. */
  from: string | null;
  to: string | null;
  /** Whether stored listings were checked against it. */
  judged: boolean;
}
