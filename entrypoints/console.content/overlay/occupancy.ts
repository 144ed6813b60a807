import { isControl } from '../reading/controls.ts';
import { itemsIn, parentOf } from '../reading/items.ts';
import type { Look } from './look.ts';
import { type Box, grown, overlaps, samplePoints } from './placement.ts';
import { isAmount, isOneThing } from './value-box.ts';

/** Boxes of elements that are read for one answer. Beyond that it costs less to look closer. */
const BOXES_AT_MOST = 300;

/** Which other values a note could be taken to speak of: amounts for an amount, and what is typed into for every value. */
export type Kind = 'control' | 'amount' | 'words';

export function kindOf(field: Element): Kind {
  if (isControl(field)) return 'control';
  return itemsIn(field).some(({ text }) => isAmount(text)) ? 'amount' : 'words';
}

export interface Asked {
  readonly look: Look;
  readonly field: Element;
  readonly kind: Kind;
  /** How far the box is from its field, in pixels: no other value of the kind may be as near. */
  readonly away: number;
  readonly overlay: Element;
  /** Whether something that was hit stays in place over the field. */
  isOver(hit: Element): boolean;
  /** Whatever else may be there: it is only asked for other values that are as near, and for what stays in place. */
  readonly anyGround?: boolean;
}

/**
 * Whether a box of the viewport shows nothing but background: looks what stands at a few points, which is what costs,
 * and compares the boxes of everything around there. What hangs out of an element that stands elsewhere is found only
 * where one of the points hits it. Reads layout: call between reads only.
 */
export function isBackground(
  box: Box,
  { look, field, kind, away, overlay, isOver, anyGround = false }: Asked,
): boolean {
  const around = grown(box);
  const isWhole = isOneThing(field);
  const seen = new Set<Element>();
  let left = BOXES_AT_MOST;
  /** How far is looked: around the box, then as far as its field is. */
  let reach = around;
  const shows = (element: Element): boolean => {
    seen.add(element);
    return showsText(element) || holds(element);
  };
  const showsText = (element: Element): boolean => {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
      const isOther = kind === 'amount' && isAmount(node.nodeValue) && !isOwn(element);
      if ((anyGround || reach !== around) && !isOther) continue;
      if (linesOf(node).some((line) => overlaps(line, reach))) return true;
    }
    return false;
  };
  const isOwn = (element: Element) => isComposedAncestor(field, element);
  const isInWay = (element: Element, place: Box) =>
    !anyGround && overlaps(place, around)
      ? isPart(element, field, isWhole)
      : kind !== 'words' && isOneThing(element) && !isOwn(element) && isValue(element);
  const isValue = (element: Element) => isControl(element) || (kind === 'amount' && look.saysAmount(element));
  const holds = (element: Element): boolean =>
    Array.from(element.children).some((child) => {
      left -= 1;
      if (left < 0) return false;
      const place = look.boxOf(child);
      if (overlaps(place, reach)) {
        // What is hidden may hold what is not.
        if (!look.isVisible(child)) return holds(child);
        return isInWay(child, place) || shows(child);
      }
      // What has no size of its own may hold what has: floats, or what the element around it lays out.
      return place.width * place.height === 0 && getComputedStyle(child).display !== 'none' && holds(child);
    });
  /** The smallest element around all that is looked at holds what stands between the points. */
  const scopeOf = (element: Element): Element => {
    let scope = element;
    while (scope.parentElement && !isIn(reach, look.boxOf(scope))) scope = scope.parentElement;
    return scope;
  };
  const isFreeAt = (across: number, down: number) =>
    samplePoints(around, across, down).every(([x, y]) => {
      const hit = topmost(x, y, overlay);
      if (!hit || seen.has(hit)) return true;
      if (isInWay(hit, around) || isOver(hit) || shows(hit)) return false;
      const scope = scopeOf(hit);
      return seen.has(scope) || !shows(scope);
    });
  // Nothing that floats over the page fits between the points; then no control or amount in a line of text either.
  const isFree = isFreeAt(48, 28) && (left >= 0 || isFreeAt(24, 12));
  if (!isFree || kind === 'words' || away <= 1) return isFree;
  // Few boxes come so far: that no other value is as near is asked of them alone.
  left = 3 * BOXES_AT_MOST;
  reach = grown(box, away + 1);
  const middle = topmost(box.left + box.width / 2, box.top + box.height / 2, overlay);
  return !middle || !shows(scopeOf(middle));
}

/** Whether a field is covered at its middle by something that is not part of it, such as a dialog or a menu. */
export function isCovered(field: Element, box: Box, overlay: Element): boolean {
  const hit = topmost(box.left + box.width / 2, box.top + box.height / 2, overlay);
  return hit !== null && !isComposedAncestor(hit, field) && !isComposedAncestor(field, hit);
}

/** The page's topmost element at a point, as if the overlay were not there. */
export function topmost(x: number, y: number, overlay: Element): Element | null {
  const hit = document.elementFromPoint(x, y);
  if (hit !== overlay) return hit;
  return document.elementsFromPoint(x, y).find((element) => element !== overlay) ?? null;
}

function isIn(box: Box, { left, top, width, height }: Box): boolean {
  return (
    left <= box.left && top <= box.top && box.left + box.width <= left + width && box.top + box.height <= top + height
  );
}

/**
 * Whether an element is a control or a part of the field: a container around the field is background, and so is what is
 * left of a field that is no control, such as a cell around its amount.
 */
function isPart(hit: Element, field: Element, isWhole: boolean): boolean {
  if (hit !== field && isComposedAncestor(hit, field)) return false;
  return (isWhole && isComposedAncestor(field, hit)) || hidesParts(hit) || CONTROLS.test(hit.localName);
}

/** Whether what an element shows may stand in its shadow root. Katal's rows and cells only lay out what stands in them. */
function hidesParts(element: Element): boolean {
  return isOneThing(element) || (element.shadowRoot !== null && !/-(row|cell|table)/.test(element.localName));
}

/** Where the lines of a text stand, in viewport pixels. */
function linesOf(text: Node): DOMRect[] {
  lines.selectNode(text);
  const found = Array.from(lines.getClientRects());
  lines.setStart(document, 0);
  lines.collapse(true);
  return found;
}

/** One range for all: every one that lives makes the page's own changes slower. */
const lines = document.createRange();

const CONTROLS = /^(input|textarea|select|button|a|img|svg|video|canvas|iframe|label|kat-(?!table).*)$/;

/** Whether `ancestor` holds `node`, through shadow roots. An element holds itself. */
export function isComposedAncestor(ancestor: Element, node: Node): boolean {
  for (let current: Node | null = node; current; current = parentOf(current)) if (current === ancestor) return true;
  return false;
}
