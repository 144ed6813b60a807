import { type Bar, barFrom, boxOfBar, coversAll, parentElementOf } from './ground.ts';
import { topmost } from './occupancy.ts';
import { type Box, boxOf, grown, overlaps, type Size, samplePoints } from './placement.ts';

/** Fixed parts are near the top of the tree: frames of the console, or elements its components append. */
const DEPTH = 4;
const LOOKED_AT = 200;

/** Finds elements that stay in place while the page scrolls beneath them: headers, footers, floating buttons. */
export interface PinnedFinder {
  /** Whether fixed elements were added or removed near the root. Looks only at new elements, and reads no layout. */
  isOther(): boolean;
  /** Determines the visible parts of fixed elements, and elements at the window's edges. */
  find(viewport: Size): Bar[];
}

export function createPinnedFinder(overlay: Element): PinnedFinder {
  const plain = new WeakSet<Element>();
  let fixed: readonly Element[] = [];

  const isOther = () => {
    const found = fixed.filter((element) => element.isConnected && isPinned(element));
    let isChanged = found.length < fixed.length;
    let level: Element[] = [document.body];
    let left = LOOKED_AT;
    for (let depth = 0; depth < DEPTH; depth += 1) {
      const next: Element[] = [];
      for (const element of level)
        for (const child of element.children) {
          if (left === 0 || child === overlay || found.includes(child)) continue;
          left -= 1;
          if (!plain.has(child) && isPinned(child)) {
            isChanged = true;
            found.push(child);
          } else {
            plain.add(child);
            next.push(child);
          }
        }
      level = next;
    }
    fixed = found;
    return isChanged;
  };

  const find = (viewport: Size) => {
    isOther();
    const bars = new Set<Element>();
    const scrolling = new Set<Element>();
    for (const element of fixed) for (const part of solidParts(element, overlay, viewport)) bars.add(part);
    const { width, height } = viewport;
    const edges: [number, number][] = [0.25, 0.5, 0.75].flatMap((part): [number, number][] => [
      [width * part, 1],
      [width * part, height - 2],
    ]);
    for (const [x, y] of [...edges, [1, height / 2] as const, [width - 2, height / 2] as const]) {
      const hit = topmost(x, y, overlay);
      const pinned = hit && !isKnown(hit, bars) && pinnedAround(hit, scrolling);
      if (pinned) for (const part of solidParts(pinned, overlay, viewport)) bars.add(part);
    }
    return Array.from(bars, barFrom);
  };

  return { isOther, find };
}

/** Maximum lift in pixels: any higher, the dock would be in the middle of the page. */
const LIFTED_AT_MOST = 240;
const STEP = 8;
const BUTTONS = 'button,[role=button],a,input,select,textarea';

/**
 * How far to lift the dock above its corner, in pixels, so that it covers no part that stays in place and no button
 * that cannot be scrolled away from it.
 * @param dock its box without a lift
 */
export function liftOf(dock: Box, bars: readonly Bar[], overlay: Element): number {
  // A drawer is not a bar: the dock may cover it like the page.
  const blocked = bars.map(boxOfBar).filter(({ height }) => height <= LIFTED_AT_MOST);
  for (let lift = 0; lift <= LIFTED_AT_MOST; lift += STEP) {
    const box = { ...dock, top: dock.top - lift };
    const isFree =
      !blocked.some((bar) => overlaps(grown(box), bar)) &&
      !samplePoints(box, 60, 40).some(([x, y]) => isStayingButton(topmost(x, y, overlay)));
    if (isFree) return lift;
  }
  return 0;
}

function isStayingButton(hit: Element | null): boolean {
  const button = hit?.closest(BUTTONS);
  if (!button) return false;
  for (let at: Element | null = button; at; at = parentElementOf(at)) {
    const { scrollHeight, clientHeight, scrollTop } = at;
    const scrolls = at === document.documentElement || /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls && clientHeight > 0 && scrollTop + clientHeight < scrollHeight - 1) return false;
  }
  return true;
}

function isKnown(element: Element, bars: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = parentElementOf(at)) if (bars.has(at)) return true;
  return false;
}

/**
 * The part of the page that stays in place around an element.
 * @param scrolling elements known to have no fixed ancestor; others are added
 */
export function pinnedAround(element: Element, scrolling: Set<Element>): Element | null {
  const passed: Element[] = [];
  for (let at: Element | null = element; at && !scrolling.has(at); at = parentElementOf(at)) {
    if (isPinned(at)) return at;
    passed.push(at);
  }
  for (const at of passed) scrolling.add(at);
  return null;
}

function isPinned(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky';
}

/**
 * The clickable parts of a fixed element, which may be a click-through frame, or have no size, around the visible
 * parts.
 */
function solidParts(element: Element, overlay: Element, viewport: Size, depth = 0): Element[] {
  const box = boxOf(element);
  const { left, top, width, height } = box;
  const x = Math.min(Math.max(left + width / 2, 1), viewport.width - 2);
  const y = Math.min(Math.max(top + height / 2, 1), viewport.height - 2);
  const isInView = left < viewport.width && top < viewport.height && left + width > 0 && top + height > 0;
  const isSolid = isInView && width * height > 0 && element.contains(topmost(x, y, overlay));
  if (isSolid && !coversAll(box, viewport)) return [element];
  if (depth === 2) return isSolid ? [element] : [];
  const parts = Array.from(element.children).slice(0, 8);
  const inner = parts.flatMap((part) => solidParts(part, overlay, viewport, depth + 1));
  return inner.length > 0 || !isSolid ? inner : [element];
}
