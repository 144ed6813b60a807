import { browser } from 'wxt/browser';
import type { ConsoleMessage, consoleRequests, Request, Responses } from '../background/messages/requests.ts';

type ConsoleRequestKind = keyof typeof consoleRequests;

/**
 * Outcome of a request: an answer, no answer this time, or the extension was updated or removed while the page was
 * open.
 */
export type Reply<Kind extends ConsoleRequestKind> =
  | { readonly state: 'answered'; readonly answer: Responses[Kind] }
  | { readonly state: 'unanswered' }
  | { readonly state: 'gone' };

/** Sends a request to the background. Never throws. */
export async function ask<Kind extends ConsoleRequestKind>(
  request: Request<Kind> & { kind: Kind },
): Promise<Reply<Kind>> {
  try {
    // Sending a message after the extension is gone raises an error that the page can see.
    const answer: Responses[Kind] | undefined = isGone() ? undefined : await browser.runtime.sendMessage(request);
    if (answer !== undefined) return { state: 'answered', answer };
  } catch {
    // No background to answer, or no extension: distinguished below.
  }
  return { state: isGone() ? 'gone' : 'unanswered' };
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
