import { guard, repeatWithin } from '../guard.ts';
import { hear } from '../hear.ts';

/** The one node the extension puts into the page, and the root everything of ours is drawn in. */
export interface OverlayHost {
  readonly element: HTMLElement;
  readonly root: HTMLElement;
  /**
   * Puts the host into the page, and back when the page removed it. Gives up after a few times: the page has the last
   * word. Goes to the top layer once the page has something there. Makes the browser work out styles: call where the
   * page is laid out anyway.
   */
  ensure(): void;
  /** Keeps the overlay in the window's own pixels on a page that zooms its root element. */
  unzoom(zoom: number): void;
  /** Adds to the styles. */
  addStyles(css: string): void;
  /**
   * Whether the page is told nothing of what is typed into our controls: false where its scripts had run before ours, as
   * in a tab that was open when the extension was installed, or where it wrote its document anew.
   */
  isGuarded(): boolean;
  remove(): void;
}

const PUT_BACK_AT_MOST = 5;

/** What covers every other element: modal dialogs and open popovers. */
const TOP_LAYER = ':modal,:popover-open';

/**
 * A host on the root element, above everything, with a closed shadow root. It covers the viewport and lets every click
 * through but those on our own parts.
 * @param onKept hears what is kept from the page, before anything in the root does
 * @param onRewritten called when the page wrote its document anew, which took all listeners away: the guard's and the root's
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
      // Firefox keeps a content script from adopting a sheet of its own world.
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
    // To be shown there costs as much as all other work on the host.
    if (element.isConnected && !element.matches(TOP_LAYER) && document.querySelector(TOP_LAYER)) element.showPopover();
  };

  // What opens later stands above what is there: the host is shown again, above it.
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
