import type { Guide } from '../consoles/guide.ts';
import type { View } from './views.ts';
import type { Done, Language, Level, RichText } from './words.ts';

export type EntryAnswer = Done;

/** One finding as drawn in the page, in the seller's language. */
export interface PresentedFinding {
  /** Identifies the finding within its page: rule, record and list position. Stable while the problem lasts. */
  readonly id: string;
  readonly rule: string;
  readonly level: Level;
  /** The level as a word: "Problem", "错误". */
  readonly levelName: string;
  readonly sentence: RichText;
  /**
   * Fields it can be attached to, best first: record key and field; list items as `bullets.2`. The first one found on
   * the page is used.
   */
  readonly targets: readonly { readonly record: string; readonly field: string }[];
  /** Shown as a sentence next to its field; otherwise only as a marker and in the dock. */
  readonly inline: boolean;
}

/** Sent once per page: how to read it and how the overlay looks. Keeps both out of the script that every page loads. */
export interface Opening {
  readonly guide: Guide;
  readonly appearance: Appearance;
}

/** Texts and styles of the overlay, in the seller's language. */
export interface Appearance {
  readonly language: Language;
  readonly texts: OverlayTexts;
  /** The levels as words. */
  readonly levelNames: { readonly [level in Level]: string };
  readonly styles: string;
  /** Added when the first card or the list opens, so that other pages do not pay for them. */
  readonly laterStyles: string;
}

export interface CheckAnswer {
  readonly sequence: number;
  readonly language: Language;
  /**
   * Findings of the records that were checked again: those in the snapshot, and those sharing a field, a notice or the
   * shop with it. Findings of other records are unchanged.
   */
  readonly findings: readonly { readonly record: string; readonly list: readonly PresentedFinding[] }[];
  readonly store: PresentedStore;
  /** Sentences about the whole page: unknown shop, unreadable page, full storage. */
  readonly remarks: readonly string[];
  /** Margin at the page's current prices; null: unknown for every listing. */
  readonly margin: PresentedMargin | null;
}

export interface PresentedMargin {
  /** The lowest margin, in brief: "23.4 % left". */
  readonly brief: string;
  /** One sentence per listing with a known cost, lowest margin first; on long pages only the first. */
  readonly lines: readonly RichText[];
}

export interface PresentedStore {
  readonly known: boolean;
  /** "Harbor Demo Goods · US", or "Unknown store". */
  readonly name: string;
  /** Why the shop is unknown, or that only the address identifies it; empty otherwise. */
  readonly note: string;
}

/** Every fixed text of the overlay, in the seller's language. */
export const overlayTextNames = [
  'dock',
  'dockNothing',
  'next',
  'previous',
  'close',
  'hide',
  'show',
  'name',
  'copy',
  'copied',
  'why',
  'numbers',
  'since',
  'source',
  'certainty',
  'rule',
  'blind',
  'ignore',
  'turnOff',
  'openListing',
  'importReport',
  'save',
  'enterValue',
  'reload',
  'unanswered',
  'teach',
  'undo',
  'undone',
  'undoInPopup',
  'reloadToEnter',
] as const;

export type OverlayTexts = { readonly [name in (typeof overlayTextNames)[number]]: string };

/** What a button of the card does: something of the overlay's, or a request to send. */
export type CardAct =
  | { readonly kind: 'close' }
  | { readonly kind: 'ignore'; readonly finding: string }
  | { readonly kind: 'turn-off'; readonly finding: string }
  | { readonly kind: 'open-listing'; readonly finding: string }
  | { readonly kind: 'open-rule'; readonly rule: string }
  | { readonly kind: 'open-imports' }
  | { readonly kind: 'start-teaching'; readonly tab: null; readonly record: string; readonly field: string };

/** The card of a finding, ready to be drawn in the page. */
export interface OpenedCard {
  readonly title: string;
  readonly view: readonly View<CardAct>[];
}

/** What the card shows about one finding. All texts are final and in the seller's language. */
export interface Card {
  readonly finding: string;
  /** The rule to open in the reference; null if it has no entry there. */
  readonly rule: string | null;
  readonly level: Level;
  readonly levelName: string;
  readonly title: string;
  readonly sentence: RichText;
  /**
   * Values that make the check pass: label, shown text, and the plain value to copy; null if it is not typed anywhere.
   */
  readonly fixes: readonly { readonly label: string; readonly shown: string; readonly copy: string | null }[];
  /** The other checks that found the same cause, each in its own words. */
  readonly reasons: readonly { readonly title: string; readonly sentence: RichText }[];
  readonly why: string;
  /** The compared numbers. */
  readonly numbers: readonly { readonly label: string; readonly shown: string; readonly origin?: string }[];
  readonly since: string | null;
  readonly sources: readonly { readonly title: string; readonly address: string | null }[];
  readonly certainty: string | null;
  readonly blind: string | null;
  /** Additional information from the seller's own data, on which no verdict rests. */
  readonly hints: readonly string[];
  /** Facts the seller can enter here. `choices` for closed sets and flags, otherwise free text with an `example`. */
  readonly entries: readonly {
    readonly fact: string;
    readonly label: string;
    readonly kind: 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'text' | 'flag' | 'choice';
    readonly choices?: readonly { readonly value: string; readonly label: string }[];
    /** The current entry, as the seller would type it. */
    readonly current: string;
    readonly example: string;
    readonly help: string;
  }[];
  readonly canIgnore: boolean;
  /** Whether a report can supply the missing fact. */
  readonly canImport: boolean;
  /** An unreadable field that the seller can point at; null: none. */
  readonly teach: { readonly record: string; readonly field: string } | null;
}
