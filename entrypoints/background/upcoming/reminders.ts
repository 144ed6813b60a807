import { browser } from 'wxt/browser';
import { storeRows } from '../database/settings-findings.ts';
import { upcomingRows } from '../database/upcoming.ts';
import type { ReminderLead } from '../messages/upcoming.ts';
import { deadlineText, kindText, whenText } from '../present/deadline-texts.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { deadlineList, type FoundDeadline } from './deadline-list.ts';
import { changeReminders, type ReminderSettings, reminderSettings } from './reminder-settings.ts';
import { scanUpcoming } from './scan.ts';

/** Name of the daily alarm. */
export const REMINDERS = 'reminders';
/** Every notification of ours leads to the same view. */
const NOTIFICATION = 'preflight-upcoming';
/** Hour of the seller's own clock at which reminders come. */
const HOUR = 9;
const DAY_MINUTES = 1440;

export async function areRemindersAllowed(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Sets the daily alarm, or takes it away where no reminder is wanted. A browser may forget alarms when it ends. */
export async function scheduleReminders(now: Date): Promise<void> {
  const { leads } = await reminderSettings();
  if (leads.length === 0) {
    await browser.alarms.clear(REMINDERS);
    return;
  }
  if (await browser.alarms.get(REMINDERS)) return;
  browser.alarms.create(REMINDERS, { when: nextMorning(now), periodInMinutes: DAY_MINUTES });
}

function nextMorning(now: Date): number {
  const next = new Date(now);
  next.setHours(HOUR, 0, 0, 0);
  if (next <= now) next.setDate(next.getDate() + 1);
  return next.getTime();
}

/** A reminder that is due: for a deadline, so many days or fewer before it. */
export interface DueReminder {
  readonly deadline: FoundDeadline;
  readonly lead: ReminderLead;
}

/**
 * The reminders that are due now, each deadline once, at the shortest of the lead times it has come within. Nothing for
 * what is done or past.
 */
export function dueReminders(found: readonly FoundDeadline[], settings: ReminderSettings): readonly DueReminder[] {
  const told = new Set(settings.told);
  return found.flatMap((deadline) => {
    const { id, daysLeft, done } = deadline;
    if (done || settings.done.includes(id) || daysLeft < 0) return [];
    const lead = [...settings.leads].sort((a, b) => a - b).find((days) => daysLeft <= days);
    return lead === undefined || told.has(toldKey(lead, id)) ? [] : [{ deadline, lead }];
  });
}

function toldKey(lead: ReminderLead, id: string): string {
  return `${lead}|${id}`;
}

/** What was told, with what is told now; what was told of deadlines that are gone is forgotten. */
export function toldAfter(
  { told, leads }: ReminderSettings,
  found: readonly FoundDeadline[],
  due: readonly DueReminder[],
): string[] {
  const ids = new Set(found.filter(({ daysLeft }) => daysLeft >= 0).map(({ id }) => id));
  const kept = told.filter((key) => ids.has(key.slice(key.indexOf('|') + 1)));
  // Told shortly before, the longer lead times have been told with it.
  const now = due.flatMap(({ deadline: { id }, lead }) =>
    leads.filter((one) => one >= lead).map((one) => toldKey(one, id)),
  );
  return [...new Set([...kept, ...now])];
}

/** Looks through the listings and tells what is due. Marked as told first: a notification too few, never one too many. */
export async function remind(now: Date): Promise<void> {
  const settings = await reminderSettings();
  if (settings.leads.length === 0 || !(await areRemindersAllowed())) return;
  await scanUpcoming(now);
  const decided = await decisions();
  const looked = new Map((await upcomingRows()).map((row) => [row.store, row]));
  const { found } = deadlineList(await storeRows(), looked, decided, now);
  const due = dueReminders(found, settings);
  await changeReminders((before) => ({ told: toldAfter(before, found, due) }));
  const [first] = due;
  if (!first) return;
  const language = languageOf(decided);
  const { kind, daysLeft, store } = first.deadline;
  const title = deadlineText(language, 'remindTitle', { title: kindText(language, kind, 'title') });
  const lines = [`${whenText(language, daysLeft)} · ${store.sellerName ?? store.sellerId ?? store.site}`];
  if (due.length > 1) lines.push(deadlineText(language, 'remindMore', { count: due.length - 1 }));
  await browser.notifications.create(NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as never),
    title,
    message: lines.join('\n'),
  });
}

/** Opens the view of what is ahead. */
export async function openUpcoming(notification: string): Promise<void> {
  if (notification !== NOTIFICATION) return;
  await browser.tabs.create({ url: browser.runtime.getURL('/workspace.html#/upcoming' as never) });
  await browser.notifications.clear(notification);
}
