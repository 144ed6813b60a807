import type { FactName } from '../../../rules/engine/facts.ts';
import { changeReadingRow, type FieldNote, type ReadingRow, readingRow } from '../database/readings.ts';
import type { ConsoleMessage } from '../messages/requests.ts';
import type { Language } from '../messages/words.ts';
import { readersAt } from '../page/page-fields.ts';
import type { TabPage } from '../page/tabs.ts';
import { factAsked, interfaceText } from '../present/messages.ts';
import { rowsName } from '../present/pages.ts';
import { day, together } from '../present/values.ts';
import type { FieldHealth, Lost } from '../rows/field-health.ts';
import { isSame } from '../rows/same.ts';
import type { KnownStore } from '../shops/stores.ts';
import { ownDay } from '../understanding/site-days.ts';
import { fieldHealth } from './field-health.ts';

/** A field that was read on so many visits of its page is expected on the next one. */
export const VISITS_TO_EXPECT = 3;

/** A page that was opened less long ago may still be loading. Milliseconds. */
export const SETTLED_AFTER_MS = 8000;

/** Whether a page has stood long enough to say that something is missing. `since`: milliseconds since 1970. */
export function isSettled(since: number, now: Date): boolean {
  return now.getTime() - since >= SETTLED_AFTER_MS;
}

type Opened = Pick<TabPage, 'page' | 'generation' | 'language' | 'records' | 'address' | 'store' | 'since' | 'list'>;
/** One page of a known store, from its opening until the tab leaves it. */
type Visit = Opened & { readonly store: KnownStore };

/** What a tab keeps of it. `noted`: how the page was read when that was last written down. */
export type Missed = Pick<TabPage, 'lost' | 'noted'>;

/**
 * Notes how a page was read, whenever that changed, and tells what used to be read on it and is not now. Fields that are
 * absent or not loaded yet are never missed. Of a store that is not known, or without a database, nothing is told.
 */
export async function missedOn(page: Opened, before: Missed | null, now: Date): Promise<Missed> {
  const { store } = page;
  if (!store.known) return {};
  const health = fieldHealth(page);
  const noted = JSON.stringify([isSettled(page.since, now), health, page.list]);
  if (page.page !== null && before?.noted === noted) return { noted, ...(before.lost ? { lost: before.lost } : {}) };
  const lost = await noteReading({ ...page, store }, health, now).catch(() => null);
  return { noted, ...(lost ? { lost } : {}) };
}

async function noteReading(visit: Visit, health: readonly FieldHealth[], now: Date): Promise<Lost | null> {
  const { store, page, generation, language, address, since, list } = visit;
  if (page === null) return lostPage(visit);
  const today = ownDay(now);
  let lost: Lost | null = null;
  await changeReadingRow(store.key, page, (before) => {
    lost = lostFields(health, before);
    const fields = notedFields(health, before, { visit: since, today, settled: isSettled(since, now) });
    const next = {
      store: store.key,
      page,
      day: today,
      generation,
      language,
      host: new URL(address).hostname,
      fields,
      ...(list ? { list } : {}),
    };
    return isSame(before, next) ? null : next;
  });
  return lost;
}

async function lostPage({ store, address }: Visit): Promise<Lost | null> {
  const rows = await Promise.all(readersAt(address).map(({ id }) => readingRow(store.key, id)));
  return lostSince(rows.flatMap((row) => Object.values(row?.fields ?? {})).filter(isExpected), []);
}

function lostFields(health: readonly FieldHealth[], before: ReadingRow | undefined): Lost | null {
  const notes = before?.fields ?? {};
  const missed = health.filter(({ field, state, read }) => isMissed(state) && read === 0 && isExpected(notes[field]));
  const fields = missed.map(({ field }) => field);
  return lostSince(
    fields.map((field) => notes[field]),
    fields,
  );
}

function lostSince(notes: readonly (FieldNote | undefined)[], fields: readonly FactName[]): Lost | null {
  const until = notes
    .map((note) => note?.lastRead ?? '')
    .toSorted()
    .at(-1);
  return until ? { fields, until } : null;
}

function isExpected(note: FieldNote | undefined): boolean {
  return (note?.visits ?? 0) >= VISITS_TO_EXPECT;
}

function isMissed(state: FieldHealth['state']): boolean {
  return state === 'not-found' || state === 'ambiguous' || state === 'unparsable';
}

interface Moment {
  /** Names the visit: milliseconds since 1970 at which it began. */
  readonly visit: number;
  readonly today: string;
  readonly settled: boolean;
}

function notedFields(
  health: readonly FieldHealth[],
  before: ReadingRow | undefined,
  moment: Moment,
): ReadingRow['fields'] {
  const notes: { [field: string]: FieldNote } = { ...before?.fields };
  for (const one of health) notes[one.field] = noted(one, before?.fields[one.field], moment);
  return notes;
}

function noted(health: FieldHealth, before: FieldNote | undefined, { visit, today, settled }: Moment): FieldNote {
  const { visits = 0, lastVisit = null, lastRead = null } = before ?? {};
  const { field: _field, found: _found, ...now } = health;
  if (now.read > 0) {
    const seen = lastVisit === visit ? visits : Math.min(visits + 1, VISITS_TO_EXPECT);
    return { ...now, visits: seen, lastVisit: visit, lastRead: today };
  }
  // A field that is read now and then is not expected; one that was expected stays missed until it is read again.
  const isFlaky = settled && isMissed(now.state) && visits < VISITS_TO_EXPECT;
  return { ...now, visits: isFlaky ? 0 : visits, lastVisit, lastRead };
}

/** What a page that has stood long enough misses, as a sentence; nothing otherwise. */
export function lostSentences(
  { lost, since }: Pick<TabPage, 'lost' | 'since'>,
  language: Language,
  now: Date,
): string[] {
  return lost && isSettled(since, now) ? [lostSentence(lost, language)] : [];
}

type Listed = Pick<TabPage, 'page' | 'list' | 'untold' | 'since'>;

/**
 * What is said of a page's rows as a whole: that none could be read, and what could not be read in any. That none stands
 * there is said once the page has stood long enough to have loaded them.
 */
export function rowSentences({ page, list, untold = [], since }: Listed, language: Language, now: Date): string[] {
  const what = rowsName(page, language);
  const facts = untold.map((name) => factAsked(language, name));
  return [
    ...(list === 'lost' ? [interfaceText(language, 'listLost', { what })] : []),
    ...(list === 'none' && isSettled(since, now) ? [interfaceText(language, 'listNone', { what })] : []),
    ...(facts.length > 0 ? [interfaceText(language, 'rowsUnread', { facts: together(language, facts) })] : []),
  ];
}

/** "Until 18 Nov 2026 Preflight could read the discount on this page; now it cannot. …" */
function lostSentence({ fields, until }: Lost, language: Language): string {
  const values = { day: day(language, until), count: fields.length };
  if (fields.length === 0) return interfaceText(language, 'lostPage', values);
  const names = fields.map((field) => factAsked(language, field));
  return interfaceText(language, 'lostFields', { ...values, facts: together(language, names) });
}

/** Lets a page that misses something ask again once it has stood long enough to say so. */
export function askWhenSettled(
  { lost, list, since }: Pick<TabPage, 'lost' | 'list' | 'since'>,
  now: Date,
  tell: (message: ConsoleMessage) => void,
): void {
  if ((lost || list === 'none') && !isSettled(since, now))
    setTimeout(() => tell({ kind: 'recheck' }), since + SETTLED_AFTER_MS - now.getTime());
}
