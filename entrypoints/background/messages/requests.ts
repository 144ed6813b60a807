import { type BulkResponses, extensionBulkRequests } from './bulk.ts';
import { dataRequests, type KeptData } from './data.ts';
import { exchangeRequests } from './exchange.ts';
import { extensionHealthRequests, type ReadingHealth } from './health.ts';
import { type GuessedColumns, type ImportsOverview, importRequests } from './imports.ts';
import { type ListingResponses, listingRequests } from './listings.ts';
import type { Overview } from './overview.ts';
import { language, name, snapshotSchema, text } from './readings.ts';
import { z } from './schema.ts';
import type { DecisionsPage, ExportedSettings, ImportAnswer, SettingsAnswer, SettingsOverview } from './settings.ts';
import type { Card, CheckAnswer, Opening } from './shown.ts';
import {
  consoleTeachRequests,
  extensionTeachRequests,
  type TaughtImport,
  type TaughtOverview,
  type TeachMessage,
  type TeachPreview,
} from './teach.ts';
import { type CalendarFile, type Upcoming, upcomingRequests } from './upcoming.ts';
import { type WelcomeResponses, welcomeRequests } from './welcome.ts';
import type { Decided, Done } from './words.ts';
import { languages } from './words.ts';

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
