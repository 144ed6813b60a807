import { classEnd } from './class-names.ts';

// Rows and cells: elements, roles, or class names that component kits use where they are built from `div`s.

export const CELLS = `td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader],kat-table-cell,${classEnd('-table-td')},${classEnd('-table-th')}`;
export const HEADERS = `th,[role=columnheader],kat-table-head kat-table-cell,${classEnd('-table-th')}`;
export const ROWS = `tr,[role=row],kat-table-row,${classEnd('-table-tr')}`;
export const TABLES = `table,[role=table],[role=grid],kat-table,${classEnd('-table')}`;

/** Cells that span rows below. */
const SPANNING = '[rowspan]:not([rowspan="1"]),[aria-rowspan]:not([aria-rowspan="1"])';

/** A row's own cells. */
export function cellsOf(row: Element): Element[] {
  const cells: Element[] = [];
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) if (isCell(cell)) cells.push(cell);
  return cells;
}

function isCell(element: Element): boolean {
  return CELL_NAMES.has(element.localName) || element.matches(CELLS);
}

/** Most cells are recognised by element name; the selector is slower. */
const CELL_NAMES = new Set(['td', 'th']);

/** Whether a row only contains column headers. */
export function isHeaderRow(row: Element): boolean {
  let headers = 0;
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
    if (cell.matches(HEADERS)) headers += 1;
    else if (isCell(cell)) return false;
  }
  return headers > 1;
}

/** Whether cells of a row's table span rows below; computed once per table and reading. */
export function hasSpans({ parentElement: table }: Element): boolean {
  if (table && !spanning.has(table)) spanning.set(table, !!table.querySelector(SPANNING));
  return spanning.get(table as Element) as boolean;
}

let spanning = new WeakMap<Element, boolean>();

/** Call before a list is read again. */
export function forgetSpans(): void {
  spanning = new WeakMap();
}

/** The cells of a row, including those spanning into it from above, each in its column. */
export function lineOf(row: Element, cells: readonly Element[]): readonly Element[] {
  let line = lines.get(row);
  if (!line?.every((cell) => cell.isConnected) || !cells.every((cell) => line?.includes(cell))) {
    const rows = Array.from(row.parentElement?.children ?? []);
    for (const [index, cellsThere] of gridOf(rows).entries()) lines.set(rows[index] as Element, cellsThere);
    line = lines.get(row) ?? [];
  }
  const { length } = line;
  // A missing cell leaves a hole and shifts the cells that span down from its row.
  return [...line].every((cell) => cell && lines.get(cell.parentElement as Element)?.length === length) ? line : [];
}

const lines = new WeakMap<Element, readonly Element[]>();

/** Cells by row and column; a spanning cell appears in each position it covers. */
export function gridOf(rows: readonly Element[]): Element[][] {
  const grid: Element[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    const line = grid[index] as Element[];
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (line[column]) column += 1;
      const [across, down] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      for (const below of grid.slice(index, index + down))
        for (let further = 0; further < across; further += 1) below[column + further] = cell;
    }
  }
  return grid;
}

function spanOf(cell: Element, way: 'colSpan' | 'rowSpan'): number {
  return (cell as Partial<HTMLTableCellElement>)[way] ?? (Number(cell.getAttribute(`aria-${way}`)) || 1);
}
