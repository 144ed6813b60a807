import { browser } from 'wxt/browser';
import { z } from '../messages/schema.ts';
import { type ReminderLead, reminderLeads } from '../messages/upcoming.ts';

/** What the seller chose about deadlines, and which reminders came already. Kept in the browser's storage. */
export interface ReminderSettings {
  /** Days before a deadline; empty: no reminders. */
  readonly leads: readonly ReminderLead[];
  /** Ids of deadlines the seller dealt with. */
  readonly done: readonly string[];
  /** `<lead>|<id>` of the reminders that came. */
  readonly told: readonly string[];
}

const KEY = 'reminders';
const NOTHING: ReminderSettings = { leads: [], done: [], told: [] };

const ids = z.array(z.string().max(2100));
const schema = z.object({ leads: z.array(z.literal([...reminderLeads])), done: ids, told: ids });

/** What is not understood counts as not chosen. */
export async function reminderSettings(): Promise<ReminderSettings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const read = schema.safeParse(stored);
  return read.success ? read.data : NOTHING;
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes it, one change after another. */
export function changeReminders(edit: (before: ReminderSettings) => Partial<ReminderSettings>): Promise<void> {
  const result = writing.then(async () => {
    const before = await reminderSettings();
    await browser.storage.local.set({ [KEY]: { ...before, ...edit(before) } });
  });
  writing = result.catch(() => undefined);
  return result;
}
