import { ROWS } from '../reading/cells.ts';
import { parentOf } from '../reading/items.ts';
import { type Box, boxOf, type Size } from './placement.ts';

/** A part of the page that stays where it is while what lies under it scrolls, from its first element to its last. */
export interface Bar {
  readonly from: Element;
  readonly to: Element;
}

/** What an element stands on, and how much of it can be seen. */
export interface Ground {
  /** What cuts off what stands in it, and the dialog: nothing of a note may be beyond any of them. */
  readonly clips: readonly Element[];
  /** The dialog or fixed part it stands in. */
  readonly layer: Element | null;
  /** What may lie over it. */
  readonly bars: readonly Bar[];
}

const OPEN: Ground = { clips: [], layer: null, bars: [] };

const DIALOGS = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';

/** Lower, something that cuts off is a line that ends in "…". */
const LEAST_CLIP = 60;

/**
 * Works out grounds; made anew once the page may have changed, and for one window.
 * @returns the ground of an element; where it stands in a row, that of all of the row
 */
export function createGrounds(viewport: Size): (element: Element, row: Element | null) => Ground {
  const known = new Map<Element, Ground>();

  const around = (element: Element, position: string): Ground => {
    if (position === 'fixed') return { ...OPEN, layer: element };
    const holder = position === 'absolute' ? (element as HTMLElement).offsetParent : null;
    const parent = holder ?? parentElementOf(element);
    return parent ? inside(parent) : OPEN;
  };

  /** The ground of what stands in an element. */
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

/** A dialog may stand in a cover of the whole window: the largest part of it that is smaller. */
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

/** Headers, footers and columns that stay stand first or last in what scrolls, or around it. */
function barsIn(element: Element): Bar[] {
  const children = Array.from(element.children);
  if (element.matches(ROWS)) return [...stickyFrom(children), ...stickyFrom(children.reverse())];
  const ends = children.length > 4 ? [...children.slice(0, 2), ...children.slice(-2)] : children;
  return ends.flatMap((child) => {
    // A header sticks as a whole, by its line, or by its cells.
    for (let at: Element | null = child, depth = 0; at && depth < 3; at = at.firstElementChild, depth += 1) {
      const { position } = getComputedStyle(at);
      if (position === 'sticky' || position === 'fixed') return [barFrom(at)];
      // A column that stays may be a second table, over the one that scrolls.
      if (position === 'absolute' && depth === 0 && at.querySelector(ROWS)) return [barFrom(at)];
      if (!isHeadLike(child)) break;
    }
    return [];
  });
}

function isHeadLike({ localName, childElementCount }: Element): boolean {
  return localName === 'thead' || localName === 'tfoot' || (localName !== 'tr' && childElementCount === 1);
}

/** Cells of columns that stay: the first ones of a row, or the last. */
function stickyFrom(cells: readonly Element[]): Bar[] {
  const end = cells.findIndex((cell) => getComputedStyle(cell).position !== 'sticky');
  return cells.slice(0, Math.max(0, end)).map((cell) => ({ from: cell, to: cell }));
}

/** Of cells that stay, the whole line. */
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
 * The line of the list that an element stands in: a row of a table, or the largest part of the page in which nothing of
 * another record stands.
 * @param others the same field of other records
 */
export function rowAround(element: Element, others: readonly Element[]): Element | null {
  for (let at: Element | null = element; at; at = parentElementOf(at)) {
    const parent = parentElementOf(at);
    if (at.matches(ROWS) || others.some((other) => other !== element && parent?.contains(other))) return at;
  }
  return null;
}

/** The box of a row; of one without a box of its own, as in a grid, that of its parts, and of a cell that reaches further. */
export function boxOfRow(row: Element, element: Element): Box {
  const box = boxOf(row);
  const parent = row === element && parentElementOf(row);
  // Lines of one text, each another record's.
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
