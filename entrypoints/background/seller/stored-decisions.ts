import { browser } from 'wxt/browser';
import { discardStaged, waitingDecisions } from '../database/restoring.ts';

/** The seller's decisions as stored by the browser, under any key: for callers that copy or replace everything. */
export type Stored = Record<string, unknown>;

/** Set while a backup is being restored: rows first, then decisions. */
const RESTORING = 'restoring';

/**
 * Lock held while a backup is restored: by the page that stages it, then by the worker or page that restores its
 * decisions.
 */
export const RESTORING_LOCK = 'preflight-restoring';

/** Everything stored, after finishing a partly restored backup. */
export async function wholeStored(): Promise<Stored> {
  const stored = await browser.storage.local.get(null);
  if (stored[RESTORING] === undefined) return stored;
  await navigator.locks.request(RESTORING_LOCK, finishTakingOver);
  const { [RESTORING]: _restoring, ...whole } = await browser.storage.local.get(null);
  return whole;
}

/** If space runs out, the decisions stay staged in the database and the earlier ones remain in force. */
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

/** Whether a backup's decisions are still staged. */
export async function isTakingOver(): Promise<boolean> {
  return (await browser.storage.local.get(RESTORING))[RESTORING] !== undefined;
}

/** Replaces everything stored. Writes new values first, so that an interruption loses nothing. */
export async function replaceStored(values: Readonly<Stored>): Promise<void> {
  const before = await browser.storage.local.get(null);
  await browser.storage.local.set(values);
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(values, key) && key !== RESTORING);
  if (gone.length > 0) await browser.storage.local.remove(gone);
}

/** Marks the start of a restore: after an interruption the next reader continues it. */
export async function beginTakingOver(): Promise<void> {
  await browser.storage.local.set({ [RESTORING]: true });
}

/** Clears that mark if nothing was restored. */
export async function endTakingOver(): Promise<void> {
  await browser.storage.local.remove(RESTORING);
}
