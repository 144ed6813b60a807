import { browser } from 'wxt/browser';
import type { ConsoleMessage } from '../messages/requests.ts';
import { tell } from './recheck.ts';

const messages: { readonly [command: string]: ConsoleMessage } = {
  'next-finding': { kind: 'walk', step: 1 },
  'previous-finding': { kind: 'walk', step: -1 },
  'toggle-warnings': { kind: 'toggle' },
};

/** Passes a keyboard command on to the tab the seller looks at. */
export async function onCommand(command: string): Promise<void> {
  const message = Object.hasOwn(messages, command) ? messages[command] : undefined;
  if (!message) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await tell(tab.id, message);
}
