import { browser } from 'wxt/browser';
import type { ConsoleMessage } from './api.ts';

/** Sends a message to one tab; a tab without our content script, or one that is gone, is no error. */
export async function tell(tab: number, message: ConsoleMessage): Promise<void> {
  try {
    await browser.tabs.sendMessage(tab, message);
  } catch {
    // No console page there.
  }
}

/** Lets every console page ask again, because something its verdicts rest on changed. */
export async function recheckAll(kind: 'recheck' | 'restart' = 'recheck'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tell(id, { kind }))));
}
