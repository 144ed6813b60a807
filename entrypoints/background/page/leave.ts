import type { ConsoleSender } from '../messages/senders.ts';
import type { Done } from '../messages/words.ts';
import { clearBadge } from './badge.ts';
import { arriveAt, forgetForm, markUnread } from './forms.ts';
import { forgetTab, inTurn } from './tabs.ts';

/** The tab does not show its page any more. What was found stays stored for its listings. */
export async function leave(tab: number): Promise<Done> {
  await inTurn(tab, async () => {
    await forgetTab(tab);
    await markUnread(tab, false);
  });
  void clearBadge(tab).catch(() => undefined);
  return { done: true };
}

/** The tab shows another page, or the same one anew; a document that was replaced did not say that it left. */
export async function arrive(sender: ConsoleSender, path: string): Promise<void> {
  await leave(sender.tab);
  await inTurn(sender.tab, () => arriveAt(sender, path));
}

/** The tab is gone. */
export async function closed(tab: number): Promise<void> {
  await leave(tab);
  await forgetForm(tab);
}
