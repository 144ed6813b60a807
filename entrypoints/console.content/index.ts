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
  // The hosts are filled in by wxt.config.ts, which keeps their list out of every page.
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: watchConsole,
});

/** Asked again after this long when the background did not answer. */
const ASK_AGAIN_MS = 2000;

/** What was done stays on the screen this long, also when the page is opened anew meanwhile. */
const TOLD_FOR_MS = 15_000;

/** Follows the console from page to page, until the extension is updated or removed under it. */
function watchConsole(): void {
  // A picture or data has no fields, and takes no overlay: a frameset shows other documents, each in its frame.
  if (!/html/.test(document.contentType) || document.body?.localName !== 'body') return;
  let page: OpenPage | null = null;
  let scope: Scope | null = null;
  let overlay: Overlay | null = null;
  let scopeEnd: AbortController | null = null;
  /** The seller shows where a field is: the page is not judged meanwhile. */
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
    // Also of a page that is not read: the popup says which it is.
    if (scopeEnd) void ask({ kind: 'leave' });
    page = scope = overlay = scopeEnd = pointing = pointingEnd = null;
  };

  const enter = async () => {
    scopeEnd = new AbortController();
    const ended = scopeEnd.signal;
    const { href, origin } = location;
    const language = document.documentElement.lang.slice(0, 35);
    const reply = await ask({ kind: 'open', path: href.slice(origin.length), language });
    if (ended.aborted) return;
    if (reply.state === 'gone') onGone();
    if (reply.state === 'unanswered') setTimeout(() => ended.aborted || enter(), ASK_AGAIN_MS);
    // A refusal comes as an answer of another shape where the browser knows no promises for answers.
    if (reply.state !== 'answered' || !reply.answer?.guide) return;
    const { guide, appearance } = reply.answer;
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

  /** Ends what was there and begins anew: another address, another layout, another language. */
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
    // One last note, then silence: without its background the script can say nothing true any more.
    overlay?.gone();
    scopeEnd?.abort();
    stop.abort();
  };

  /**
   * Another page may stand under the same address, or the extension may have ended: reading then throws, and a question
   * that was under way is never answered.
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
  // Prepared unseen, the page has another frame than the tab's, whose questions are refused.
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
