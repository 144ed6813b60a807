import { isControl } from '../reading/controls.ts';
import { itemsIn, parentOf } from '../reading/items.ts';
import type { Look } from './look.ts';
import { type Box, grown, overlaps, samplePoints } from './placement.ts';
import { isAmount, isOneThing } from './value-box.ts';

/** Maximum number of element boxes read per query. Beyond it, hit testing more closely is cheaper. */
const BOXES_AT_MOST = 300;

/** Which other values a note could be mistaken to refer to: amounts for an amount, and controls for every value. */
export type Kind = 'control' | 'amount' | 'words';

export function kindOf(field: Element): Kind {
  if (isControl(field)) return 'control';
  return itemsIn(field).some(({ text }) => isAmount(text)) ? 'amount' : 'words';
}

export interface Asked {
  readonly look: Look;
  readonly field: Element;
  readonly kind: Kind;
  /** Distance of the box from its field, in pixels: no other value of the kind may be as near. */
  readonly away: number;
  readonly overlay: Element;
  /** Whether a hit element stays in place over the field. */
  isOver(hit: Element): boolean;
  /** Accept any background: only look for other values as near, and for elements that stay in place. */
  readonly anyGround?: boolean;
}

/**
 * Whether a box of the viewport shows only background. Hit-tests a few points, the expensive part, and compares the
 * boxes of everything around them. Content overflowing from an element elsewhere is found only if a point hits it.
 * Reads layout: call it among other reads only.
 */
export function isBackground(
  box: Box,
  { look, field, kind, away, overlay, isOver, anyGround = false }: Asked,
): boolean {
  const around = grown(box);
  const isWhole = isOneThing(field);
  const seen = new Set<Element>();
  let left = BOXES_AT_MOST;
  /** Search radius: around the box, then as far as its field. */
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
        // A hidden element may contain a visible one.
        if (!look.isVisible(child)) return holds(child);
        return isInWay(child, place) || shows(child);
      }
      // An element without size may contain one with size: floats, or children laid out by its parent.
      return place.width * place.height === 0 && getComputedStyle(child).display !== 'none' && holds(child);
    });
  /** The smallest element around all points also contains everything between them. */
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
  // Floating elements are too large to fit between the points, and after the second pass so are controls or amounts in
  // a line of text.
  const isFree = isFreeAt(48, 28) && (left >= 0 || isFreeAt(24, 12));
  if (!isFree || kind === 'words' || away <= 1) return isFree;
  // Few boxes get this far, so only they are checked for other values as near.
  left = 3 * BOXES_AT_MOST;
  reach = grown(box, away + 1);
  const middle = topmost(box.left + box.width / 2, box.top + box.height / 2, overlay);
  return !middle || !shows(scopeOf(middle));
}

/** Whether something that is not part of a field covers its centre, such as a dialog or menu. */
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
 * Whether an element is a control or part of the field. A container around the field counts as background, as does the
 * rest of a field that is not a control, such as a cell around its amount.
 */
function isPart(hit: Element, field: Element, isWhole: boolean): boolean {
  if (hit !== field && isComposedAncestor(hit, field)) return false;
  return (isWhole && isComposedAncestor(field, hit)) || hidesParts(hit) || CONTROLS.test(hit.localName);
}

/** Whether an element's content may be in its shadow root. Katal's rows and cells only lay out their children. */
function hidesParts(element: Element): boolean {
  return isOneThing(element) || (element.shadowRoot !== null && !/-(row|cell|table)/.test(element.localName));
}

/** Boxes of a text's lines, in viewport pixels. */
function linesOf(text: Node): DOMRect[] {
  lines.selectNode(text);
  const found = Array.from(lines.getClientRects());
  lines.setStart(document, 0);
  lines.collapse(true);
  return found;
}

/** A single shared range: every live range slows down the page's own changes. */
const lines = document.createRange();

const CONTROLS = /^(input|textarea|select|button|a|img|svg|video|canvas|iframe|label|kat-(?!table).*)$/;

/** Whether `ancestor` contains `node`, across shadow roots. An element contains itself. */
export function isComposedAncestor(ancestor: Element, node: Node): boolean {
  for (let current: Node | null = node; current; current = parentOf(current)) if (current === ancestor) return true;
  return false;
}
