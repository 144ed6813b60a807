import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Guard, PROBE } from './console.content/guard.ts';

/**
 * What says which key was pressed, what was typed, pasted, copied or dropped. All of it goes through shadow roots, and
 * listeners of the page on the window would hear it before any of ours in the root.
 */
const KEPT = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'paste', 'copy', 'cut'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
  ...['dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend'],
];

/**
 * Stands before every script of the page, so that its listeners are the first of all on the window. They keep from the page
 * what happens in the controls of our overlay, which comes later.
 */
export default defineContentScript({
  // As those of the other script: filled in by wxt.config.ts.
  matches: [],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {
    // Firefox runs it in tabs that were open before the extension was installed: scripts of the page stand before it there.
    if (document.readyState !== 'loading' || document.head) return;
    const guard: Guard = { host: null, onKept: () => undefined, isAlive: false };
    globalThis.preflightGuard = guard;
    const keep = (event: Event) => {
      if (event.target !== guard.host) return;
      event.stopImmediatePropagation();
      if (event.type === PROBE) guard.isAlive = true;
      else if (event.isTrusted) guard.onKept(event);
    };
    for (const type of [...KEPT, PROBE]) addEventListener(type, keep, true);
  },
});
