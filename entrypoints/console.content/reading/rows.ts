import type { Rows } from '../../background/consoles/reader.ts';
import { CELLS, cellsOf, forgetSpans, gridOf, HEADERS, isHeaderRow, ROWS, TABLES } from './cells.ts';
import { headerSaying } from './headers.ts';
import { allIn, itemsIn, textOf } from './items.ts';
import { addTo } from './lists-by-key.ts';
import { Row } from './row.ts';
import { asinsIn, keysOf, labelKey } from './text.ts';

const ACTIONS = 'button,[role=button],a,kat-button,kat-link';

/** How many levels above a table the one with its header may be. */
const HEADER_DEPTH = 4;

/** How many levels above an action ("Remove") its row may reach. */
const ROW_DEPTH = 6;

/** The rows now on the page, found as `rows` describes. */
export function rowsOf(document: Document | ShadowRoot, rows: Rows): Row[] {
  forgetSpans();
  if (rows.by === 'selector') {
    const headers = new Map<Element, readonly string[]>();
    const twins = rows.twin ? allIn(document, rows.twin).filter(isRow) : [];
    const found = allIn(document, rows.selector).filter(isRow);
    // A single row needs no name.
    const key = rows.key && found.length === 1 ? '' : undefined;
    const read = found.map((row) => {
      const top = twins.length > 0 && topOf(row);
      const beside = twins.filter((twin) => topOf(twin) === top);
      // Sticky cells next to a row identify it.
      const name = beside.length > 0 ? beside.map(textOf).join(' ') : key;
      return new Row(row, headerOver(row, headers), undefined, beside, name);
    });
    return read.filter((row) => !row.repeatsHeader());
  }
  if (rows.by === 'keyed') return keyedRows(document, rows);
  if (rows.by === 'action') return rowsWithAction(document, rows);
  const table = tableWith(document, rows);
  if (!table) return [];
  const header = headerOf(table);
  return bodyRows(table)
    .map((row) => new Row(row, header))
    .filter((row) => !row.repeatsHeader());
}

/** Whether an element is a row visible to the seller: not a template, a layout copy or a header. */
function isRow(element: Element): boolean {
  return isShown(element) && !isHeaderRow(element);
}

function isShown(element: Element): boolean {
  return element.ariaHidden !== 'true' && (element.checkVisibility?.() ?? true);
}

function topOf(row: Element): number {
  return Math.round(row.getBoundingClientRect().top);
}

function keyedRows(document: Document | ShadowRoot, { attribute, start }: Extract<Rows, { by: 'keyed' }>): Row[] {
  const selector = `[${attribute}^="${start}"]`;
  const groups = new Map<string, Element[]>();
  for (const element of allIn(document, selector)) {
    if (!isShown(element)) continue;
    const key = element.getAttribute(attribute)?.slice(start.length).split('.')[0] ?? '';
    addTo(groups, key, element);
  }
  const headers = new Map<Element, readonly string[]>();
  return Array.from(groups, ([key, parts]) => {
    const [first] = parts as [Element];
    const line = first.closest(ROWS);
    // Cells next to the parts belong to the same item as long as no other item's part is in the row.
    const isOwn = line && allIn(line, selector).length === parts.length;
    return isOwn
      ? new Row(line, headerOver(line, headers), undefined, parts, key)
      : new Row(first, [], undefined, parts.slice(1), key);
  });
}

type TableRows = Extract<Rows, { by: 'table' }>;

/** The only table that has enough of the headers. */
export function tableWith(document: Document | ShadowRoot, { headers, least }: TableRows): Element | null {
  const wanted = headers.map((words) => keysOf(words));
  const tables = allIn(document, TABLES).filter((table) => {
    const header = headerOf(table);
    return wanted.filter((keys) => header.some((text) => keys.has(text))).length >= least;
  });
  const innermost = tables.filter((table) => !tables.some((other) => other !== table && table.contains(other)));
  return innermost.length === 1 ? (innermost[0] as Element) : null;
}

function headerOf(table: Element): readonly string[] {
  const row = headerRowOf(table);
  const group = row?.parentElement;
  const isHead =
    group?.matches('thead') || (group?.matches('[role=rowgroup]') && [...group.children].every(isHeaderRow));
  const rows = isHead && group ? Array.from(group.children) : [];
  const grid = rows.length > 1 ? gridOf(rows) : [];
  const cells = grid.at(-1) ?? (row ? allIn(row, `${HEADERS},${CELLS}`) : []);
  // A column without a header: one is missing, so later headers may belong to other columns.
  if (grid.some((line) => line.filter(Boolean).length !== cells.length)) return [];
  return headerSaying(cells.map((cell) => labelKey(textOf(cell))));
}

function headerRowOf(table: Element): Element | null {
  return table.querySelector(HEADERS)?.closest(`${ROWS},kat-table-head`) ?? null;
}

function headerOver(row: Element, known: Map<Element, readonly string[]>): readonly string[] {
  const table = row.closest(TABLES);
  if (!table) return [];
  let header = known.get(table);
  if (!header) {
    let scope: Element | null = table;
    // A sticky header is a separate table.
    for (let depth = 0; scope && depth < HEADER_DEPTH && !headerRowOf(scope); depth += 1) scope = scope.parentElement;
    header = headerOf(scope ?? table);
    known.set(table, header);
  }
  return header;
}

function bodyRows(table: Element): Element[] {
  const header = headerRowOf(table);
  const rowsIn = (scope: Element) =>
    allIn(scope, ROWS).filter(
      (row) => row !== header && !row.closest('thead') && cellsOf(row).length > 0 && isRow(row),
    );
  let scope: Element | null = table;
  // A sticky header is a separate table.
  for (let depth = 0; scope && depth < HEADER_DEPTH; depth += 1, scope = scope.parentElement) {
    const rows = rowsIn(scope);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The smallest element around each action that concerns exactly one product. */
function rowsWithAction(document: Document | ShadowRoot, rows: Extract<Rows, { by: 'action' }>): Row[] {
  const keys = keysOf(rows.words);
  const others = keysOf(rows.without);
  const found = new Map<Element, Row>();
  for (const action of allIn(document, ACTIONS)) {
    if (!keys.has(labelKey(textOf(action)))) continue;
    const element = productAround(action, others);
    if (element && isShown(element) && !found.has(element))
      found.set(element, new Row(element, [], actionsIn(element)));
  }
  return [...found.values()];
}

function productAround(action: Element, others: ReadonlySet<string>): Element | null {
  let node = action.parentElement;
  for (let depth = 0; node && depth < ROW_DEPTH; depth += 1, node = node.parentElement) {
    const texts = itemsIn(node).map((item) => item.text);
    if (texts.some((text) => others.has(labelKey(text)))) return null;
    const asins = asinsIn(texts.join(' '));
    if (asins.length > 0) return asins.length === 1 ? node : null;
  }
  return null;
}

function actionsIn(row: Element): ReadonlySet<string> {
  const actions = allIn(row, 'button,[role=button],kat-button,a:not([href*="/dp/"])');
  return new Set(actions.map((action) => labelKey(textOf(action))));
}
