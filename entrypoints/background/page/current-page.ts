import { formOf } from './forms.ts';
import { isTold } from './recheck.ts';
import { isAwaited, nextPage, type TabPage, tabPage } from './tabs.ts';

/** Whoever looks at a list sees the rest of it first. */
export const LOOK_MS = 2000;
/** What the seller does is not lost because a busy machine takes its time. */
const ACT_MS = 5000;

/**
 * What a tab shows. Where nothing is kept of it although our script reads a page there, since other tabs needed the room,
 * the page is asked to send all again. Null when it is no console page; `awaited` when it has sent nothing in time.
 */
export async function shownIn(tab: number, most = ACT_MS): Promise<TabPage | 'awaited' | null> {
  const kept = await tabPage(tab);
  if (kept) return kept;
  const form = await formOf(tab);
  if (!form || form.isUnread) return null;
  const isAsked = isAwaited(tab);
  const arrival = nextPage(tab, most);
  // Another page may stand there by now, without our script.
  if (!isAsked && !(await isTold(tab, { kind: 'recheck' }))) return null;
  await arrival;
  return (await tabPage(tab)) ?? 'awaited';
}

/** The same for what the seller does with a page: null where there is none to do it with. */
export async function currentPage(tab: number): Promise<TabPage | null> {
  const shown = await shownIn(tab);
  return shown === 'awaited' ? null : shown;
}
