/**
 * Returns what compares the page's address with the one before, and calls back when it changed without a reload. No
 * event tells of every change: a page's own `pushState` is announced by nothing in some browsers, but is always followed
 * by changes of the page.
 */
export function watchRoute(location: Location, onChange: () => void): () => void {
  let known = location.href;
  return () => {
    const now = location.href;
    if (now === known) return;
    known = now;
    onChange();
  };
}
