import type { Topic } from '../../../rules/engine/rule.ts';
import type { RateView } from './exchange.ts';
import { listingSorts, type WorstName, worstNames } from './listing-choices.ts';
import type { StoreOverview } from './overview.ts';
import { z } from './schema.ts';
import type { Card } from './shown.ts';
import type { Counts, Done, Level } from './words.ts';

/** Messages of the workspace's listing views: the list, one listing, and what-if. */

const store = z.string().min(1).max(1000);
const listing = z.string().min(1).max(300);
const fact = z.string().min(1).max(200);

export const listingRequests = {
  /** A slice of a shop's listings, starting at a 0-based index. Answer: {@link ListingsAnswer}. */
  listings: z.object({
    kind: z.literal('listings'),
    store,
    /** A rule's id, or `topic:` followed by a topic; null: any finding. */
    found: z.string().max(200).nullable(),
    worst: z.enum(worstNames).nullable(),
    search: z.string().max(200),
    sort: z.enum(listingSorts),
    descending: z.boolean(),
    from: z.number().int().nonnegative(),
    most: z.number().int().min(1).max(200),
  }),
  /** Filters available for a shop's listings. Answer: {@link ListingFilters}, or null if the shop is gone. */
  'listing-filters': z.object({ kind: z.literal('listing-filters'), store }),
  /** Everything known about one listing. Answer: {@link ListingView}, or null if it is gone. */
  listing: z.object({ kind: z.literal('listing'), store, listing }),
  /** The seller enters a fact for a stored listing; empty input deletes it. The listing is then checked again. */
  'enter-stored': z.object({
    kind: z.literal('enter-stored'),
    store,
    listing,
    fact,
    input: z.string().max(200),
  }),
  /** Findings if some facts had other values. Answer: {@link WhatIfAnswer}, or null if the listing is gone. */
  'what-if': z.object({
    kind: z.literal('what-if'),
    store,
    listing,
    /** As typed, by fact; empty text stands for a cleared field. */
    changes: z.record(fact, z.string().max(200)),
    /** ISO day; null: today. */
    day: z.iso.date().nullable(),
  }),
  /** Answer: {@link PriceHistory}, or null if the listing is gone. */
  'price-history': z.object({ kind: z.literal('price-history'), store, listing }),
  /** The same item in other shops. Answer: {@link SameItems}, or null if the listing is gone. */
  'same-items': z.object({ kind: z.literal('same-items'), store, listing }),
  /** Record that two listings are the same item, or are not despite equal codes; null deletes that decision. */
  'link-item': z.object({
    kind: z.literal('link-item'),
    store,
    listing,
    other: z.object({ store, listing }),
    same: z.boolean().nullable(),
  }),
  /** Every shop at a glance, most recently seen first. Answer: one {@link StoreGlance} per shop. */
  'store-glances': z.object({ kind: z.literal('store-glances') }),
} as const;

export interface ListingResponses {
  'what-if': WhatIfAnswer | null;
  'price-history': PriceHistory | null;
  'same-items': SameItems | null;
  'link-item': Done;
  'store-glances': readonly StoreGlance[];
  listings: ListingsAnswer;
  'listing-filters': ListingFilters | null;
  listing: ListingView | null;
  'enter-stored': Done;
}

export interface ListingsAnswer {
  /** Listings that match the filter. */
  readonly total: number;
  readonly rows: readonly ListedListing[];
}

export interface ListedListing {
  readonly listing: string;
  readonly name: string;
  /** SKU, ASIN or product number, whichever the seller knows it by. */
  readonly code: string;
  /** Formatted in its currency; empty if unknown. */
  readonly price: string;
  /** Margin after estimated fees and cost, "31.2 %"; empty if price or cost is unknown. */
  readonly margin: string;
  readonly counts: Counts;
  /** Day its findings last changed. */
  readonly changed: string;
}

export interface ListingFilters {
  readonly listings: number;
  readonly worst: { readonly [worst in WorstName]: number };
  /** Rules that found problems in the shop, by topic, worst first. */
  readonly topics: readonly {
    readonly topic: Topic;
    readonly rules: readonly { readonly rule: string; readonly title: string; readonly level: Level }[];
  }[];
}

export interface ListingView {
  readonly store: Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name'>;
  readonly listing: string;
  readonly name: string;
  readonly sku: string | null;
  readonly asin: string | null;
  /** Console page on which it was last checked. */
  readonly address: string | null;
  /** Day its findings last changed. */
  readonly changed: string;
  readonly cards: readonly Card[];
  /** Checks waiting for a fact that do not deserve a card each, grouped by fact. */
  readonly waiting: readonly {
    readonly fact: string;
    readonly label: string;
    readonly help: string;
    /** Titles of the checks. */
    readonly checks: readonly string[];
    /** How the seller enters it; null if only a page or report can supply it. */
    readonly entry: Card['entries'][number] | null;
  }[];
  readonly facts: readonly {
    readonly fact: string;
    readonly label: string;
    readonly shown: string;
    readonly origin: string;
  }[];
  readonly margin: MarginView;
  /** Facts the seller can vary, with their current values. */
  readonly tryable: readonly Card['entries'][number][];
}

