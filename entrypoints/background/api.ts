import type { Guide } from '../console.content/reading/guide.ts';
import { type BulkResponses, extensionBulkRequests } from './api-bulk.ts';
import { dataRequests, type KeptData } from './api-data.ts';
import { exchangeRequests } from './api-exchange.ts';
import { extensionHealthRequests, type ReadingHealth } from './api-health.ts';
import { type GuessedColumns, type ImportsOverview, importRequests } from './api-imports.ts';
import { type ListingResponses, listingRequests } from './api-listings.ts';
import type { Overview } from './api-overview.ts';
import { language, name, snapshotSchema, text } from './api-readings.ts';
import type {
  DecisionsPage,
  ExportedSettings,
  ImportAnswer,
  SettingsAnswer,
  SettingsOverview,
} from './api-settings.ts';
import {
  consoleTeachRequests,
  extensionTeachRequests,
  type TaughtImport,
  type TaughtOverview,
  type TeachMessage,
  type TeachPreview,
} from './api-teach.ts';
import { type CalendarFile, type Upcoming, upcomingRequests } from './api-upcoming.ts';
import { type WelcomeResponses, welcomeRequests } from './api-welcome.ts';
import { z } from './schema.ts';

/**
 * Every message between the parts of the extension. Requests are parsed where they arrive; what a page can influence
 * is bounded in length. Responses are ours and only typed.
 */

/** Names a finding or a decision: made of a rule, a record or listing, and a store. */
const reference = z.string().min(1).max(2000);
/** Whether the seller can be seen to have seen what was clicked. Otherwise the decision waits for the popup. */
const seen = z.boolean();
/** Open the reference at a rule, in a new tab. Console pages and the extension's own pages may ask for it. */
const openRule = z.object({ kind: z.literal('open-rule'), rule: name });

/** Open the workspace where reports are imported, in a new tab. Console pages and our own pages may ask for it. */
const openImports = z.object({ kind: z.literal('open-imports') });

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Requests a console page's content script may send. The store's marketplace and host come from the sender's address. */
export const consoleRequests = {
  /**
   * What the script needs for the page at a path of its host. Answer: {@link Opening}, or null when nothing is known of
   * that page. `path` includes query and fragment; `language` is the BCP 47 language of the page's text.
   */
  open: z.object({ kind: z.literal('open'), path: text, language }),
  /** Judge what was read. Answer: {@link CheckAnswer}. */
  check: z.object({ kind: z.literal('check'), snapshot: snapshotSchema }),
  /** Everything the card shows about one finding of this tab's page. Answer: {@link Card} or null when it is gone. */
  explain: z.object({ kind: z.literal('explain'), finding: reference }),
  /** The seller enters a fact that the page does not show. Answer: {@link Decided}. */
  enter: z.object({ kind: z.literal('enter'), finding: reference, fact: name, input: z.string().max(200), seen }),
  /** Hide one finding for its listing from now on. Answer: {@link Decided}. */
  ignore: z.object({ kind: z.literal('ignore'), finding: reference, seen }),
  /** Turn the finding's check off in every store. Answer: {@link Decided}. */
  'turn-off': z.object({ kind: z.literal('turn-off'), finding: reference, seen }),
  /** Take back what was decided last in this tab's page. Answer: {@link Done}. */
  'undo-last': z.object({ kind: z.literal('undo-last') }),
  'open-rule': openRule,
  'open-imports': openImports,
  /** Open the listing of a finding of this tab's page in the workspace, in a new tab. Answer: {@link Done}. */
  'open-listing': z.object({ kind: z.literal('open-listing'), finding: reference }),
  /** The page scope ended: the route left the page. */
  leave: z.object({ kind: z.literal('leave') }),
  ...consoleTeachRequests,
} as const;

