/** An observer entry in browsers that can detect whether an element is covered or faded. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** Minimum interval between the browser's checks. */
const LOOK_EVERY_MS = 100;

// From version 2 of the standard, which Firefox does not support.
const lookForCovers: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
  trackVisibility: true,
  delay: LOOK_EVERY_MS,
};

/** Nobody reads faster: an element that flashes up under the pointer was not seen. */
const READ_MS = 300;

export interface Watch {
  /** Whether the element was visible long enough; null if the browser cannot tell, as in Firefox. */
  isSeen(element: Element): boolean | null;
  /** Watches an element; null stops watching. */
  watch(element: Element | null): void;
}

/**
 * Detects whether the seller can see an element, or a page made it transparent, masked it, or covered it, even with
 * click-through elements: https://www.w3.org/TR/intersection-observer/#calculate-visibility-algo
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

/** Disguises that the browser's check ignores. */
function isRootDisguised(root: Element): boolean {
  const { maskImage, clipPath } = getComputedStyle(root);
  return maskImage !== 'none' || clipPath !== 'none';
}
