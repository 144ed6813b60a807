import { isControl } from '../reading/controls.ts';
import { type Box, boxOf } from './placement.ts';

/** Maximum digits of an amount: longer numbers are names, such as an SKU ID. */
const DIGITS_AT_MOST = 9;

/** Maximum letters next to a number that is still an amount: "USD 17.90", "3 pcs". */
const LETTERS_AT_MOST = 3;

/**
 * Whether an element is a unit with its own box: a control, or an element that renders everything in its shadow root.
 */
export function isOneThing(element: Element): boolean {
  return isControl(element) || (element.localName.includes('-') && !element.textContent?.trim());
}

/**
 * The box of an element's value, in viewport pixels: for a cell larger than its amount, only the amount's. The
 * element's own box if it is a control or shows nothing.
 */
export function boxOfValue(element: Element): Box {
  const inner = innermost(element);
  if (isOneThing(inner) || !inner.firstChild) return boxOf(inner);
  // A single shared range: every live range slows down the page's own changes.
  const own = textIn(inner);
  // Besides its own text an element may contain remarks: a second line, a tag.
  if (own && inner.firstElementChild) content.selectNode(own);
  else content.selectNodeContents(inner);
  const { left, top, right, bottom, width, height } = content.getBoundingClientRect();
  content.setStart(document, 0);
  content.collapse(true);
  const outer = boxOf(inner);
  if (width * height === 0) return outer;
  // Overflow is clipped.
  const from = { left: Math.max(left, outer.left), top: Math.max(top, outer.top) };
  const end = { right: Math.min(right, outer.left + outer.width), bottom: Math.min(bottom, outer.top + outer.height) };
  if (end.right <= from.left || end.bottom <= from.top) return outer;
  return { ...from, width: end.right - from.left, height: end.bottom - from.top };
}

const content = document.createRange();

/** The innermost element that contains everything an element shows. */
function innermost(element: Element): Element {
  let inner = element;
  while (!isOneThing(inner) && inner.childElementCount === 1 && !textIn(inner))
    inner = inner.firstElementChild as Element;
  return inner;
}

function textIn({ childNodes }: Element): ChildNode | null {
  for (const node of childNodes) if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return node;
  return null;
}

/** Whether a text is an amount and nothing else: "17.90", "¥ 1,140", "9.5%". */
export function isAmount(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits > 0 && digits <= DIGITS_AT_MOST && (text.match(/\p{L}/gu)?.length ?? 0) <= LETTERS_AT_MOST;
}
