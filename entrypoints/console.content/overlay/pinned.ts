import { type Bar, barFrom, boxOfBar, coversAll, parentElementOf } from './ground.ts';
import { topmost } from './occupancy.ts';
import { type Box, boxOf, grown, overlaps, type Size, samplePoints } from './placement.ts';

/** Fixed parts stand near the top of the tree: frames of the console, or what its components put behind them. */
const DEPTH = 4;
const LOOKED_AT = 200;

/**
 * Finds what stays in place in the window while the page scrolls under it: headers, footers, buttons that float. Looks at
 * elements near the root that it has not seen, and at what stands at the window's edges.
 */
export function createPinnedFinder(overlay: Element): (viewport: Size) => Bar[] {
  const plain = new WeakSet<Element>();
  let fixed: readonly Element[] = [];

  const look = () => {
    const found = fixed.filter((element) => element.isConnected && isPinned(element));
    let level: Element[] = [document.body];
    let left = LOOKED_AT;
    for (let depth = 0; depth < DEPTH; depth += 1) {
      const next: Element[] = [];
      for (const element of level)
        for (const child of element.children) {
          if (left === 0 || child === overlay) continue;
          if (plain.has(child)) next.push(child);
          else if (isPinned(child)) {
            if (!found.includes(child)) found.push(child);
          } else {
            left -= 1;
            plain.add(child);
            next.push(child);
          }
        }
      level = next;
    }
    fixed = found;
  };

  return (viewport) => {
    look();
    const bars = new Set<Element>();
    for (const element of fixed) for (const part of solidParts(element, overlay, viewport)) bars.add(part);
    const { width, height } = viewport;
    const edges: [number, number][] = [0.25, 0.5, 0.75].flatMap((part): [number, number][] => [
      [width * part, 1],
      [width * part, height - 2],
    ]);
    for (const [x, y] of [...edges, [1, height / 2] as const, [width - 2, height / 2] as const]) {
      const hit = topmost(x, y, overlay);
      const pinned = hit && !isKnown(hit, bars) && pinnedAround(hit);
      if (pinned) for (const part of solidParts(pinned, overlay, viewport)) bars.add(part);
    }
    return Array.from(bars, barFrom);
  };
}

/** Higher above the window's lower edge the dock would stand in the page's middle, in pixels. */
const LIFTED_AT_MOST = 240;
const STEP = 8;
const BUTTONS = 'button,[role=button],a,input,select,textarea';

/**
 * How far the dock has to stand above its corner, in pixels, so that it lies over no part that stays in place and no
 * button that cannot be scrolled from under it.
 * @param dock where it stands without
 */
export function liftOf(dock: Box, bars: readonly Bar[], overlay: Element): number {
  // A drawer is no bar: the dock lies over it as over the page.
  const blocked = bars.map(boxOfBar).filter(({ height }) => height <= LIFTED_AT_MOST);
  for (let lift = 0; lift <= LIFTED_AT_MOST; lift += STEP) {
    const box = { ...dock, top: dock.top - lift };
    const isFree =
      !blocked.some((bar) => overlaps(grown(box), bar)) &&
      !samplePoints(box, 48, 24).some(([x, y]) => isStayingButton(topmost(x, y, overlay)));
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

/** The part of the page that stays in place around an element. */
export function pinnedAround(element: Element): Element | null {
  for (let at: Element | null = element; at; at = parentElementOf(at)) if (isPinned(at)) return at;
  return null;
}

function isPinned(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky';
}

/** What can be hit of a fixed part: it may be a frame that lets clicks through, or has no size, around what shows. */
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
