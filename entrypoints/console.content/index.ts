import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CheckAnswer } from '../background/messages/shown.ts';
import type { TeachMessage } from '../background/messages/teach.ts';
import { startClock } from './clock.ts';
import { ask, isGone, listen } from './connection.ts';
import { hear } from './hear.ts';
import { createOverlay, type Overlay } from './overlay/overlay.ts';
import type { OpenPage } from './reading/page.ts';
import { ReadPage } from './reading/read-page.ts';
import { watchRoute } from './route.ts';
import { openScope, type Scope } from './scope.ts';
import { type Pointing, startPointing } from './teach/pointing.ts';

export default defineContentScript({
  // wxt.config.ts fills in the hosts, which keeps their list out of every page.
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: watchConsole,
});

/** Retry delay if the background did not answer. */
const ASK_AGAIN_MS = 2000;

/** How long a completed action stays on the screen, even if the page is reopened in the meantime. */
const TOLD_FOR_MS = 15_000;

/** Follows the console from page to page, until the extension is updated or removed. */
function watchConsole(): void {
  // Images and data have no fields and cannot hold an overlay. A frameset shows other documents, each in its own frame.
  if (!/html/.test(document.contentType) || document.body?.localName !== 'body') return;
  let page: OpenPage | null = null;
  let scope: Scope | null = null;
  let overlay: Overlay | null = null;
  let scopeEnd: AbortController | null = null;
  /** The seller is pointing at a field: the page is not checked in the meantime. */
  let pointing: Pointing | null = null;
  let pointingEnd: AbortController | null = null;
  let spoken = '';
  let told = '';
  const stop = new AbortController();
  const { signal: running } = stop;

  const leave = () => {
    scopeEnd?.abort();
    pointingEnd?.abort();
    overlay?.remove();
    // Also for pages that are not read: the popup names them.
    if (scopeEnd) void ask({ kind: 'leave' });
    page = scope = overlay = scopeEnd = pointing = pointingEnd = null;
  };

  const enter = async () => {
    scopeEnd = new AbortController();
    const ended = scopeEnd.signal;
    const { href, origin } = location;
    const language = document.documentElement.lang.slice(0, 35);
    const opening = await ask({ kind: 'open', path: href.slice(origin.length), language });
    if (ended.aborted) return;
    if (isGone()) return onGone();
    if (opening === undefined) setTimeout(() => ended.aborted || enter(), ASK_AGAIN_MS);
    // In browsers whose message replies are not promises, a refusal arrives as an answer of another shape.
    if (!opening?.guide) return;
    const { guide, appearance } = opening;
    page = new ReadPage(document, new URL(href), guide);
    spoken = appearance.language;
    overlay = createOverlay(page, appearance, ended, restart, told);
    scope = openScope(page, ended, {
      onAnswer,
      onUnchanged: () => overlay?.fresh(),
      onUnsettled: (wait) => clock.wake(wait),
      onUnanswered: () => overlay?.unanswered(),
      onGone,
    });
    scope.reread();
  };

  /** Ends the current scope and starts over: another address, layout or language. */
  const restart = () => {
    leave();
    void enter();
  };

  const point = (message: TeachMessage) => {
    if (!page) return;
    pointingEnd?.abort();
    pointingEnd = new AbortController();
    const { signal: ended } = pointingEnd;
    scopeEnd?.abort();
    overlay?.remove();
    overlay = null;
    pointing = startPointing(page, message, spoken, ended, (kept) => {
      told = kept;
      setTimeout(() => {
        told = '';
      }, TOLD_FOR_MS);
      restart();
    });
  };

  const onAnswer = (answer: CheckAnswer, keys: readonly string[]) => overlay?.show(answer, keys);

  const onGone = () => {
    // One last notice, then silence: without its background the script knows nothing reliable.
    overlay?.gone();
    scopeEnd?.abort();
    stop.abort();
  };

  /**
   * The address may show another page now, or the extension may be gone: reading then throws, and a pending request is
   * never answered.
   */
  const isOver = () => {
    if (isGone()) onGone();
    else if (!page || page.stillHere()) return false;
    else restart();
    return true;
  };

  const compareRoute = watchRoute(location, restart);

  const clock = startClock(document, running, {
    isOurs: (node) => (pointing ?? overlay)?.owns(node) ?? false,
    onInput: (node) => {
      scope?.typed(node);
      overlay?.stale(node);
    },
    onQuiet: (changes) => {
      compareRoute();
      if (isOver()) return;
      if (changes.structural) overlay?.follow();
      scope?.changed(changes);
    },
    onSlowTick: () => {
      compareRoute();
      if (!isOver()) scope?.reread();
    },
    onWake: () => {
      compareRoute();
      if (!isOver()) scope?.reread(false);
    },
  });

  hear(window, ['pagehide'], running, leave);
  // A prerendered page is not in the tab's frame, and its requests are refused.
  hear(document, ['prerenderingchange'], running, restart);
  hear<PageTransitionEvent>(window, ['pageshow'], running, ({ persisted }) => persisted && restart());

  listen(running, (message) => {
    if (message.kind === 'restart') restart();
    else if (message.kind === 'recheck') scope?.recheck();
    else if (message.kind === 'walk') overlay?.walk(message.step);
    else if (message.kind === 'teach') point(message);
    else overlay?.toggle();
  });

  void enter();
}
