import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CheckAnswer } from '../background/api.ts';
import { startClock } from './clock.ts';
import { ask, isGone, listen } from './connection.ts';
import { createOverlay, type Overlay } from './overlay/overlay.ts';
import { openPage } from './reading/open.ts';
import type { OpenPage } from './reading/page.ts';
import { watchRoute } from './route.ts';
import { openScope, type Scope } from './scope.ts';

export default defineContentScript({
  // The hosts are filled in by wxt.config.ts, which keeps their list out of every page.
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: watchConsole,
});

/** Asked again after this long when the background did not answer. */
const ASK_AGAIN_MS = 2000;

/** Follows the console from page to page, until the extension is updated or removed under it. */
function watchConsole(): void {
  let page: OpenPage | null = null;
  let scope: Scope | null = null;
  let overlay: Overlay | null = null;
  let scopeEnd: AbortController | null = null;
  const stop = new AbortController();
  const { signal: running } = stop;

  const leave = () => {
    scopeEnd?.abort();
    overlay?.remove();
    if (scope) void ask({ kind: 'leave' });
    page = scope = overlay = scopeEnd = null;
  };

  const enter = async () => {
    scopeEnd = new AbortController();
    const ended = scopeEnd.signal;
    const { href, pathname, search, hash } = location;
    const language = document.documentElement.lang.slice(0, 35);
    const reply = await ask({ kind: 'open', path: `${pathname}${search}${hash}`, language });
    if (ended.aborted) return;
    if (reply.state === 'gone') onGone();
    if (reply.state === 'unanswered') setTimeout(() => ended.aborted || enter(), ASK_AGAIN_MS);
    // A refusal comes as an answer of another shape where the browser knows no promises for answers.
    if (reply.state !== 'answered' || !reply.answer?.guide) return;
    const { guide, appearance } = reply.answer;
    page = openPage(document, new URL(href), guide);
    overlay = createOverlay(page, appearance, ended);
    scope = openScope(page, ended, { onAnswer, onUnanswered: () => overlay?.unanswered(), onGone });
    scope.reread();
  };

  /** Ends what was there and begins anew: another address, another layout, another language. */
  const restart = () => {
    leave();
    void enter();
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

  startClock(document, running, {
    isOurs: (node) => overlay?.owns(node) ?? false,
    onInput: (node) => overlay?.stale(node),
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
  });

  window.addEventListener('pagehide', leave, { signal: running });
  window.addEventListener('pageshow', (event) => event.persisted && restart(), { signal: running });

  listen(running, (message) => {
    if (message.kind === 'restart') restart();
    else if (message.kind === 'recheck') scope?.recheck();
    else if (message.kind === 'walk') overlay?.walk(message.step);
    else if (message.kind === 'toggle') overlay?.toggle();
  });

  void enter();
}
