import { isControl, isField, shadowRootOf } from './controls.ts';
import { visibleText } from './text.ts';

/** One item of the page in reading order: a piece of text, or a control. */
export interface Item {
  readonly element: Element;
  /** Empty for a control. */
  readonly text: string;
  readonly isControl: boolean;
  /** Line number: blocks and breaks start a new line. */
  readonly line: number;
  /** Directly adjoins the preceding text, like the `17` and the `.90` of one amount. */
  readonly joins: boolean;
}

const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'svg', 'option']);

/** Elements that do not start a new line, whatever their style. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del em font i ins kbd label mark q s samp small span strike strong sub sup time u var'.split(
    ' ',
  ),
);

/** Katal elements whose words are attributes. */
const WORDS: { readonly [element: string]: readonly string[] } = {
  'kat-label': ['emphasis', 'text'],
  'kat-link': ['label'],
  'kat-button': ['label'],
  'kat-alert': ['header', 'description'],
};

/** The elements in `root` that match a selector, in page order. */
export function allIn(root: ParentNode, selector: string): Element[] {
  return Array.from(root.querySelectorAll(selector));
}

/** The parent of a node, across shadow roots. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** The items in `scope`, without hidden elements and Katal's private copies. */
export function itemsIn(scope: Element): Item[] {
  const walk: Walk = { items: [], line: 0, joins: false };
  collect(scope, walk, true);
  return walk.items;
}

/** The first item in `scope`; stops walking there. */
export function firstIn(scope: Element): Item | undefined {
  const walk: Walk = { items: [], line: 0, joins: false, onlyFirst: true };
  collect(scope, walk, true);
  return walk.items[0];
}

/** Like {@link itemsIn}, plus the items of each child that shows any. */
export function itemsByChild(scope: Element): { readonly items: Item[]; readonly of: ReadonlyMap<Element, Item[]> } {
  const of = new Map<Element, Item[]>();
  const walk: Walk = { items: [], line: 0, joins: false, of };
  collect(scope, walk, true);
  return { items: walk.items, of };
}

interface Walk {
  readonly items: Item[];
  line: number;
  /** Whether the next text would directly adjoin the last one. */
  joins: boolean;
  /** Only the first item is requested. */
  readonly onlyFirst?: true;
  /** Collects the items of each child of the scope, if requested. */
  readonly of?: Map<Element, Item[]>;
}

function collect(element: Element, walk: Walk, isScope: boolean): void {
  const name = element.localName;
  if (SKIPPED.has(name)) return;
  if (!isScope) {
    if ((element as HTMLElement).hidden || element.slot === 'private-light-dom') return;
    // An ornament such as a red cross. On a larger element `aria-hidden` may only mean that a dialog is open.
    if (element.ariaHidden === 'true' && !element.firstElementChild) return;
    if (isControl(element)) {
      if (isField(element)) add(walk, element, '', true);
      walk.joins = false;
      return;
    }
  }
  const isBlock = !INLINE.has(name);
  if (isBlock) breakLine(walk);
  for (const attribute of WORDS[name] ?? []) push(walk, element, element.getAttribute(attribute));
  // Part of the page may be in the page's own shadow root; Katal's contain copies of their elements' texts.
  const panel = name.includes('-') && !name.startsWith('kat-') && shadowRootOf(element);
  for (let child = (panel || element).firstChild; child; child = child.nextSibling) {
    if (walk.onlyFirst && walk.items.length > 0) return;
    if (child.nodeType === Node.TEXT_NODE) push(walk, element, child.nodeValue);
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const from = walk.items.length;
      collect(child as Element, walk, false);
      // As a scope by itself, a hidden element or control would show its content.
      if (isScope && walk.of && walk.items.length > from && !isControl(child as Element))
        walk.of.set(child as Element, walk.items.slice(from));
    }
  }
  if (isBlock) breakLine(walk);
}

function breakLine(walk: Walk): void {
  walk.line += 1;
  walk.joins = false;
}

function push(walk: Walk, element: Element, text: string | null): void {
  if (!text) return;
  const visible = visibleText(text);
  if (/^\s/.test(text) || visible === '') walk.joins = false;
  if (visible === '') return;
  add(walk, element, visible, false);
  walk.joins = !/\s$/.test(text);
}

function add({ items, line, joins }: Walk, element: Element, text: string, isControl: boolean): void {
  items.push({ element, text, isControl, line, joins });
}

/** The text an element shows, including that of Katal elements. */
export function textOf(element: Element): string {
  const items = itemsIn(element);
  if (items.length > 0)
    return items
      .map((item) => item.text)
      .join(' ')
      .trim();
  // A Katal label without attributes keeps its words in the shadow root.
  return WORDS[element.localName] ? visibleText(shadowRootOf(element)?.textContent ?? '') : '';
}
