import { formOf } from './forms.ts';
import { reachesTab } from './recheck.ts';
import { isAwaited, nextPage, type TabPage, tabPage } from './tabs.ts';

/** For viewing: the rest of a list is shown first. */
export const LOOK_MS = 2000;
/** For actions: a slow machine must not lose what the seller did. */
const ACT_MS = 5000;

/**
 * The page shown in a tab. If its state was evicted to make room for other tabs but our script is there, the page is
 * asked to send everything again. Null if it is not a console page; `awaited` if it sent nothing in time.
 */
export async function shownIn(tab: number, most = ACT_MS): Promise<TabPage | 'awaited' | null> {
  const kept = await tabPage(tab);
  if (kept) return kept;
  const form = await formOf(tab);
  if (!form || form.isUnread) return null;
  const isAsked = isAwaited(tab);
  const arrival = nextPage(tab, most);
  // The tab may show another page by now, without our script.
  if (!isAsked && !(await reachesTab(tab, { kind: 'recheck' }))) return null;
  await arrival;
  return (await tabPage(tab)) ?? 'awaited';
}

/** Like {@link shownIn}, for the seller's actions: null if there is no page to act on. */
export async function currentPage(tab: number): Promise<TabPage | null> {
  const shown = await shownIn(tab);
  return shown === 'awaited' ? null : shown;
}
