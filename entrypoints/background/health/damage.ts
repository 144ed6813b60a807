import { browser } from 'wxt/browser';
import { repairRows } from '../database/repair.ts';
import { recheckAll } from '../page/recheck.ts';

/** Rows deleted since the browser started, to be reported to the seller. */
const TAKEN_OUT = 'takenOut';

let mending: Promise<void> | null = null;
let hasMended = false;

/**
 * Repairs stored rows after a failure. A refusal of the database itself is ignored: it is temporary, or reported where
 * it happens. Anything else means a malformed row: then all rows are examined, once in the worker's life, and open
 * pages ask again.
 */
export function repairAfterFailure(error: unknown): Promise<void> {
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
  await reportDeleted(taken);
  await recheckAll();
}

/** Reports damaged rows that were left out of a backup's restore, and rebuilds lists and counts without them. */
export async function reportLeftOut(rows: number): Promise<void> {
  await reportDeleted(rows + (await repairRows()));
}

async function reportDeleted(rows: number): Promise<void> {
  await browser.storage.session.set({ [TAKEN_OUT]: (await takenOut()) + rows });
}

/** Number of rows deleted since the browser started. */
export async function takenOut(): Promise<number> {
  const stored = (await browser.storage.session.get(TAKEN_OUT))[TAKEN_OUT];
  return typeof stored === 'number' ? stored : 0;
}
