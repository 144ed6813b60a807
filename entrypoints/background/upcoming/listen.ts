import { browser } from 'wxt/browser';
import { openUpcoming, REMINDERS, remind, scheduleReminders } from './reminders.ts';

/** Listens for the daily alarm and for clicks on notifications, from the first turn of the worker on. */
export function listenForReminders(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMINDERS) void remind(new Date()).catch(() => undefined);
  });
  // A day may have passed while the browser was closed, and the browser may have forgotten the alarm.
  browser.runtime.onStartup.addListener(() => void begin());
  browser.runtime.onInstalled.addListener(() => void begin());
  listenForClicks();
  browser.permissions.onAdded.addListener(listenForClicks);
}

async function begin(): Promise<void> {
  await scheduleReminders(new Date()).catch(() => undefined);
  await remind(new Date()).catch(() => undefined);
}

let listens = false;

/** The browser knows no notifications until they are allowed. */
function listenForClicks(): void {
  if (listens || browser.notifications === undefined) return;
  browser.notifications.onClicked.addListener((id) => void openUpcoming(id));
  listens = true;
}
