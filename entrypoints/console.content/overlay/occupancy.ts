import { type Box, samplePoints } from './placement.ts';

/**
 * Whether a box of the viewport shows nothing but background, as far as sampled points tell. Reads layout: call between
 * reads only.
 */
export function isBackground(document: Document, box: Box, field: Element, overlay: Element): boolean {
  return samplePoints(box).every(([x, y]) => {
    const hit = topmost(document, x, y, overlay);
    return hit === null || !isOccupied(hit, field, x, y);
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

/** A hit container is background; its text, a control, or a part of the field itself is not. */
function isOccupied(hit: Element, field: Element, x: number, y: number): boolean {
  if (hasTextAt(hit, x, y)) return true;
  if (hit !== field && isComposedAncestor(hit, field)) return false;
  return isComposedAncestor(field, hit) || hit.shadowRoot !== null || CONTROLS.test(hit.localName);
}

/** Whether a line of an element's own text stands at a point. */
function hasTextAt(element: Element, x: number, y: number): boolean {
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
    const range = document.createRange();
    range.selectNode(node);
    for (const { left, right, top, bottom } of range.getClientRects())
      if (left <= x && x <= right && top <= y && y <= bottom) return true;
  }
  return false;
}

const CONTROLS = /^(input|textarea|select|button|a|img|svg|video|canvas|iframe|label|kat-.*)$/i;

/** Whether `ancestor` holds `node`, through shadow roots. An element holds itself. */
export function isComposedAncestor(ancestor: Element, node: Node): boolean {
  for (let current: Node | null = node; current; ) {
    if (current === ancestor) return true;
    current = current.parentNode instanceof ShadowRoot ? current.parentNode.host : current.parentNode;
  }
  return false;
}
