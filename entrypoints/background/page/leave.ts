import type { ConsoleSender } from '../messages/senders.ts';
import type { Done } from '../messages/words.ts';
import { clearBadge } from './badge.ts';
import { arriveAt, forgetForm, markUnread } from './forms.ts';
import { forgetTab, inTurn } from './tabs.ts';

/** Handles a tab leaving its page. Findings stay stored with their listings. */
export async function leave(tab: number): Promise<Done> {
  await inTurn(tab, async () => {
    await forgetTab(tab);
    await markUnread(tab, false);
  });
  void clearBadge(tab).catch(() => undefined);
  return { done: true };
}

/** Handles a tab showing another page, or the same one reloaded: a replaced document sends no leave message. */
export async function arrive(sender: ConsoleSender, path: string): Promise<void> {
  await leave(sender.tab);
  await inTurn(sender.tab, () => arriveAt(sender, path));
}

/** Handles a closed tab. */
export async function closed(tab: number): Promise<void> {
  await leave(tab);
  await forgetForm(tab);
}
