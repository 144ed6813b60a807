import type { Snapshot } from '../console.content/reading/reading.ts';
import { repairAfterFailure } from './health/damage.ts';
import { deleteData, finishRestore, keptData } from './health/kept-data.ts';
import { readingHealth } from './health/reading-health.ts';
import { enterStored, listingView } from './listings/listing-view.ts';
import { listingFilters, listings } from './listings/listings.ts';
import { openListing } from './listings/open-listing.ts';
import { overview } from './listings/overview.ts';
import { priceHistory } from './listings/price-history.ts';
import { linkItem, sameItems } from './listings/same-item.ts';
import { storeGlances } from './listings/store-glances.ts';
import { whatIf } from './listings/what-if.ts';
import { answering } from './messages/questions.ts';
import {
  consoleRequests,
  extensionRequests,
  type Request,
  type RequestKind,
  type Responses,
} from './messages/requests.ts';
import {
  type ConsoleSender,
  consoleSender,
  extensionPage,
  isExtensionPage,
  Refusal,
  type Sender,
} from './messages/senders.ts';
import { check } from './page/check.ts';
import { explain, explainStored, openedCard } from './page/explain.ts';
import { markUnread } from './page/forms.ts';
import { arrive, leave } from './page/leave.ts';
import { opening } from './page/opening.ts';
import { decideOnPage, settlePending, undoLast } from './page/page-decisions.ts';
import { chooseLanguage, undoDecision } from './seller/decide.ts';
import { decisionsPage } from './seller/decision-list.ts';
import { setExchangeRate } from './seller/exchange-rate-entry.ts';
import { guessedColumns, rememberColumns } from './seller/import-mappings.ts';
import {
  changeRule,
  changeThreshold,
  exportSettings,
  importSettings,
  removeCheck,
  saveCheck,
} from './seller/settings.ts';
import { settingsOverview } from './seller/settings-overview.ts';
import { pointedLocators } from './teaching/pointed-locators.ts';
import { exportTaught, importTaught, removeTaught, restoreTaught, taughtFields } from './teaching/taught-list.ts';
import { bringToFront, keepPointedAt, previewTaught, startTeaching } from './teaching/teach.ts';
import { calendarFile, enterForStore, setDeadlineDone, setReminders, upcoming } from './upcoming/upcoming.ts';
import { bulkDecisions, bulkPlaces } from './workspace/bulk-places.ts';
import { judgeImports } from './workspace/imports-judge.ts';
import { importsOverview } from './workspace/imports-overview.ts';
import { news, readNews } from './workspace/news.ts';
import { openImports } from './workspace/open-imports.ts';
import { openRule } from './workspace/reference.ts';
import { trySample } from './workspace/sample.ts';
import { changeShortcuts, shortcuts } from './workspace/shortcuts.ts';

type ConsoleKind = keyof typeof consoleRequests;
type ExtensionKind = keyof typeof extensionRequests;

type Answers<Kinds extends RequestKind, From extends readonly unknown[]> = {
  readonly [Kind in Kinds]: (request: Request<Kind>, ...from: From) => Promise<Responses[Kind]>;
};

const fromConsole: Answers<ConsoleKind, [sender: ConsoleSender, now: Date]> = {
  open: async ({ path, language }, sender) => {
    await arrive(sender, path);
    const opened = await opening(path, language, sender);
    if (!opened) await markUnread(sender.tab, true);
    return opened;
  },
  check: ({ snapshot }, sender, now) => check(snapshot satisfies Snapshot, sender, now),
  explain: ({ finding, takesEntries }, { tab }, now) => openedCard(tab, finding, takesEntries, now),
  enter: ({ seen, ...asked }, { tab }, now) => decideOnPage(tab, asked, seen, now),
  ignore: ({ seen, ...asked }, { tab }, now) => decideOnPage(tab, asked, seen, now),
  'turn-off': ({ seen, ...asked }, { tab }, now) => decideOnPage(tab, asked, seen, now),
  'undo-last': (_request, { tab }) => undoLast(tab),
  'open-rule': ({ rule }) => openRule(rule),
  'open-imports': () => openImports(),
  'open-listing': ({ finding }, { tab }) => openListing(tab, finding),
  leave: (_request, { tab }) => leave(tab),
  'start-teaching': ({ record, field }, { tab }) => startTeaching(tab, record, field),
  'teach-locators': async ({ clues, language }) => pointedLocators(clues, language),
  'teach-preview': (asked, sender, now) => previewTaught(asked, sender, now),
  taught: (asked, sender, now) => keepPointedAt(asked, sender, now),
};

