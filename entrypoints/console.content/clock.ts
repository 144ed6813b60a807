import { hear } from './hear.ts';

/** Changes of the page since the last quiet moment. */
export interface Changes {
  /** Nodes typed into or with changed content; null if there were too many to track. */
  readonly nodes: ReadonlySet<Node> | null;
  /** Elements were added or removed: positions and cached elements may be outdated. */
  readonly structural: boolean;
}

export interface ClockHandlers {
  /** The page has been quiet after changes, or kept changing for the longest time we wait. */
  onQuiet(changes: Changes): void;
  /** Time for a slow re-read: a framework's write to `.value` causes no mutation record and no event. */
  onSlowTick(): void;
  /** The seller is typing into `node`. Must return immediately. */
  onInput(node: Node): void;
  /** The requested wait is over. */
  onWake(): void;
  /** Whether a node is the extension's own, so that its changes are not the page's. */
  isOurs(node: Node): boolean;
}

/** After typing: short, so that the warning is there when the seller looks. */
const QUIET_AFTER_INPUT_MS = 40;
/** After the page's own changes: long enough for a framework to finish a render pass. */
const QUIET_AFTER_MUTATION_MS = 100;
/** A page that never rests is read at this interval. */
const LONGEST_WAIT_MS = 400;
/**
 * Close enough to quiet: the events of one key press arrive within this time, and another timer would cost more than
 * waiting.
 */
const NEARLY_MS = 8;
const SLOW_TICK_MS = 2000;
/** Beyond this many changed nodes everything is read again: tracking more would cost more than it saves. */
const NOTED_NODES = 64;

/** Attributes in which consoles keep values, states and row identities. */
const WATCHED_ATTRIBUTES = [
  'value',
  'checked',
  'selected',
  'state',
  'emphasis',
  'text',
  'label',
  'options',
  'data-sku',
];

const INPUT_EVENTS = ['input', 'change', 'focusout', 'keyup'] as const;

/**
 * Component builds differ in the name of their change event; the native `change` stops at a shadow root. Only scripts
 * dispatch them, so they mean no more than a change of the page: read again.
 */
const COMPONENT_EVENTS = ['kat-change', 'katChange'] as const;

export interface Clock {
  /** Calls `onWake` once after `wait` milliseconds; replaces an earlier wait. */
  wake(wait: number): void;
}

/**
 * The single owner of observers and timers in the page. Observer and event callbacks only record what changed; reading
 * happens once the page is quiet. Everything stops with `signal`.
 */
export function startClock(document: Document, signal: AbortSignal, handlers: ClockHandlers): Clock {
  let nodes: Set<Node> | null = new Set();
  let structural = false;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let quietAt = 0;
  let waitingSince = 0;
  let wakeTimer: ReturnType<typeof setTimeout> | undefined;

  const fire = () => {
    quietTimer = undefined;
    const now = performance.now();
    // Events do not reset the timer; it is only checked when it fires.
    if (now + NEARLY_MS < quietAt && now - waitingSince < LONGEST_WAIT_MS) {
      quietTimer = setTimeout(fire, quietAt - now);
      return;
    }
    const changes: Changes = { nodes, structural };
    nodes = new Set();
    structural = false;
    handlers.onQuiet(changes);
  };

  const stir = (quiet: number) => {
    const now = performance.now();
    if (quietTimer === undefined) {
      waitingSince = now;
      quietAt = now + quiet;
      quietTimer = setTimeout(fire, quiet);
    } else {
      quietAt = Math.max(quietAt, now + quiet);
    }
  };

  const note = (node: Node) => {
    if (nodes === null) return;
    if (nodes.size >= NOTED_NODES) nodes = null;
    else nodes.add(node);
  };

  const isOwnInsertion = (mutation: MutationRecord) =>
    mutation.type === 'childList' &&
    [...mutation.addedNodes, ...mutation.removedNodes].every((node) => handlers.isOurs(node));

  const observer = new MutationObserver((mutations) => {
    let ours = true;
    for (const mutation of mutations) {
      if (isOwnInsertion(mutation)) continue;
      ours = false;
      note(mutation.target);
      if (mutation.type === 'childList') structural = true;
      if (nodes === null && structural) break;
    }
    if (!ours) stir(QUIET_AFTER_MUTATION_MS);
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: WATCHED_ATTRIBUTES,
  });

  const onEvent = (event: Event) => {
    const origin = event.composedPath()[0];
    if (!(origin instanceof Node) || handlers.isOurs(origin)) return;
    note(origin);
    // Releasing a key or leaving a field changes nothing by itself.
    if (event.type === 'input') handlers.onInput(origin);
    stir(QUIET_AFTER_INPUT_MS);
  };
  hear(document, INPUT_EVENTS, signal, onEvent);
  for (const type of COMPONENT_EVENTS)
    document.addEventListener(type, onEvent, { capture: true, passive: true, signal });

  const slowTimer = setInterval(() => {
    if (document.visibilityState === 'visible') handlers.onSlowTick();
  }, SLOW_TICK_MS);

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(quietTimer);
    clearTimeout(wakeTimer);
    clearInterval(slowTimer);
  });

  return {
    wake(wait) {
      clearTimeout(wakeTimer);
      wakeTimer = setTimeout(handlers.onWake, wait);
    },
  };
}
