import { browser } from 'wxt/browser';
import type { ConsoleMessage } from '../messages/requests.ts';

/** Sends a message to one tab. A tab that is closed or lacks our content script is no error. */
export async function notifyTab(tab: number, message: ConsoleMessage): Promise<void> {
  await reachesTab(tab, message);
}

/** Like {@link notifyTab}; false if no script of ours receives it. */
export async function reachesTab(tab: number, message: ConsoleMessage): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, message);
    return true;
  } catch {
    return false;
  }
}

/** Lets every console page ask again, because an input of its verdicts changed. */
export async function recheckAll(kind: 'recheck' | 'restart' = 'recheck'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : notifyTab(id, { kind }))));
}
