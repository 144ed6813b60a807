import { browser } from 'wxt/browser';
import { discardStaged, waitingDecisions } from '../database/restoring.ts';

/** What the seller decided as the browser's storage holds it, under whatever keys: for those who keep or replace all. */
export type Stored = Record<string, unknown>;

/** Set while a backup is taken over: its rows first, then its decisions. */
const RESTORING = 'restoring';

/** Held by whoever takes a backup over: a page that stages it, then the one that takes its decisions over. */
export const RESTORING_LOCK = 'preflight-restoring';

/** What is stored, once a backup that was taken over in part is taken over in whole. */
export async function wholeStored(): Promise<Stored> {
  const stored = await browser.storage.local.get(null);
  if (stored[RESTORING] === undefined) return stored;
  await navigator.locks.request(RESTORING_LOCK, finishTakingOver);
  const { [RESTORING]: _restoring, ...whole } = await browser.storage.local.get(null);
  return whole;
}

/** Where there is no room, the decisions wait on in the database and the earlier ones hold. */
async function finishTakingOver(): Promise<void> {
  try {
    const waiting = await waitingDecisions();
    if (waiting) await replaceStored(waiting);
  } catch {
    return;
  }
  await discardStaged();
  await endTakingOver();
}

/** Whether a backup's decisions still wait. */
export async function isTakingOver(): Promise<boolean> {
  return (await browser.storage.local.get(RESTORING))[RESTORING] !== undefined;
}

/** Replaces all that is stored: what is new first, so that whoever is stopped in the middle has lost nothing. */
export async function replaceStored(values: Readonly<Stored>): Promise<void> {
  const before = await browser.storage.local.get(null);
  await browser.storage.local.set(values);
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(values, key) && key !== RESTORING);
  if (gone.length > 0) await browser.storage.local.remove(gone);
}

/** Says that a backup is taken over from here on: whoever is stopped now, the next reader goes on with it. */
export async function beginTakingOver(): Promise<void> {
  await browser.storage.local.set({ [RESTORING]: true });
}

/** Takes that back, where nothing was taken over. */
export async function endTakingOver(): Promise<void> {
  await browser.storage.local.remove(RESTORING);
}
