import { isControl, isField, shadowRootOf } from './controls.ts';
import { visibleText } from './text.ts';

/** One thing that stands on the page, in reading order: a piece of text, or a control. */
export interface Item {
  readonly element: Element;
  /** Empty for a control. */
  readonly text: string;
  readonly isControl: boolean;
}

const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'svg', 'option']);

/** Katal elements whose words are attributes. */
const WORDS: { readonly [element: string]: readonly string[] } = {
  'kat-label': ['emphasis', 'text'],
  'kat-link': ['label'],
  'kat-button': ['label'],
  'kat-alert': ['header', 'description'],
};

/** The elements in `root` that a selector hits, in the order of the page. */
export function allIn(root: ParentNode, selector: string): Element[] {
  return Array.from(root.querySelectorAll(selector));
}

/** What is around a node, through shadow roots. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** What stands in `scope`, without what is marked hidden and without Katal's private copies. */
export function itemsIn(scope: Element): Item[] {
  const items: Item[] = [];
  collect(scope, items, true);
  return items;
}

function collect(element: Element, items: Item[], isScope: boolean): void {
  const name = element.localName;
  if (SKIPPED.has(name)) return;
  if (!isScope) {
    if ((element as HTMLElement).hidden || element.slot === 'private-light-dom') return;
    // An ornament such as a red cross. On a larger element it may only mean that a dialog is open.
    if (element.ariaHidden === 'true' && !element.firstElementChild) return;
    if (isControl(element)) {
      if (isField(element)) items.push({ element, text: '', isControl: true });
      return;
    }
  }
  for (const attribute of WORDS[name] ?? []) push(items, element, element.getAttribute(attribute));
  // A part of the page may stand in a shadow root of the page's own; Katal's hold copies of what its elements say.
  const panel = name.includes('-') && !name.startsWith('kat-') && shadowRootOf(element);
  for (let child = (panel || element).firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) push(items, element, child.nodeValue);
    else if (child.nodeType === Node.ELEMENT_NODE) collect(child as Element, items, false);
  }
}

function push(items: Item[], element: Element, text: string | null): void {
  if (!text) return;
  const visible = visibleText(text);
  if (visible !== '') items.push({ element, text: visible, isControl: false });
}

/** The words an element shows, those of Katal elements included. */
export function textOf(element: Element): string {
  const items = itemsIn(element);
  if (items.length > 0)
    return items
      .map((item) => item.text)
      .join(' ')
      .trim();
  // A Katal label written without attributes keeps its words in the shadow root.
  return WORDS[element.localName] ? visibleText(shadowRootOf(element)?.textContent ?? '') : '';
}