const fromExtension: Answers<ExtensionKind, [now: Date]> = {
  overview: ({ tab }, now) => overview(tab, now),
  'explain-stored': async ({ tab, finding }, now) => {
    const onPage = tab === null ? null : await explain(tab, finding, now);
    return onPage ?? explainStored(finding, now);
  },
  'open-rule': ({ rule }) => openRule(rule),
  'open-imports': () => openImports(),
  'set-language': ({ language }) => chooseLanguage(language),
  undo: ({ decision }) => undoDecision(decision),
  decisions: ({ from, most }) => decisionsPage(from, most),
  'settle-pending': ({ tab, pending, confirmed }, now) => settlePending(tab, pending, confirmed, now),
  settings: () => settingsOverview(),
  imports: () => importsOverview(),
  'guess-columns': (request) => guessedColumns(request),
  'remember-columns': (request) => rememberColumns(request),
  'judge-imports': (_request, now) => judgeImports(now),
  'bulk-places': (_request, now) => bulkPlaces(now),
  'bulk-decisions': ({ store }) => bulkDecisions(store),
  'change-rule': (request, now) => changeRule(request, now),
  'change-threshold': (request) => changeThreshold(request),
  'save-check': (request) => saveCheck(request),
  'remove-check': ({ id }) => removeCheck(id),
  'export-settings': () => exportSettings(),
  'import-settings': ({ text, apply }, now) => importSettings(text, apply, now),
  'start-teaching': ({ tab, record, field }) => startTeaching(tab, record, field, bringToFront),
  'reading-health': (_request, now) => readingHealth(now),
  'taught-fields': () => taughtFields(),
  'remove-taught': ({ id }) => removeTaught(id),
  'restore-taught': ({ field }) => restoreTaught(field),
  'export-taught': () => exportTaught(),
  'import-taught': ({ text, apply }) => importTaught(text, apply),
  listings: (request) => listings(request),
  'what-if': (request, now) => whatIf(request, now),
  'price-history': ({ store, listing }, now) => priceHistory(store, listing, now),
  'same-items': ({ store, listing }) => sameItems(store, listing),
  'link-item': (request) => linkItem(request),
  'set-exchange-rate': (request) => setExchangeRate(request, new Date()),
  'store-glances': () => storeGlances(),
  'listing-filters': ({ store }) => listingFilters(store),
  listing: ({ store, listing }, now) => listingView(store, listing, now),
  'enter-stored': (request, now) => enterStored(request, now),
  data: () => keptData(),
  'delete-data': ({ store }) => deleteData(store),
  'finish-restore': ({ leftOut }) => finishRestore(leftOut),
  upcoming: ({ look }, now) => upcoming(look, now),
  'deadline-done': ({ deadline, done }) => setDeadlineDone(deadline, done),
  'enter-for-store': ({ store, fact, input }, now) => enterForStore(store, fact, input, now),
  calendar: ({ deadline }, now) => calendarFile(deadline, now),
  'set-reminders': ({ leads }, now) => setReminders(leads, now),
  'try-sample': (request, now) => trySample(request, now),
  shortcuts: () => shortcuts(),
  'change-shortcuts': () => changeShortcuts(),
  news: () => news(),
  'read-news': () => readNews(),
};

/**
 * Answers a message, after making sure of its shape and of who sent it. Undefined for a message that is none of ours.
 * Rejects with a {@link Refusal} that says what is wrong with it.
 */
export function route(message: unknown, sender: Sender, now: Date): Promise<unknown> | undefined {
  const kind = kindOf(message);
  if (kind === null) return undefined;
  return answering(answer(kind, message, sender, now)).catch((error) => {
    // What has failed with a damaged row is answered the next time.
    if (!(error instanceof Refusal)) void repairAfterFailure(error);
    throw error;
  });
}

function kindOf(message: unknown): ConsoleKind | ExtensionKind | null {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return null;
  const { kind } = message;
  if (typeof kind !== 'string') return null;
  const isOurs = Object.hasOwn(fromConsole, kind) || Object.hasOwn(fromExtension, kind);
  return isOurs ? (kind as ConsoleKind | ExtensionKind) : null;
}

async function answer(
  kind: ConsoleKind | ExtensionKind,
  message: unknown,
  sender: Sender,
  now: Date,
): Promise<unknown> {
  if (isConsoleKind(kind) && !(isExtensionKind(kind) && isExtensionPage(sender))) {
    const from = consoleSender(sender);
    const handle = fromConsole[kind] as (request: unknown, sender: ConsoleSender, now: Date) => Promise<unknown>;
    return handle(parsed(consoleRequests[kind], message, kind), from, now);
  }
  extensionPage(sender);
  const handle = fromExtension[kind as ExtensionKind] as (request: unknown, now: Date) => Promise<unknown>;
  return handle(parsed(extensionRequests[kind as ExtensionKind], message, kind), now);
}

function isConsoleKind(kind: ConsoleKind | ExtensionKind): kind is ConsoleKind {
  return Object.hasOwn(fromConsole, kind);
}

function isExtensionKind(kind: ConsoleKind | ExtensionKind): kind is ExtensionKind {
  return Object.hasOwn(fromExtension, kind);
}

interface Schema {
  safeParse(
    message: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } };
}
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function parsed(schema: Schema, message: unknown, kind: string): unknown {
  const result = schema.safeParse(message);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.map(String).join('.') || kind;
  throw new Refusal(`The message "${kind}" is not understood: ${place}: ${issue?.message ?? 'unknown shape'}.`);
}
