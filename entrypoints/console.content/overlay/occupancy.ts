import { parentOf } from '../reading/items.ts';
import { type Box, grown, overlaps, samplePoints } from './placement.ts';

/** Boxes of elements that are read for one answer. Beyond that it costs less to look closer. */
const BOXES_AT_MOST = 300;

/**
 * Whether a box of the viewport shows nothing but background: looks what stands at a few points, which is what costs,
 * and compares the boxes of everything around there. What hangs out of an element that stands elsewhere is found only
 * where one of the points hits it. Reads layout: call between reads only.
 */
export function isBackground(box: Box, field: Element, overlay: Element): boolean {
  const around = grown(box);
  const seen = new Set<Element>();
  let left = BOXES_AT_MOST;
  const shows = (element: Element): boolean => {
    seen.add(element);
    return textLines(element).some((line) => overlaps(line, around)) || holds(element);
  };
  const holds = (element: Element): boolean =>
    Array.from(element.children).some((child) => {
      left -= 1;
      if (left < 0) return false;
      const place = child.getBoundingClientRect();
      if (overlaps(place, around)) {
        // What is hidden may hold what is not.
        return child.checkVisibility({ visibilityProperty: true })
          ? isPart(child, field) || shows(child)
          : holds(child);
      }
      // What has no size of its own may hold what has: floats, or what the element around it lays out.
      return place.width * place.height === 0 && getComputedStyle(child).display !== 'none' && holds(child);
    });
  const isFreeAt = (across: number, down: number) =>
    samplePoints(around, across, down).every(([x, y]) => {
      let scope = topmost(x, y, overlay);
      if (!scope || seen.has(scope)) return true;
      if (isPart(scope, field) || shows(scope)) return false;
      // The smallest element around the whole box holds what stands between the points.
      while (scope.parentElement && !isIn(around, scope.getBoundingClientRect())) scope = scope.parentElement;
      return seen.has(scope) || !shows(scope);
    });
  // Nothing that floats over the page fits between the points; then no control or amount in a line of text either.
  return isFreeAt(48, 28) && (left >= 0 || isFreeAt(24, 12));
}

/** Whether a field is covered at its middle by something that is not part of it, such as a dialog or a menu. */
export function isCovered(field: Element, box: Box, overlay: Element): boolean {
  const hit = topmost(box.left + box.width / 2, box.top + box.height / 2, overlay);
  return hit !== null && !isComposedAncestor(hit, field) && !isComposedAncestor(field, hit);
}

/** The page's topmost element at a point, as if the overlay were not there. */
function topmost(x: number, y: number, overlay: Element): Element | null {
  const hit = document.elementFromPoint(x, y);
  if (hit !== overlay) return hit;
  return document.elementsFromPoint(x, y).find((element) => element !== overlay) ?? null;
}

function isIn(box: Box, { left, right, top, bottom }: DOMRect): boolean {
  return left <= box.left && top <= box.top && box.left + box.width <= right && box.top + box.height <= bottom;
}

/** Whether an element is a control or a part of the field: a container around the field is background. */
function isPart(hit: Element, field: Element): boolean {
  if (hit !== field && isComposedAncestor(hit, field)) return false;
  return isComposedAncestor(field, hit) || hit.shadowRoot !== null || CONTROLS.test(hit.localName);
}

/** Where the lines of an element's own text stand, in viewport pixels. */
function textLines(element: Element): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
    const range = document.createRange();
    range.selectNode(node);
    lines.push(...range.getClientRects());
  }
  return lines;
}

const CONTROLS = /^(input|textarea|select|button|a|img|svg|video|canvas|iframe|label|kat-.*)$/;

/** Whether `ancestor` holds `node`, through shadow roots. An element holds itself. */
export function isComposedAncestor(ancestor: Element, node: Node): boolean {
  for (let current: Node | null = node; current; current = parentOf(current)) if (current === ancestor) return true;
  return false;
}
