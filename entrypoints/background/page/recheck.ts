import { browser } from 'wxt/browser';
import type { ConsoleMessage } from '../messages/requests.ts';

/** Sends a message to one tab; a tab without our content script, or one that is gone, is no error. */
export async function tell(tab: number, message: ConsoleMessage): Promise<void> {
  await isTold(tab, message);
}

/** The same; false where no script of ours is there to hear it. */
export async function isTold(tab: number, message: ConsoleMessage): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, message);
    return true;
  } catch {
    return false;
  }
}

/** Lets every console page ask again, because something its verdicts rest on changed. */
export async function recheckAll(kind: 'recheck' | 'restart' = 'recheck'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tell(id, { kind }))));
}
