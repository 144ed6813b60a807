import { type Box, samplePoints } from './placement.ts';

/**
 * Whether a box of the viewport shows nothing but background, as far as sampled points tell. Reads layout: call between
 * reads only.
 */
export function isBackground(document: Document, box: Box, field: Element, overlay: Element): boolean {
  // Most points of a box lie in the same few elements.
  const seen = new Map<Element, Occupied>();
  return samplePoints(box).every(([x, y]) => {
    const hit = topmost(document, x, y, overlay);
    if (hit === null) return true;
    let occupied = seen.get(hit);
    if (!occupied) {
      occupied = { whole: isPart(hit, field), lines: textLines(hit) };
      seen.set(hit, occupied);
    }
    return !occupied.whole && !occupied.lines.some((line) => isWithin(line, x, y));
  });
}

/** Whether a field is covered at its middle by something that is not part of it, such as a dialog or a menu. */
export function isCovered(document: Document, field: Element, box: Box, overlay: Element): boolean {
  const hit = topmost(document, box.left + box.width / 2, box.top + box.height / 2, overlay);
  return hit !== null && !isComposedAncestor(hit, field) && !isComposedAncestor(field, hit);
}

/** The page's topmost element at a point, as if the overlay were not there. */
function topmost(document: Document, x: number, y: number, overlay: Element): Element | null {
  const hit = document.elementFromPoint(x, y);
  if (hit !== overlay) return hit;
  return document.elementsFromPoint(x, y).find((element) => element !== overlay) ?? null;
}

/** What of an element is no background: all of it, or the lines of its own text. */
interface Occupied {
  readonly whole: boolean;
  readonly lines: readonly DOMRect[];
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

function isWithin({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}

const CONTROLS = /^(input|textarea|select|button|a|img|svg|video|canvas|iframe|label|kat-.*)$/;

/** Whether `ancestor` holds `node`, through shadow roots. An element holds itself. */
export function isComposedAncestor(ancestor: Element, node: Node): boolean {
  for (let current: Node | null = node; current; ) {
    if (current === ancestor) return true;
    current = current.parentNode instanceof ShadowRoot ? current.parentNode.host : current.parentNode;
  }
  return false;
}
