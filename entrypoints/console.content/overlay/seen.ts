/** What the browser says of a watched element where it can tell whether anything covers or fades it. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** The browser looks this often, at most. */
const LOOK_EVERY_MS = 100;

// Of the second version of the standard, which Firefox does not have.
const lookForCovers: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
  trackVisibility: true,
  delay: LOOK_EVERY_MS,
};

/** Less than this nobody reads: what flashes up under the pointer was not seen. */
const READ_MS = 300;

export interface Watch {
  /** Whether the element has stood there to be seen; null where the browser cannot tell, as Firefox. */
  isSeen(element: Element): boolean | null;
  /** Watches an element; null watches none any more. */
  watch(element: Element | null): void;
}

/**
 * Tells what the seller can see from what a page made transparent, masked, or covered, also with what lets clicks through:
 * https://www.w3.org/TR/intersection-observer/#calculate-visibility-algo
 */
export function createWatch(): Watch {
  const since = new WeakMap<Element, number>();
  const canTell = 'isVisible' in IntersectionObserverEntry.prototype;
  const note = (entries: readonly VisibilityEntry[]) => {
    for (const { target, isVisible, time } of entries) {
      if (!isVisible) since.delete(target);
      else if (!since.has(target)) since.set(target, time);
    }
  };
  const observer = new IntersectionObserver(note, lookForCovers);
  return {
    watch(element) {
      if (element) observer.observe(element);
      else observer.disconnect();
    },
    isSeen(element) {
      note(observer.takeRecords());
      if (!canTell) return null;
      return (
        !isRootDisguised(document.documentElement) &&
        performance.now() - (since.get(element) ?? Number.POSITIVE_INFINITY) >= READ_MS
      );
    },
  };
}

/** What the browser leaves out of its judgement. */
function isRootDisguised(root: Element): boolean {
  const { maskImage, clipPath } = getComputedStyle(root);
  return maskImage !== 'none' || clipPath !== 'none';
}
