import { isFactName } from '../../../rules/engine/facts.ts';
import { limit, type Period } from '../../../rules/engine/policy.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import { daysBetween } from '../../../rules/measures/days.ts';
import { consoleLink } from '../consoles/console-address.ts';
import { storedFindings } from '../database/reports.ts';
import { storeRows } from '../database/settings-findings.ts';
import { upcomingRows } from '../database/upcoming.ts';
import type {
  CalendarFile,
  NamedListing,
  ReminderLead,
  Upcoming,
  UpcomingChange,
  UpcomingDeadline,
  WantedDeadline,
} from '../messages/upcoming.ts';
import type { Done, Language } from '../messages/words.ts';
import { certainty, source } from '../present/card.ts';
import { deadlineText, kindText, whenText } from '../present/deadline-texts.ts';
import { choicesOf, notUnderstood, presentEntry } from '../present/entry.ts';
import { interfaceText, optionalRuleText, plainText } from '../present/messages.ts';
import { isInReference } from '../present/reference-path.ts';
import { title } from '../present/sentence.ts';
import { siteName } from '../present/store.ts';
import { day as shownDay } from '../present/values.ts';
import type { StoreRow, Touched, UpcomingRow } from '../rows/rows.ts';
import { decide } from '../seller/decide.ts';
import { enter } from '../seller/decision-changes.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { decisions } from '../seller/decisions.ts';
import { enterable } from '../seller/entries.ts';
import { parseEntry } from '../seller/entry-input.ts';
import { languageOf } from '../seller/language.ts';
import { effectiveSettings } from '../seller/settings-effective.ts';
import { STORE_SUBJECT } from '../seller/store-subject.ts';
import { type CalendarEvent, calendarText } from './calendar.ts';
import { changesAhead } from './changes-ahead.ts';
import { deadlineList, type FoundDeadline, todayOf, type UnknownDeadline } from './deadline-list.ts';
import { storeFacts } from './known.ts';
import { changeReminders, reminderSettings } from './reminder-settings.ts';
import { areRemindersAllowed, scheduleReminders } from './reminders.ts';
import { scanProgress, scanUpcoming } from './scan.ts';

/** Days that count as "this week". */
const WEEK = 7;

/** What is ahead in every store. */
export async function upcoming(look: boolean, now: Date): Promise<Upcoming> {
  const decided = await decisions();
  const language = languageOf(decided);
  const reminders = await reminderSettings();
  const remarks: string[] = [];
  const [stores, rows] = await Promise.all([storeRows(), upcomingRows()]).catch((): [StoreRow[], UpcomingRow[]] => {
    remarks.push(interfaceText(language, 'remarkDatabase'));
    return [[], []];
  });
  // What the look finds is kept; the page asks again until it is done. A look that fails leaves what was kept.
  if (look && stores.length > 0) void scanUpcoming(now).catch(() => undefined);
  const looked = new Map(rows.map((row) => [row.store, row]));
  const { found, unknown } = deadlineList(stores, looked, decided, now);
  const done = new Set(reminders.done);
  return {
    progress: scanProgress(),
    looked: lookedAt(rows),
    deadlines: await Promise.all(found.map((one) => presentDeadline(one, done, language))),
    changes: await Promise.all(stores.flatMap((store) => presentChanges(store, looked.get(store.key), decided, now))),
    wanted: unknown.map((one) => presentWanted(one, decided, now)),
    reminders: { leads: reminders.leads, allowed: await areRemindersAllowed() },
    remarks,
  };
}

function lookedAt(rows: readonly UpcomingRow[]): Upcoming['looked'] {
  if (rows.length === 0) return null;
  return {
    listings: rows.reduce((sum, { listings }) => sum + listings, 0),
    at: Math.min(...rows.map(({ at }) => at)),
  };
}

async function presentDeadline(
  { id, kind, definition, store, day, daysLeft, count, listings, done: doneByFacts }: FoundDeadline,
  done: ReadonlySet<string>,
  language: Language,
): Promise<UpcomingDeadline> {
  const { rule, duty, about } = definition;
  const written = shownDay(language, day);
  const isDone = doneByFacts || done.has(id);
  return {
    ...(await sourced(store, rule, day, { count, listings }, language)),
    id,
    group: isDone ? 'done' : daysLeft < 0 && duty ? 'overdue' : daysLeft <= WEEK ? 'week' : 'later',
    day,
    shownDay: about ? deadlineText(language, 'about', { day: written }) : written,
    when: isDone ? deadlineText(language, 'done') : whenText(language, daysLeft),
    title: kindText(language, kind, 'title'),
    sentence: kindText(language, kind, 'sentence', { day: written, count }),
    why: whyOf(kind, rule, language),
  };
}

function whyOf(kind: FoundDeadline['kind'], rule: Rule | null, language: Language): string {
  const own = kindText(language, kind, 'why');
  if (own !== '' || rule === null) return own;
  const text = optionalRuleText(language, rule.id, 'why');
  return text === null ? '' : plainText(language, text);
}

