import type { Topic } from '../../../rules/engine/rule.ts';
import type { RateView } from './exchange.ts';
import { listingSorts, type WorstName, worstNames } from './listing-choices.ts';
import type { StoreOverview } from './overview.ts';
import { z } from './schema.ts';
import type { Card } from './shown.ts';
import type { Counts, Done, Level } from './words.ts';

/** Messages of the workspace's views of listings: the list, one listing, and what would be if. */

const store = z.string().min(1).max(1000);
const listing = z.string().min(1).max(300);
const fact = z.string().min(1).max(200);

export const listingRequests = {
  /** Some listings of a store, from a 0-based place on. Answer: {@link ListingsAnswer}. */
  listings: z.object({
    kind: z.literal('listings'),
    store,
    /** A rule's id, or `topic:` and a topic; null: whatever was found. */
    found: z.string().max(200).nullable(),
    worst: z.enum(worstNames).nullable(),
    search: z.string().max(200),
    sort: z.enum(listingSorts),
    descending: z.boolean(),
    from: z.number().int().nonnegative(),
    most: z.number().int().min(1).max(200),
  }),
  /** By what a store's listings can be filtered. Answer: {@link ListingFilters} or null when the store is gone. */
  'listing-filters': z.object({ kind: z.literal('listing-filters'), store }),
  /** Everything known of one listing. Answer: {@link ListingView} or null when it is gone. */
  listing: z.object({ kind: z.literal('listing'), store, listing }),
  /** The seller enters a fact of a stored listing; nothing typed takes it back. Then it is judged again. */
  'enter-stored': z.object({
    kind: z.literal('enter-stored'),
    store,
    listing,
    fact,
    input: z.string().max(200),
  }),
  /** What would be found if some facts were otherwise. Answer: {@link WhatIfAnswer} or null when it is gone. */
  'what-if': z.object({
    kind: z.literal('what-if'),
    store,
    listing,
    /** As typed, by fact; an empty text stands for an emptied field. */
    changes: z.record(fact, z.string().max(200)),
    /** ISO day; null: today. */
    day: z.iso.date().nullable(),
  }),
  /** Answer: {@link PriceHistory} or null when the listing is gone. */
  'price-history': z.object({ kind: z.literal('price-history'), store, listing }),
  /** The same item in other stores. Answer: {@link SameItems} or null when the listing is gone. */
  'same-items': z.object({ kind: z.literal('same-items'), store, listing }),
  /** Keep that two listings are the same item, or are not although their codes agree; null takes that back. */
  'link-item': z.object({
    kind: z.literal('link-item'),
    store,
    listing,
    other: z.object({ store, listing }),
    same: z.boolean().nullable(),
  }),
  /** Every store at a glance, last seen first. Answer: {@link StoreGlance} for each. */
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
  /** Listings that fit the filter. */
  readonly total: number;
  readonly rows: readonly ListedListing[];
}

export interface ListedListing {
  readonly listing: string;
  readonly name: string;
  /** SKU, ASIN or product number, whichever the seller knows it by. */
  readonly code: string;
  /** Written out in its currency; empty where it is not known. */
  readonly price: string;
  /** Left after estimated fees and cost, "31.2 %"; empty where price or cost is not known. */
  readonly margin: string;
  readonly counts: Counts;
  /** Day on which its findings last changed. */
  readonly changed: string;
}

export interface ListingFilters {
  readonly listings: number;
  readonly worst: { readonly [worst in WorstName]: number };
  /** Rules with a problem in the store, by topic, worst first. */
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
  /** Page of the console where it was last judged. */
  readonly address: string | null;
  /** Day on which its findings last changed. */
  readonly changed: string;
  readonly cards: readonly Card[];
  /** Checks that wait for a fact and are not worth a card each, by fact. */
  readonly waiting: readonly {
    readonly fact: string;
    readonly label: string;
    readonly help: string;
    /** Titles of the checks. */
    readonly checks: readonly string[];
    /** How it is entered; null where only a page or a report says it. */
    readonly entry: Card['entries'][number] | null;
  }[];
  readonly facts: readonly {
    readonly fact: string;
    readonly label: string;
    readonly shown: string;
    readonly origin: string;
  }[];
  readonly margin: MarginView;
  /** What can be tried otherwise, as it is now. */
  readonly tryable: readonly Card['entries'][number][];
}

