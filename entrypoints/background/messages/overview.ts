import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { PresentedFinding, PresentedMargin, PresentedStore } from './shown.ts';
import type { Counts, Language, Level, RichText } from './words.ts';

/** What the popup shows: the page in the tab, and every store. All texts are in the seller's language and final. */
export interface Overview {
  readonly language: Language;
  /** The page in the tab, when it is a console's. */
  readonly page: PageOverview | null;
  /** A console's page in the tab that is not checked; left out for any other. */
  readonly unread?: UnreadPage;
  /** The tab shows a console's page that was asked to send again what it shows: to be asked for once more. */
  readonly isAwaited?: true;
  readonly stores: readonly StoreOverview[];
  /** The newest; those from the tab's page first. */
  readonly decisions: readonly ListedDecision[];
  /** How many others there are. */
  readonly moreDecisions: number;
  /** Decisions from the tab's page that wait for the seller's word. */
  readonly pending: readonly { readonly id: string; readonly sentence: string }[];
  /** Something is wrong with the extension's own storage; empty otherwise. */
  readonly remarks: readonly string[];
}

export interface ListedDecision {
  readonly id: string;
  readonly kind: 'ignored' | 'turned-off' | 'entered';
  readonly sentence: string;
  /** Decided in the page that the tab shows; left out for others. */
  readonly recent?: true;
}

/** A page of a console that no reader knows. */
export interface UnreadPage {
  /** As the console calls it, where that is documented. */
  readonly name: string | null;
  /** The pages of the same console that are checked; `address` opens one, null where it takes a listing. */
  readonly checked: readonly { readonly name: string; readonly address: string | null }[];
}

export interface PageOverview {
  readonly name: string;
  readonly store: PresentedStore;
  /** Key into `stores`, or null while the store is not known. */
  readonly storeKey: string | null;
  readonly counts: Counts;
  readonly findings: readonly (PresentedFinding & { readonly listing: string })[];
  readonly margin: PresentedMargin | null;
  readonly health: PageHealth;
  readonly remarks: readonly string[];
}

/**
 * How well the page was read. `line` is "9 of 11 fields read" in the seller's language. Of a page that was not recognised
 * the fields are those it is expected to have.
 */
export interface PageHealth {
  readonly line: string;
  readonly recognised: boolean;
  /** For whoever repairs the reading: no value, no listing and no seller is in it. */
  readonly diagnosis: string;
  readonly fields: readonly {
    readonly record: string;
    readonly label: string;
    /** Fact name of the field. */
    readonly field: string;
    readonly state: string;
    /** Which locator worked. */
    readonly via: string;
    readonly note: string;
    /** Found where the seller showed it. */
    readonly taught: boolean;
    readonly unreadable: boolean;
    /** The seller can show it. */
    readonly teach: boolean;
    /** What was read, as the seller would write it; empty when nothing was. */
    readonly shown: string;
  }[];
}

export interface StoreOverview {
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: string;
  readonly name: string;
  readonly counts: Counts;
  readonly listings: number;
  /** Problems grouped by rule, worst first. */
  readonly problems: readonly {
    readonly rule: string;
    readonly level: Level;
    readonly levelName: string;
    readonly title: string;
    readonly count: number;
    /** Listings with it, newest first, at most 20. `address` opens the page where it was seen. */
    readonly listings: readonly {
      readonly finding: string;
      readonly name: string;
      readonly sentence: RichText;
      readonly address: string | null;
    }[];
  }[];
  /** Checks that need data, grouped by the fact that is missing. */
  readonly unknowns: readonly {
    readonly fact: string;
    readonly checks: number;
    readonly sentence: string;
    readonly help: string;
  }[];
  readonly seen: string;
}
