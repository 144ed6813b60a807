/**
 * What the two scripts in a page share: the guard at its start, which stands before every listener of the page, and the
 * overlay, whose host it guards. A property of the globals that only content scripts of the extension see.
 */
export interface Guard {
  /** What is typed, pasted or dropped into this node is kept from the page. */
  host: Element | null;
  /** Given what was kept; the node's shadow root hears none of it by itself. */
  onKept: (event: Event) => void;
  /** Set by an event of the type {@link PROBE} at the host: the listeners are still there. */
  isAlive: boolean;
}

declare global {
  var preflightGuard: Guard | undefined;
}

/** A page that writes its document anew takes away all listeners of its window, ours among them. */
export const PROBE = 'preflight-probe';

/** Has events of `host` kept from the page. Gives back how to ask whether they are. */
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

/** What is heard again of an event that was kept. */
interface Kept extends Event {
  readonly key?: string;
  readonly clipboardData?: DataTransfer | null;
}

/** Lets what has the focus in a shadow root hear an event that was kept from the page. Its repetition never leaves the root. */
export function repeatWithin(shadow: ShadowRoot, event: Kept): void {
  const { type, key, clipboardData } = event;
  const repetition = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { key, clipboardData });
  if (shadow.activeElement?.dispatchEvent(repetition) === false) event.preventDefault();
}
