import type { Locator } from '../consoles/reader.ts';
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
import type { Card, CheckAnswer, OpenedCard, Opening } from './shown.ts';
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
 * Every message between the parts of the extension. Requests are parsed on arrival, and everything a page can influence
 * has a length limit. Responses are our own, so they are only typed.
 */

/** Identifies a finding or a decision: composed of a rule, a record or listing, and a shop. */
const reference = z.string().min(1).max(2000);
/** Whether the seller verifiably saw the clicked control. If not, the decision has to be confirmed in the popup. */
const seen = z.boolean();
/** Open the reference at a rule, in a new tab. Allowed from console pages and the extension's own pages. */
const openRule = z.object({ kind: z.literal('open-rule'), rule: name });

/** Open the workspace's import view in a new tab. Allowed from console pages and the extension's own pages. */
const openImports = z.object({ kind: z.literal('open-imports') });

/** Requests a console page's content script may send. Marketplace and host are taken from the sender's address. */
export const consoleRequests = {
  /**
   * What the script needs for the page at a path of its host. Answer: {@link Opening}, or null for an unknown page.
   * `path` includes query and fragment; `language` is the BCP 47 language of the page's text.
   */
  open: z.object({ kind: z.literal('open'), path: text, language }),
  /** Check what was read. Answer: {@link CheckAnswer}. */
  check: z.object({ kind: z.literal('check'), snapshot: snapshotSchema }),
  /**
   * The card of a finding in this tab. Answer: {@link OpenedCard}, or null if it is gone. `takesEntries`: whether typing
   * into it is hidden from the page.
   */
  explain: z.object({ kind: z.literal('explain'), finding: reference, takesEntries: z.boolean() }),
  /** The seller enters a fact that the page does not show. Answer: {@link Decided}. */
  enter: z.object({ kind: z.literal('enter'), finding: reference, fact: name, input: z.string().max(200), seen }),
  /** Hide this finding for its listing permanently. Answer: {@link Decided}. */
  ignore: z.object({ kind: z.literal('ignore'), finding: reference, seen }),
  /** Turn the finding's check off in all shops. Answer: {@link Decided}. */
  'turn-off': z.object({ kind: z.literal('turn-off'), finding: reference, seen }),
  /** Undo the last decision made in this tab. Answer: {@link Done}. */
  'undo-last': z.object({ kind: z.literal('undo-last') }),
  'open-rule': openRule,
  'open-imports': openImports,
  /** Open the finding's listing in the workspace, in a new tab. Answer: {@link Done}. */
  'open-listing': z.object({ kind: z.literal('open-listing'), finding: reference }),
  /** The page scope ended: the seller navigated away from the page. */
  leave: z.object({ kind: z.literal('leave') }),
  ...consoleTeachRequests,
} as const;

/** Requests only the extension's own pages may send. */
export const extensionRequests = {
  /** What the popup shows for the browser tab it was opened over. Answer: {@link Overview}. */
  overview: z.object({ kind: z.literal('overview'), tab: z.number().int().nullable() }),
  /** Everything about a finding listed in the popup, stored or of a tab's page. Answer: {@link Card} or null. */
  'explain-stored': z.object({
    kind: z.literal('explain-stored'),
    tab: z.number().int().nullable(),
    finding: reference,
  }),
  'open-rule': openRule,
  'open-imports': openImports,
  'set-language': z.object({ kind: z.literal('set-language'), language: z.enum(languages) }),
  /** Restore an ignored finding or a check that was turned off; `decision` as listed in the overview. */
  undo: z.object({ kind: z.literal('undo'), decision: reference }),
  /** A slice of what the seller ignored, turned off and entered, newest first, starting at a 0-based index. */
  decisions: z.object({
    kind: z.literal('decisions'),
    from: z.number().int().nonnegative(),
    most: z.number().int().min(1).max(200),
  }),
  /** Confirm or discard a pending decision; `pending` as listed in the overview. */
  'settle-pending': z.object({
    kind: z.literal('settle-pending'),
    tab: z.number().int(),
    pending: reference,
    confirmed: z.boolean(),
  }),
  /** Everything the workspace shows about checks and settings. Answer: {@link SettingsOverview}. */
  settings: z.object({ kind: z.literal('settings') }),
  ...importRequests,
  /** Turn a check on or off, or choose its severity, for all shops or one; null resets the choice. */
  'change-rule': z.object({
    kind: z.literal('change-rule'),
    rule: name,
    store: reference.nullable(),
    on: z.boolean().nullable().optional(),
    severity: z.enum(['error', 'warning', 'info']).nullable().optional(),
  }),
  /** Set one of the seller's own limits, as typed; empty input resets it. Answer: {@link SettingsAnswer}. */
  'change-threshold': z.object({
    kind: z.literal('change-threshold'),
    fact: name,
    store: reference.nullable(),
    input: z.string().max(200),
  }),
  /** Save one of the seller's own checks, replacing the one with its id or inserting it at a 0-based index. */
  'save-check': z.object({
    kind: z.literal('save-check'),
    check: z.unknown(),
    at: z.number().int().nonnegative().nullable(),
  }),
  'remove-check': z.object({ kind: z.literal('remove-check'), id: name }),
  /** Answer: {@link ExportedSettings}. */
  'export-settings': z.object({ kind: z.literal('export-settings') }),
  /**
   * Read a settings file: report what it would change, and apply it if `apply` is set. Answer: {@link ImportAnswer}.
   */
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
  explain: OpenedCard | null;
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
  'teach-locators': readonly Locator[];
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
  /** An input of the verdicts changed (language, decisions, entries): send everything again. */
  | { kind: 'recheck' }
  /** The page's {@link Opening} changed, such as its language: start over. */
  | { kind: 'restart' }
  /** A keyboard command: open the next or previous finding, or hide and show the warnings. */
  | { kind: 'walk'; step: 1 | -1 }
  | { kind: 'toggle' }
  /** Let the seller point at a field. */
  | TeachMessage;
