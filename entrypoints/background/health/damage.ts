import { browser } from 'wxt/browser';
import { repairRows } from '../database/repair.ts';
import { recheckAll } from '../page/recheck.ts';

/** Rows that were taken out since the browser was started, for the seller to be told. */
const TAKEN_OUT = 'takenOut';

let mending: Promise<void> | null = null;
let hasMended = false;

/**
 * To be told of whatever failed with stored rows. A refusal of the database itself is none of it: that passes, or is
 * told where it happens. Anything else means that a row is not what it should be; then all are looked through, once in
 * the life of the worker, and open pages ask again.
 */
export function noteFailure(error: unknown): Promise<void> {
  if (error instanceof DOMException || hasMended) return Promise.resolve();
  mending ??= mend().catch(() => {
    mending = null;
  });
  return mending;
}

async function mend(): Promise<void> {
  const taken = await repairRows();
  hasMended = true;
  if (taken === 0) return;
  await tellTakenOut(taken);
  await recheckAll();
}

/** To be told of damaged rows that a backup brought and that were left out of it: lists and counts are made without them. */
export async function noteLeftOut(rows: number): Promise<void> {
  await tellTakenOut(rows + (await repairRows()));
}

async function tellTakenOut(rows: number): Promise<void> {
  await browser.storage.session.set({ [TAKEN_OUT]: (await takenOut()) + rows });
}

/** How many rows were taken out since the browser was started. */
export async function takenOut(): Promise<number> {
  const stored = (await browser.storage.session.get(TAKEN_OUT))[TAKEN_OUT];
  return typeof stored === 'number' ? stored : 0;
}
