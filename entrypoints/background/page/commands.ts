import { browser } from 'wxt/browser';
import type { ConsoleMessage } from '../messages/requests.ts';
import { notifyTab } from './recheck.ts';

const messages: { readonly [command: string]: ConsoleMessage } = {
  'next-finding': { kind: 'walk', step: 1 },
  'previous-finding': { kind: 'walk', step: -1 },
  'toggle-warnings': { kind: 'toggle' },
};

/** Forwards a keyboard command to the active tab. */
export async function onCommand(command: string): Promise<void> {
  const message = Object.hasOwn(messages, command) ? messages[command] : undefined;
  if (!message) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await notifyTab(tab.id, message);
}
