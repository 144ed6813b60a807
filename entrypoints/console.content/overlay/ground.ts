import { ROWS } from '../reading/cells.ts';
import { parentOf } from '../reading/items.ts';
import { type Box, boxOf, type Size } from './placement.ts';

/** A part of the page that stays in place while content scrolls beneath it, from its first element to its last. */
export interface Bar {
  readonly from: Element;
  readonly to: Element;
}

/** The surroundings of an element that determine how much of it is visible. */
export interface Ground {
  /** Clipping ancestors and the dialog: no part of a note may lie outside any of them. */
  readonly clips: readonly Element[];
  /** The dialog or fixed part that contains it. */
  readonly layer: Element | null;
  /** Bars that may cover it. */
  readonly bars: readonly Bar[];
}

const OPEN: Ground = { clips: [], layer: null, bars: [] };

const DIALOGS = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';

/** A lower clipping element is a line of text that ends in "…". */
const LEAST_CLIP = 60;

/**
 * Determines grounds for one viewport size; create a new one once the page may have changed.
 * @returns the ground of an element; if it is in a row, that of the whole row
 */
export function createGrounds(viewport: Size): (element: Element, row: Element | null) => Ground {
  const known = new Map<Element, Ground>();

  const around = (element: Element, position: string): Ground => {
    if (position === 'fixed') return { ...OPEN, layer: element };
    const holder = position === 'absolute' ? (element as HTMLElement).offsetParent : null;
    const parent = holder ?? parentElementOf(element);
    return parent ? inside(parent) : OPEN;
  };

  /** The ground of an element's content. */
  const inside = (element: Element): Ground => {
    const { documentElement, body } = element.ownerDocument;
    let ground = known.get(element);
    if (ground) return ground;
    const isPage = element === documentElement || element === body;
    if (isPage) ground = { ...OPEN, bars: barsIn(element) };
    else {
      const { position, overflow } = getComputedStyle(element);
      const { clips, layer, bars } = around(element, position);
      ground = {
        clips: overflow !== 'visible' && cutsOff(element, overflow) ? [...clips, element] : clips,
        layer: element.matches(DIALOGS) ? element : layer,
        bars: [...bars, ...barsIn(element)],
      };
    }
    known.set(element, ground);
    return ground;
  };

  return (element, row) => {
    const ground = row ? inside(row) : around(element, getComputedStyle(element).position);
    const { layer } = ground;
    const panel = layer && panelOf(element, layer, viewport);
    return panel ? { ...ground, clips: [...ground.clips, panel] } : ground;
  };
}

/** A dialog may be inside an overlay of the whole window: returns its largest part smaller than the window. */
function panelOf(element: Element, layer: Element, viewport: Size): Element | null {
  let panel: Element | null = null;
  for (let at: Element | null = element; at; at = parentElementOf(at)) {
    if (!coversAll(boxOf(at), viewport)) panel = at;
    if (at === layer) break;
  }
  return panel === element ? null : panel;
}

export function coversAll({ left, top, width, height }: Box, viewport: Size): boolean {
  return left <= 0 && top <= 0 && left + width >= viewport.width && top + height >= viewport.height;
}

function cutsOff(element: Element, overflow: string): boolean {
  const { clientHeight, scrollHeight, clientWidth, scrollWidth } = element;
  if (clientHeight === 0) return false;
  if (/auto|scroll/.test(overflow)) return true;
  return clientHeight > LEAST_CLIP && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1);
}

/** Sticky headers, footers and columns are first or last in the scrolling element, or around it. */
function barsIn(element: Element): Bar[] {
  const children = Array.from(element.children);
  if (element.matches(ROWS)) return [...stickyFrom(children), ...stickyFrom(children.reverse())];
  const ends = children.length > 4 ? [...children.slice(0, 2), ...children.slice(-2)] : children;
  return ends.flatMap((child) => {
    // A header may be sticky as a whole, by its row, or by its cells.
    for (let at: Element | null = child, depth = 0; at && depth < 3; at = at.firstElementChild, depth += 1) {
      const { position } = getComputedStyle(at);
      if (position === 'sticky' || position === 'fixed') return [barFrom(at)];
      // A sticky column may be a second table over the scrolling one.
      if (position === 'absolute' && depth === 0 && at.querySelector(ROWS)) return [barFrom(at)];
      if (!isHeadLike(child)) break;
    }
    return [];
  });
}

function isHeadLike({ localName, childElementCount }: Element): boolean {
  return localName === 'thead' || localName === 'tfoot' || (localName !== 'tr' && childElementCount === 1);
}

/** Cells of sticky columns: the first of a row, or the last. */
function stickyFrom(cells: readonly Element[]): Bar[] {
  const end = cells.findIndex((cell) => getComputedStyle(cell).position !== 'sticky');
  return cells.slice(0, Math.max(0, end)).map((cell) => ({ from: cell, to: cell }));
}

/** For sticky cells, the whole row. */
export function barFrom(element: Element): Bar {
  const isCell = element.matches('th,td,[role=columnheader]') && element.parentElement?.closest('thead,tfoot');
  return { from: element, to: (isCell && element.parentElement?.lastElementChild) || element };
}

export function boxOfBar({ from, to }: Bar): Box {
  return from === to ? boxOf(from) : union(boxOf(from), boxOf(to));
}

export function parentElementOf(element: Element): Element | null {
  const parent = parentOf(element);
  if (!parent || parent.nodeType === Node.DOCUMENT_NODE) return null;
  return parent.nodeType === Node.ELEMENT_NODE ? (parent as Element) : ((parent as Partial<ShadowRoot>).host ?? null);
}

/**
 * The row of the list containing an element: a table row, or the largest part of the page that contains nothing of
 * another record.
 * @param others the same field of other records
 */
export function rowAround(element: Element, others: readonly Element[]): Element | null {
  for (let at: Element | null = element; at; at = parentElementOf(at)) {
    const parent = parentElementOf(at);
    if (at.matches(ROWS) || others.some((other) => other !== element && parent?.contains(other))) return at;
  }
  return null;
}

/**
 * The box of a row. A row without its own box, as in a grid, has the union of its parts, plus any cell that reaches
 * further.
 */
export function boxOfRow(row: Element, element: Element): Box {
  const box = boxOf(row);
  const parent = row === element && parentElementOf(row);
  // Lines of one text, each for another record.
  if (parent) return { ...box, left: boxOf(parent).left, width: boxOf(parent).width };
  const parts = box.width * box.height === 0 ? Array.from(row.children) : [];
  const cell = element.closest('td,th');
  if (cell && (cell as HTMLTableCellElement).rowSpan > 1) parts.push(cell);
  return parts.map(boxOf).reduce((all, part) => (all.width * all.height === 0 ? part : union(all, part)), box);
}

function union(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  return { left, top, width, height: Math.max(a.top + a.height, b.top + b.height) - top };
}
