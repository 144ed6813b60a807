import { guard, repeatWithin } from '../guard.ts';
import { hear } from '../hear.ts';

/** The only node the extension adds to the page, and the root for everything it draws. */
export interface OverlayHost {
  readonly element: HTMLElement;
  readonly root: HTMLElement;
  /**
   * Adds the host to the page, and again if the page removed it. Gives up after a few times: the page has the last
   * word. Moves to the top layer once the page has something there. Forces a style calculation: call it when layout
   * happens anyway.
   */
  ensure(): void;
  /** Cancels the zoom of a page that zooms its root element. */
  unzoom(zoom: number): void;
  /** Adds styles. */
  addStyles(css: string): void;
  /**
   * Whether typing into our controls is hidden from the page. False if the page's scripts ran before ours, as in a tab
   * open during installation, or if the page rewrote its document.
   */
  isGuarded(): boolean;
  remove(): void;
}

const PUT_BACK_AT_MOST = 5;

/** Elements in the top layer: modal dialogs and open popovers. */
const TOP_LAYER = ':modal,:popover-open';

/**
 * Creates a host on the root element, above everything, with a closed shadow root. It covers the viewport and lets
 * clicks through except on our own parts.
 * @param onKept receives events hidden from the page, before anything in the root does
 * @param onRewritten called when the page rewrote its document, which removed all listeners: the guard's and the root's
 */
export function createHost(
  document: Document,
  css: string,
  signal: AbortSignal,
  onKept?: (event: Event) => void,
  onRewritten?: () => void,
): OverlayHost {
  const element = document.createElement('preflight-overlay');
  element.setAttribute('popover', 'manual');
  const shadow = element.attachShadow({ mode: 'closed' });
  const root = document.createElement('div');
  root.classList.add('preflight');
  shadow.append(root);
  const isGuarded = guard(element, (event) => {
    onKept?.(event);
    repeatWithin(shadow, event);
  });

  const addStyles = (css: string) => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    } catch {
      // Firefox does not let a content script adopt a style sheet created in its own world.
      const style = document.createElement('style');
      style.textContent = css;
      shadow.append(style);
    }
  };
  addStyles(css);

  let inserted = 0;
  let wasGuarded = false;
  let zoomed = 1;

  const ensure = () => {
    if (!element.isConnected && inserted <= PUT_BACK_AT_MOST) {
      inserted += 1;
      document.documentElement.append(element);
      const isStillGuarded = isGuarded();
      if (wasGuarded && !isStillGuarded) onRewritten?.();
      wasGuarded = isStillGuarded;
    }
    // Showing it there costs as much as all other work on the host.
    if (element.isConnected && !element.matches(TOP_LAYER) && document.querySelector(TOP_LAYER)) element.showPopover();
  };

  // Elements opened later cover earlier ones: the host is shown again, above them.
  hear(document, ['toggle'], signal, ({ target }) => {
    if (target === element || !(target instanceof Element && target.matches(TOP_LAYER))) return;
    if (element.matches(TOP_LAYER)) element.hidePopover();
    ensure();
  });

  return {
    element,
    root,
    ensure,
    addStyles,
    isGuarded,
    unzoom(zoom) {
      if (zoom === zoomed) return;
      zoomed = zoom;
      addStyles(`:host{zoom:${1 / zoom}!important}`);
    },
    remove() {
      element.remove();
    },
  };
}
