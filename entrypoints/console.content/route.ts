/** Calls back when the address changed without a reload, and never twice for one address. */
export interface RouteWatch {
  /** Compares the address now; for browsers and pages that announce no change. */
  compare(): void;
}

/**
 * The events are hints only: a page's own `pushState` is announced by the Navigation API where the browser has it, and
 * by nothing elsewhere.
 */
export function watchRoute(window: Window, signal: AbortSignal, onChange: () => void): RouteWatch {
  let known = window.location.href;
  const compare = () => {
    const now = window.location.href;
    if (now === known) return;
    known = now;
    onChange();
  };
  const options = { signal, passive: true };
  window.addEventListener('popstate', compare, options);
  window.addEventListener('hashchange', compare, options);
  const { navigation } = window as Window & { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', compare, options);
  return { compare };
}
