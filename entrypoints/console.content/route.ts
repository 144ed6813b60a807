/**
 * Returns a function that compares the page's address with the previous one and calls back if it changed without a
 * reload. No event covers every change: some browsers do not announce a page's own `pushState`, but changes of the page
 * always follow it.
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
