import { browser } from 'wxt/browser';
import { countOff, removeOff } from '../database/removals.ts';
import { countListings, storeRows } from '../database/settings-findings.ts';
import { repairAfterFailure } from '../health/damage.ts';
import { untilQuiet } from '../messages/questions.ts';
import type { StoreRow } from '../rows/rows.ts';
import { change, decisions } from './decisions.ts';
import { effectiveSettings } from './settings-effective.ts';
import { inSequence, rejudgeSlice } from './settings-rejudge.ts';
import type { Update } from './update.ts';

/** Alarm that wakes a worker stopped with work left. */
const UPDATES = 'updates';

/** Small updates finish before the answer is sent. */
const AT_ONCE_MS = 100;
/**
 * Interval at which progress is stored: popup and workspace show it, and a stopped worker repeats no more than this.
 */
const STORED_MS = 500;
/** Maximum time it yields to requests, so that it finishes however many arrive. */
const LONGEST_MS = 300;
/** Listings processed before yielding to other requests. */
const JUDGED = 25;
const REMOVED = 50;

let working: Promise<void> | null = null;
/** Updates may have been added since the queue was last read. */
let isAsked = false;
/** The running update, ahead of the stored one. */
let current: Update | null = null;

/**
 * Processes pending re-checks batch by batch, so that other requests get their turn. Resolves when all are done, or
 * soon in any case. Never rejects.
 */
export async function workOff(): Promise<void> {
  isAsked = true;
  working ??= workUntilDone();
  await Promise.race([working, new Promise((resolve) => setTimeout(resolve, AT_ONCE_MS))]);
}

/** Resumes where a worker was stopped, whatever starts it now. Call it synchronously at worker start. */
export function listenForUpdates(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === UPDATES) void workOff().then(sleepIfDone);
  });
  void workOff();
}

/** A worker stopped between its last change and this call leaves an alarm behind. */
async function sleepIfDone(): Promise<void> {
  if (!working) await browser.alarms.clear(UPDATES);
}

/** Listings processed and listings in total, over all updates; null if nothing is pending. */
export async function updatesProgress(): Promise<{ readonly done: number; readonly total: number } | null> {
  const { updates = [] } = await decisions();
  const known = updates.map((one) => (current?.id === one.id ? current : one));
  const total = known.reduce((sum, one) => sum + one.total, 0);
  if (total === 0) return null;
  return { done: known.reduce((sum, one) => sum + Math.min(one.done, one.total), 0), total };
}

async function workUntilDone(): Promise<void> {
  while (isAsked) {
    isAsked = false;
    await workThrough().catch(() => undefined);
  }
  working = null;
}

async function workThrough(): Promise<void> {
  let failures = 0;
  let isWoken = false;
  for (;;) {
    const { updates: [first] = [] } = await decisions();
    if (!first) break;
    if (!isWoken) await wake();
    isWoken = true;
    try {
      await workOn(first);
    } catch (error) {
      failures += 1;
      // The database refuses for now: the alarm retries. Any other error means damaged rows, which are removed.
      if (error instanceof DOMException) return;
      await repairAfterFailure(error);
      if (failures > 1) await drop(first);
    }
  }
  current = null;
  if (isWoken) await browser.alarms.clear(UPDATES).catch(() => undefined);
}

async function wake(): Promise<void> {
  try {
    await browser.alarms.create(UPDATES, { periodInMinutes: 1 });
  } catch {
    // The rest runs when the worker next starts for another reason.
  }
}

async function workOn(update: Update): Promise<void> {
  current = update.total > 0 ? update : { ...update, total: await countOf(update) };
  let gaveWay = performance.now();
  let stored = gaveWay;
  for (;;) {
    const next = await inSequence(() => slice(current as Update));
    if (!next) return drop(update);
    current = next;
    // The caller that changed the setting waits for the first batch.
    if (performance.now() - gaveWay > AT_ONCE_MS) {
      await untilQuiet(LONGEST_MS);
      gaveWay = performance.now();
    }
    if (performance.now() - stored < STORED_MS) continue;
    stored = performance.now();
    const { updates = [] } = await decisions();
    // Superseded by another change of the same rules.
    if (!updates.some(({ id }) => id === update.id)) return;
    await change(({ updates: all = [] }) => ({ updates: all.map((one) => (one.id === next.id ? next : one)) })).catch(
      () => undefined,
    );
  }
}

async function drop({ id }: Update): Promise<void> {
  await change(({ updates = [] }) => ({ updates: updates.filter((one) => one.id !== id) }));
}

/** Processes the next batch of an update with the current settings; null at the end. */
async function slice(update: Update): Promise<Update | null> {
  const decided = await decisions();
  const [store, at] = update.after ?? ['', ''];
  const stores = (await storesOf(update)).filter(({ key }) => key >= store);
  const [row] = stores;
  if (!row) return null;
  const { off } = effectiveSettings(decided, row.key);
  const rules = new Set(update.rules);
  const after = row.key === store ? at : '';
  const now = new Date();
  const { done, last } = isAllOff(update, off)
    ? await removeOff(row.key, rules, after, REMOVED, now.getTime())
    : await rejudgeSlice(row, after, JUDGED, rules, decided, now);
  const next = { ...update, done: update.done + done };
  if (last !== null) return { ...next, after: [row.key, last] };
  // After every listing of this store, before the next one.
  return stores.length > 1 ? { ...next, after: [(stores[1] as StoreRow).key, ''] } : null;
}

function isAllOff({ rules }: Update, off: ReadonlySet<string>): boolean {
  return rules.every((rule) => off.has(rule));
}

async function storesOf({ store }: Update): Promise<StoreRow[]> {
  const rows = await storeRows();
  return rows.filter(({ key }) => store === null || key === store).sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function countOf(update: Update): Promise<number> {
  const decided = await decisions();
  let count = 0;
  for (const { key } of await storesOf(update)) {
    const { off } = effectiveSettings(decided, key);
    count += isAllOff(update, off) ? await countOff(key, new Set(update.rules)) : await countListings(key);
  }
  return count;
}
