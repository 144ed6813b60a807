/**
 * Shared by the two scripts in a page: the guard at document start, which runs before every listener of the page, and
 * the overlay, whose host it protects. A property of the global object that only the extension's content scripts see.
 */
export interface Guard {
  /** Typing, pasting and dropping into this node is hidden from the page. */
  host: Element | null;
  /** Receives the hidden events; they do not reach the node's shadow root by themselves. */
  onKept: (event: Event) => void;
  /** Set by a {@link PROBE} event at the host: the listeners still exist. */
  isAlive: boolean;
}

declare global {
  var preflightGuard: Guard | undefined;
}

/** A page that rewrites its document removes all listeners of its window, including ours. */
export const PROBE = 'preflight-probe';

/** Hides events of `host` from the page. Returns a function that checks whether they are still hidden. */
export function guard(host: Element, onKept: (event: Event) => void): () => boolean {
  const { preflightGuard: guard } = globalThis;
  if (guard) Object.assign(guard, { host, onKept });
  return () => {
    if (guard?.host !== host) return false;
    guard.isAlive = false;
    host.dispatchEvent(new Event(PROBE));
    return guard.isAlive;
  };
}

/** The part of a hidden event that is dispatched again. */
interface Kept extends Event {
  readonly key?: string;
  readonly clipboardData?: DataTransfer | null;
}

/** Dispatches a hidden event again at the focused element of a shadow root. The copy never leaves the root. */
export function repeatWithin(shadow: ShadowRoot, event: Kept): void {
  const { type, key, clipboardData } = event;
  const repetition = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { key, clipboardData });
  if (shadow.activeElement?.dispatchEvent(repetition) === false) event.preventDefault();
}
