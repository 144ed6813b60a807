import type { Guide } from '../consoles/guide.ts';
import type { Done, Language, Level, RichText } from './words.ts';

export type EntryAnswer = Done;

/** One finding as drawn in the page, in the seller's language. */
export interface PresentedFinding {
  /** Names the finding within its page: rule, record and list position. Stable while the problem lasts. */
  readonly id: string;
  readonly rule: string;
  readonly level: Level;
  /** The level as a word: "Problem", "错误". */
  readonly levelName: string;
  readonly sentence: RichText;
  /** Fields that may carry it, best first: record key and field; list items as `bullets.2`. The first on the page wins. */
  readonly targets: readonly { readonly record: string; readonly field: string }[];
  /** Shown as a sentence beside its field; otherwise only as a marker and in the dock. */
  readonly inline: boolean;
}

/** What is sent once for a page: how to read it and how to look. Keeps both out of the script that every page loads. */
export interface Opening {
  readonly guide: Guide;
  readonly appearance: Appearance;
}

/** Texts and style of the overlay in the seller's language. */
export interface Appearance {
  readonly language: Language;
  readonly texts: OverlayTexts;
  /** The levels as words. */
  readonly levelNames: { readonly [level in Level]: string };
  readonly styles: string;
  /** Added when the first card or the list is opened: not every page pays for them. */
  readonly laterStyles: string;
}

export interface CheckAnswer {
  readonly sequence: number;
  readonly language: Language;
  /**
   * Findings of the records that were judged again: those that were sent, and those which share a field, a notice or
   * the store with what was sent. Those of other records stand as they were.
   */
  readonly findings: readonly { readonly record: string; readonly list: readonly PresentedFinding[] }[];
  readonly store: PresentedStore;
  /** Sentences about the page as a whole: unknown store, unreadable page, storage full. */
  readonly remarks: readonly string[];
  /** What is left of a sale at the page's prices as they are now; null: not known of any listing. */
  readonly margin: PresentedMargin | null;
}

export interface PresentedMargin {
  /** The lowest in a few words: "23.4 % left". */
  readonly brief: string;
  /** A sentence for each listing whose cost is known, the lowest first; of many only the first. */
  readonly lines: readonly RichText[];
}

export interface PresentedStore {
  readonly known: boolean;
  /** "Harbor Demo Goods · US", or "Unknown store". */
  readonly name: string;
  /** Why the store is not known, or that only the address names it; empty otherwise. */
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
  'yes',
  'no',
  'undo',
  'undone',
  'undoInPopup',
  'reloadToEnter',
] as const;

export type OverlayTexts = { readonly [name in (typeof overlayTextNames)[number]]: string };

/** What the card shows about one finding. All texts are in the seller's language and final. */
export interface Card {
  readonly finding: string;
  /** The rule to open the reference at; null for one that is not in it. */
  readonly rule: string | null;
  readonly level: Level;
  readonly levelName: string;
  readonly title: string;
  readonly sentence: RichText;
  /** Values that make it pass: label, shown text, and the plain value the copy button copies; null where none is entered. */
  readonly fixes: readonly { readonly label: string; readonly shown: string; readonly copy: string | null }[];
  readonly why: string;
  /** The numbers compared. */
  readonly numbers: readonly { readonly label: string; readonly shown: string; readonly origin?: string }[];
  readonly since: string | null;
  readonly sources: readonly { readonly title: string; readonly address: string | null }[];
  readonly certainty: string | null;
  readonly blind: string | null;
  /** What the seller's own data says beside, and no verdict rests on. */
  readonly hints: readonly string[];
  /** Facts the seller can enter here. `choices` for closed sets; otherwise free text with `example`. */
  readonly entries: readonly {
    readonly fact: string;
    readonly label: string;
    readonly kind: 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'text' | 'flag' | 'choice';
    readonly choices?: readonly { readonly value: string; readonly label: string }[];
    /** What was entered before, as the seller would type it. */
    readonly current: string;
    readonly example: string;
    readonly help: string;
  }[];
  readonly canIgnore: boolean;
  /** Whether a report can say what is missing. */
  readonly canImport: boolean;
  /** A field of the page that could not be read and that the seller can show; null: none. */
  readonly teach: { readonly record: string; readonly field: string } | null;
}
