import { browser } from 'wxt/browser';
import type { ConsoleMessage, consoleRequests, Request, Responses } from '../background/messages/requests.ts';

type ConsoleRequestKind = keyof typeof consoleRequests;

/**
 * Sends a request to the background. Never throws: undefined if there was no answer this time, or the extension was
 * updated or removed while the page was open.
 */
export async function ask<Kind extends ConsoleRequestKind>(
  request: Request<Kind> & { kind: Kind },
): Promise<Responses[Kind] | undefined> {
  try {
    // Sending a message after the extension is gone raises an error that the page can see.
    return isGone() ? undefined : await browser.runtime.sendMessage(request);
  } catch {
    return undefined;
  }
}

/** True once the extension that injected this script no longer runs: the browser then removes `runtime.id`. */
export function isGone(): boolean {
  return browser.runtime?.id === undefined;
}

/** Listens to the background until `signal` aborts. */
export function listen(signal: AbortSignal, onMessage: (message: ConsoleMessage) => void): void {
  const listener = (message: unknown) => {
    onMessage(message as ConsoleMessage);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (!isGone()) browser.runtime.onMessage.removeListener(listener);
  });
}