export interface WhatIfVerdict extends Pick<Card, 'level' | 'levelName' | 'title' | 'sentence' | 'fixes'> {
  readonly rule: string;
}

export interface WhatIfAnswer {
  readonly name: string;
  /** ISO day it was judged for. */
  readonly day: string;
  /** Why an input was not understood, by fact. */
  readonly refused: { readonly [fact: string]: string };
  readonly verdicts: readonly WhatIfVerdict[];
  readonly margin: Omit<MarginView, 'cost'>;
}

/** An amount, exact and written out. */
export interface ShownAmount {
  readonly value: string;
  readonly shown: string;
}

/** Prices of a listing by day. */
export interface PriceHistory {
  /** ISO day, local to the site. */
  readonly today: string;
  /** Prices as they were read, oldest first; each stands until the next. */
  readonly seen: readonly (ShownAmount & { readonly day: string; readonly shownDay: string })[];
  /** Prices paid on days with an order, oldest first: each price once a day; none while no orders are imported. */
  readonly paid: readonly (ShownAmount & {
    readonly day: string;
    readonly shownDay: string;
    readonly units: number;
    readonly promoted: boolean;
  })[];
  /** Where it is not known, what the orders make it. */
  readonly wasPrice: (ShownAmount & { readonly isEstimated: boolean; readonly origin: string }) | null;
  /** What orders and seen prices say where the Was Price is not known. */
  readonly hints: readonly string[];
  /** The highest price that a coupon may be taken from; null where it is not known. */
  readonly maxPrice: ShownAmount | null;
  /** The highest price that may be left after the coupon. */
  readonly maxNetPrice: ShownAmount | null;
}

/** What is left of one sold unit today. Amounts are written out. */
export interface MarginView {
  readonly price: string | null;
  readonly lines: readonly {
    readonly fee: string;
    readonly label: string;
    readonly amount: string;
    /** Since when and how sure, or where it was read, imported or entered; empty where nothing is to be said. */
    readonly note: string;
  }[];
  /** Fees that may be charged and are not known, with what is missing. */
  readonly open: readonly { readonly fee: string; readonly label: string; readonly missing: string }[];
  readonly unitCost: string | null;
  readonly left: string | null;
  /** "31.2 %". */
  readonly percent: string | null;
  /** No more than this is left. */
  readonly atMost: boolean;
  /** The referral fee is not known and not subtracted: this is no margin yet. */
  readonly beforeReferral: boolean;
  /** How the unit's cost is entered. */
  readonly cost: Card['entries'][number];
}

/** One store at a glance. Amounts are written out. */
export interface StoreGlance extends Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name' | 'unknowns'> {
  readonly listings: number;
  readonly counts: Counts;
  /** Day on which it was last seen. */
  readonly seen: string;
  /** Rules with a problem, worst first. */
  readonly problems: readonly {
    readonly rule: string;
    readonly level: Level;
    readonly title: string;
    readonly count: number;
  }[];
  /** Only what findings carry: of all that was counted, or of one sold unit of each listing. */
  readonly atRisk: readonly {
    readonly rule: string;
    readonly title: string;
    readonly of: 'total' | 'unit';
    readonly amount: string;
    readonly listings: number;
  }[];
  /** Days on which something changed, oldest first. */
  readonly days: readonly {
    /** ISO day, local to the site. */
    readonly day: string;
    readonly shown: string;
    readonly problems: number;
    readonly unknown: number;
  }[];
}

export interface SameItems {
  /** The seller's code of the listing, by which others are found; null where it has none. */
  readonly code: string | null;
  readonly items: readonly ItemElsewhere[];
  /** The same code, but taken apart by the seller. */
  readonly apart: readonly ItemElsewhere[];
  /** One for each other currency among the items. */
  readonly rates: readonly RateView[];
}

export interface ItemElsewhere {
  readonly store: Pick<StoreOverview, 'key' | 'marketplace' | 'site' | 'name'>;
  readonly listing: string;
  readonly name: string;
  readonly code: string;
  readonly by: 'code' | 'hand';
  /** Written out in its own currency; empty where it is not known. */
  readonly price: string;
  /** The price in this listing's currency at the seller's rate, and the day of that rate; null without a rate. */
  readonly converted: { readonly shown: string; readonly day: string } | null;
  /** From this listing's price, "+$2.00", at the seller's rate where currencies differ; empty where the two cannot be compared. */
  readonly difference: string;
}
