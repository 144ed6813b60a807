import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { PresentedFinding, PresentedMargin, PresentedStore } from './shown.ts';
import type { Counts, Language, Level, RichText } from './words.ts';

/** What the popup shows: the tab's page, and every shop. All texts are final and in the seller's language. */
export interface Overview {
  readonly language: Language;
  /** The page in the tab, if it is a console page. */
  readonly page: PageOverview | null;
  /** A console page in the tab that Preflight does not check; omitted otherwise. */
  readonly unread?: UnreadPage;
  /** The tab's console page was asked to send its content again: repeat the request. */
  readonly isAwaited?: true;
  readonly stores: readonly StoreOverview[];
  /** The newest decisions; those made in the tab's page first. */
  readonly decisions: readonly ListedDecision[];
  /** Number of decisions not listed. */
  readonly moreDecisions: number;
  /** Decisions made in the tab's page that the seller still has to confirm. */
  readonly pending: readonly { readonly id: string; readonly sentence: string }[];
  /** Problems with the extension's own storage; empty if none. */
  readonly remarks: readonly string[];
}

export interface ListedDecision {
  readonly id: string;
  readonly kind: 'ignored' | 'turned-off' | 'entered';
  readonly sentence: string;
  /** Decided in the page that the tab shows; omitted for others. */
  readonly recent?: true;
}

/** A console page that no reader supports. */
export interface UnreadPage {
  /** The console's name for it, if documented. */
  readonly name: string | null;
  /** Pages of the same console that are checked. `address` opens one; null if opening it takes a listing. */
  readonly checked: readonly { readonly name: string; readonly address: string | null }[];
}

export interface PageOverview {
  readonly name: string;
  readonly store: PresentedStore;
  /** Key into `stores`; null while the shop is unknown. */
  readonly storeKey: string | null;
  readonly counts: Counts;
  readonly findings: readonly (PresentedFinding & { readonly listing: string })[];
  readonly margin: PresentedMargin | null;
  readonly health: PageHealth;
  readonly remarks: readonly string[];
}

/**
 * How well the page was read. `line` is "9 of 11 fields read" in the seller's language. For an unrecognised page, the
 * fields are those expected on it.
 */
export interface PageHealth {
  readonly line: string;
  readonly recognised: boolean;
  /** For whoever fixes the reader. Contains no value, listing or seller. */
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
    /** Found by a locator the seller taught. */
    readonly taught: boolean;
    readonly unreadable: boolean;
    /** The seller can point at it. */
    readonly teach: boolean;
    /** The value, as the seller would write it; empty if nothing was read. */
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
    /** Listings with the problem, newest first, at most 20. `address` opens the page on which it was seen. */
    readonly listings: readonly {
      readonly finding: string;
      readonly name: string;
      readonly sentence: RichText;
      readonly address: string | null;
    }[];
  }[];
  /** Checks that need data, grouped by the missing fact. */
  readonly unknowns: readonly {
    readonly fact: string;
    readonly checks: number;
    readonly sentence: string;
    readonly help: string;
  }[];
  readonly seen: string;
}