/** Requests only the extension's own pages may send. */
export const extensionRequests = {
  /** What the popup shows for the browser tab it was opened over. Answer: {@link Overview}. */
  overview: z.object({ kind: z.literal('overview'), tab: z.number().int().nullable() }),
  /** Everything about a finding listed in the popup: a stored one, or one of a tab's page. Answer: Card or null. */
  'explain-stored': z.object({
    kind: z.literal('explain-stored'),
    tab: z.number().int().nullable(),
    finding: reference,
  }),
  'open-rule': openRule,
  'open-imports': openImports,
  'set-language': z.object({ kind: z.literal('set-language'), language: z.enum(languages) }),
  /** Take back an ignored finding or a check that was turned off; `decision` as listed in the overview. */
  undo: z.object({ kind: z.literal('undo'), decision: reference }),
  /** Some of what the seller ignored, turned off and entered, newest first, from a 0-based place on. */
  decisions: z.object({
    kind: z.literal('decisions'),
    from: z.number().int().nonnegative(),
    most: z.number().int().min(1).max(200),
  }),
  /** Carry out a decision that waits for the popup, or drop it; `pending` as listed in the overview. */
  'settle-pending': z.object({
    kind: z.literal('settle-pending'),
    tab: z.number().int(),
    pending: reference,
    confirmed: z.boolean(),
  }),
  /** Everything the workspace shows of checks and settings. Answer: {@link SettingsOverview}. */
  settings: z.object({ kind: z.literal('settings') }),
  ...importRequests,
  /** Turn a check on or off or choose its severity, for all stores or one; null takes the choice back. */
  'change-rule': z.object({
    kind: z.literal('change-rule'),
    rule: name,
    store: reference.nullable(),
    on: z.boolean().nullable().optional(),
    severity: z.enum(['error', 'warning', 'info']).nullable().optional(),
  }),
  /** Choose a number of the seller's own, as it was typed; nothing typed takes it back. Answer: {@link SettingsAnswer}. */
  'change-threshold': z.object({
    kind: z.literal('change-threshold'),
    fact: name,
    store: reference.nullable(),
    input: z.string().max(200),
  }),
  /** Keep a check of the seller's own, in the place of the one with its id or at a 0-based place. */
  'save-check': z.object({
    kind: z.literal('save-check'),
    check: z.unknown(),
    at: z.number().int().nonnegative().nullable(),
  }),
  'remove-check': z.object({ kind: z.literal('remove-check'), id: name }),
  /** Answer: {@link ExportedSettings}. */
  'export-settings': z.object({ kind: z.literal('export-settings') }),
  /** Read a settings file: tell what it changes, and change it when `apply` is set. Answer: {@link ImportAnswer}. */
  'import-settings': z.object({ kind: z.literal('import-settings'), text: z.string(), apply: z.boolean() }),
  ...extensionTeachRequests,
  ...extensionHealthRequests,
  ...listingRequests,
  ...exchangeRequests,
  ...dataRequests,
  ...upcomingRequests,
  ...extensionBulkRequests,
  ...welcomeRequests,
} as const;

type Requests = typeof consoleRequests & typeof extensionRequests;
export type RequestKind = keyof Requests;
export type Request<Kind extends RequestKind = RequestKind> = z.infer<Requests[Kind]>;

export interface Responses extends ListingResponses, BulkResponses, WelcomeResponses {
  open: Opening | null;
  check: CheckAnswer;
  explain: Card | null;
  enter: Decided;
  ignore: Decided;
  'turn-off': Decided;
  'undo-last': Done;
  'open-rule': Done;
  'open-imports': Done;
  'open-listing': Done;
  leave: Done;
  overview: Overview;
  'explain-stored': Card | null;
  'set-language': Done;
  undo: Done;
  decisions: DecisionsPage;
  'settle-pending': Done;
  settings: SettingsOverview;
  imports: ImportsOverview;
  'judge-imports': Done;
  'guess-columns': GuessedColumns;
  'remember-columns': Done;
  'set-exchange-rate': Done;
  'change-rule': SettingsAnswer;
  'change-threshold': SettingsAnswer;
  'save-check': SettingsAnswer;
  'remove-check': SettingsAnswer;
  'export-settings': ExportedSettings;
  'import-settings': ImportAnswer;
  'reading-health': ReadingHealth;
  'start-teaching': Done;
  'teach-preview': TeachPreview;
  taught: Done;
  'taught-fields': TaughtOverview;
  'remove-taught': Done;
  'restore-taught': Done;
  'export-taught': ExportedSettings;
  'import-taught': TaughtImport;
  data: KeptData;
  'delete-data': Done;
  'finish-restore': Done;
  upcoming: Upcoming;
  'deadline-done': Done;
  'enter-for-store': Done;
  calendar: CalendarFile;
  'set-reminders': Done;
}

export type Done = { done: true } | { done: false; sentence: string };
export type EntryAnswer = Done;
/** `told` says what was decided; empty where it cannot be taken back by itself. */
export type Decided = { done: true; told: string } | { done: false; sentence: string };

/** Messages the background sends to a console tab. */
export type ConsoleMessage =
  /** Something the verdicts rest on changed (language, decisions, entries): send everything again. */
  | { kind: 'recheck' }
  /** What the page was opened with changed, such as the language: begin anew. */
  | { kind: 'restart' }
  /** A keyboard command: open the next or previous finding, or hide and show the warnings. */
  | { kind: 'walk'; step: 1 | -1 }
  | { kind: 'toggle' }
  /** Let the seller point at a field. */
  | TeachMessage;

/** Text with the parts that matter most marked. Rendered as text nodes, never as markup. */
export type RichText = readonly { readonly text: string; readonly strong?: true }[];

export type Level = 'error' | 'warning' | 'info' | 'unknown';

export type Counts = { readonly [level in Level]: number };

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