async function sourced(
  { key, marketplace, site, sellerName, sellerId }: StoreRow,
  rule: Rule | null,
  day: string,
  { count, listings }: Touched,
  language: Language,
  period: Period | null = rule && limit(rule.policy, day, site),
) {
  const store = {
    key,
    name: `${interfaceText(language, marketplace)} ${siteName(marketplace, site, language)} · ${sellerName ?? sellerId ?? ''}`,
  };
  return {
    store,
    rule: rule && isInReference(rule.id) ? rule.id : null,
    sources: (period?.sources ?? []).flatMap(source),
    certainty: period && certainty(period, { language, marketplace }),
    count,
    listings: await Promise.all(listings.map((listing) => named(key, listing))),
  };
}

async function named(store: string, listing: string): Promise<NamedListing> {
  const row = await storedFindings(store, listing);
  return { name: row?.name ?? listing.replace(/^[a-z]+:/u, ''), address: consoleLink(row?.address) };
}

function presentChanges(
  store: StoreRow,
  looked: UpcomingRow | undefined,
  decided: Decisions,
  now: Date,
): Promise<UpcomingChange>[] {
  const { key, marketplace, site, currency } = store;
  const language = languageOf(decided);
  const today = todayOf(store, now);
  const { off } = effectiveSettings(decided, key);
  return changesAhead({ marketplace, site, day: today, currency, off }).map(async ({ rule, day, after }) => {
    const touched = looked?.changes.find((one) => one.rule === rule.id && one.day === day);
    const { count, listings } = touched ?? { count: 0, listings: [] };
    const written = shownDay(language, day);
    return {
      ...(await sourced(store, rule, day, { count, listings }, language, after)),
      id: JSON.stringify(['change', key, rule.id, day]),
      day,
      shownDay: written,
      when: whenText(language, daysBetween(today, day)),
      title: title(rule.id, language),
      status: deadlineText(language, statusText(after)),
      sentence: deadlineText(language, 'change', { count, day: written }),
    };
  });
}

function statusText(after: Period | null): 'announced' | 'decided' | 'unpublished' | 'ends' {
  if (after === null) return 'ends';
  if (after.status === 'announced') return 'announced';
  return after.status === 'in-force' ? 'decided' : 'unpublished';
}

function presentWanted({ definition, store }: UnknownDeadline, decided: Decisions, now: Date): WantedDeadline {
  const { key, marketplace, site, currency, sellerName, sellerId } = store;
  const language = languageOf(decided);
  const { wire } = storeFacts(decided, key);
  const context = { language, site, currency, day: todayOf(store, now) };
  return {
    id: JSON.stringify([definition.kind, key]),
    store: {
      key,
      name: `${interfaceText(language, marketplace)} ${siteName(marketplace, site, language)} · ${sellerName ?? sellerId ?? ''}`,
    },
    title: kindText(language, definition.kind, 'title'),
    why: whyOf(definition.kind, definition.rule, language),
    entries: definition.wants.map((name) => presentEntry(name, wire[name], context)),
  };
}

/** Says that a deadline is dealt with, or takes that back. */
export async function setDeadlineDone(id: string, done: boolean): Promise<Done> {
  return kept(() =>
    changeReminders((before) => {
      const others = before.done.filter((one) => one !== id);
      return { done: done ? [...others, id] : others };
    }),
  );
}

async function kept(write: () => Promise<void>): Promise<Done> {
  try {
    await write();
    return { done: true };
  } catch {
    return { done: false, sentence: interfaceText(languageOf(await decisions()), 'notSaved') };
  }
}

/** Keeps a fact that holds for a whole store; what cannot be understood is answered with an example. */
export async function enterForStore(storeKey: string, fact: string, input: string, now: Date): Promise<Done> {
  const decided = await decisions();
  const language = languageOf(decided);
  const store = (await storeRows()).find(({ key }) => key === storeKey);
  if (!store || !isFactName(fact) || enterable(fact)?.scope !== 'store')
    return { done: false, sentence: interfaceText(language, 'notEnterable') };
  const { site, currency } = store;
  const context = { language, site, currency, day: todayOf(store, now) };
  const parsed = parseEntry(fact, input, choicesOf(fact, context));
  if (parsed === 'not-understood') return { done: false, sentence: notUnderstood(fact, input, context) };
  const name = store.sellerName ?? store.site;
  return decide(() =>
    enter({ store: storeKey, subject: STORE_SUBJECT, fact, value: parsed.value, name, day: context.day }),
  );
}

/** Open deadlines as a calendar file: one of them, or all. */
export async function calendarFile(id: string | null, now: Date): Promise<CalendarFile> {
  const language = languageOf(await decisions());
  const { deadlines } = await upcoming(false, now);
  const wanted = deadlines.filter((one) => (id === null ? one.group !== 'done' : one.id === id));
  const events = wanted.map((one): CalendarEvent => {
    const names = one.listings.map(({ name }) => name).join('\n');
    return {
      id: one.id,
      day: one.day,
      title: `${one.title} · ${one.store.name}`,
      description: [one.sentence, one.why, names].filter((text) => text !== '').join('\n\n'),
    };
  });
  const day = now.toISOString().slice(0, 10);
  return {
    name: `preflight-deadlines-${day}.ics`,
    text: calendarText(deadlineText(language, 'calendarName'), events, now),
  };
}

/** Chooses when reminders come. */
export function setReminders(leads: readonly ReminderLead[], now: Date): Promise<Done> {
  return kept(async () => {
    await changeReminders(() => ({ leads }));
    await scheduleReminders(now);
  });
}