export interface WhatIfVerdict extends Pick<Card, 'level' | 'levelName' | 'title' | 'sentence' | 'fixes'> {
  readonly rule: string;
}

export interface WhatIfAnswer {
  readonly name: string;
  /** ISO day for which it was checked. */
  readonly day: string;
  /** Why an input was rejected, by fact. */
  readonly refused: { readonly [fact: string]: string };
  readonly verdicts: readonly WhatIfVerdict[];
  readonly margin: Omit<MarginView, 'cost'>;
}

/** An amount, both exact and formatted. */
export interface ShownAmount {
  readonly value: string;
  readonly shown: string;
}

/** A listing's prices by day. */
export interface PriceHistory {
  /** ISO day, local to the site. */
  readonly today: string;
  /** Prices as read, oldest first; each holds until the next. */
  readonly seen: readonly (ShownAmount & { readonly day: string; readonly shownDay: string })[];
  /** Prices paid on days with orders, oldest first, each price once a day; empty until orders are imported. */
  readonly paid: readonly (ShownAmount & {
    readonly day: string;
    readonly shownDay: string;
    readonly units: number;
    readonly promoted: boolean;
  })[];
  /** If unknown, estimated from the orders. */
  readonly wasPrice: (ShownAmount & { readonly isEstimated: boolean; readonly origin: string }) | null;
  /** What orders and observed prices suggest if the Was Price is unknown. */
  readonly hints: readonly string[];
  /** The highest price a coupon may be applied to; null if unknown. */
  readonly maxPrice: ShownAmount | null;
  /** The highest price allowed after the coupon. */
  readonly maxNetPrice: ShownAmount | null;
}

/** Today's margin on one unit. Amounts are formatted. */
export interface MarginView {
  readonly price: string | null;
  readonly lines: readonly {
    readonly fee: string;
    readonly label: string;
    readonly amount: string;
    /** Since when and how certain, or where it was read, imported or entered; empty if there is nothing to say. */
    readonly note: string;
  }[];
  /** Fees that may apply but are unknown, each with the missing fact. */
  readonly open: readonly { readonly fee: string; readonly label: string; readonly missing: string }[];
  readonly unitCost: string | null;
  readonly left: string | null;
  /** "31.2 %". */
  readonly percent: string | null;
  /** The margin is an upper bound. */
  readonly atMost: boolean;
  /** The referral fee is unknown and not subtracted, so this is not yet a margin. */
  readonly beforeReferral: boolean;
  /** How the seller enters the unit's cost. */
  readonly cost: Card['entries'][number];
}

/** One shop at a glance. Amounts are formatted. */
export interface StoreGlance extends Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name' | 'unknowns'> {
  readonly listings: number;
  readonly counts: Counts;
  /** Day it was last seen. */
  readonly seen: string;
  /** Rules that found problems, worst first. */
  readonly problems: readonly {
    readonly rule: string;
    readonly level: Level;
    readonly title: string;
    readonly count: number;
  }[];
  /** Amounts stated by findings: either a total, or per unit of each listing. */
  readonly atRisk: readonly {
    readonly rule: string;
    readonly title: string;
    readonly of: 'total' | 'unit';
    readonly amount: string;
    readonly listings: number;
  }[];
  /** Days with a change, oldest first. */
  readonly days: readonly {
    /** ISO day, local to the site. */
    readonly day: string;
    readonly shown: string;
    readonly problems: number;
    readonly unknown: number;
  }[];
}

export interface SameItems {
  /** The seller's code, used to find the same item elsewhere; null if it has none. */
  readonly code: string | null;
  readonly items: readonly ItemElsewhere[];
  /** Same code, but the seller said they are different items. */
  readonly apart: readonly ItemElsewhere[];
  /** One for each other currency that occurs among the items. */
  readonly rates: readonly RateView[];
}

export interface ItemElsewhere {
  readonly store: Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name'>;
  readonly listing: string;
  readonly name: string;
  readonly code: string;
  readonly by: 'code' | 'hand';
  /** Formatted in its own currency; empty if unknown. */
  readonly price: string;
  /** The price converted into this listing's currency, and the day of the rate; null without a rate. */
  readonly converted: { readonly shown: string; readonly day: string } | null;
  /**
   * Difference from this listing's price, "+$2.00", at the seller's rate where currencies differ; empty if not
   * comparable.
   */
  readonly difference: string;
}
