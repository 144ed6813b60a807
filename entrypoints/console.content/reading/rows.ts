import { isCurrencyMark, looksLikeMoney } from './currency.ts';
import { unitBeside } from './form.ts';
import { type Item, itemsIn, textOf } from './items.ts';
import type { Field, Locator, Rows, TextSort } from './reader.ts';
import { asinsIn, keysOf, labelKey } from './text.ts';
import { choiceNamed, type Hit } from './value.ts';

const TABLES = 'table,[role=table],[role=grid],kat-table';
const HEADERS = 'th,[role=columnheader],kat-table-head kat-table-cell';
const ROWS = 'tr,[role=row],kat-table-row';
const CELLS = 'td,th,[role=cell],[role=gridcell],[role=rowheader],kat-table-cell';
const ACTIONS = 'button,[role=button],a,kat-button,kat-link';

/** Cells that reach into rows below. */
const SPANNING = '[rowspan]:not([rowspan="1"])';

/** How far above a table the one with its header may be. */
const HEADER_DEPTH = 4;

/** How far above an action ("Remove") the row may reach. */
const ROW_DEPTH = 6;

/** One row of a list, with the words of the actions in it, which are no values. */
export class Row {
  readonly element: Element;
  /** Tells the row apart where nothing that can be read does. */
  readonly key: string | undefined;
  readonly #header: readonly string[];
  readonly #actions: ReadonlySet<string>;
  /** What belongs to the row and stands elsewhere. */
  readonly #others: readonly Element[];
  #known: readonly Element[] | undefined;
  readonly #items = new Map<Element, Item[]>();
  readonly #found = new Map<string | undefined, Element[]>();

  constructor(
    element: Element,
    header: readonly string[] = [],
    actions: ReadonlySet<string> = NONE,
    others: readonly Element[] = [],
    key?: string,
  ) {
    this.element = element;
    this.key = key;
    this.#header = header;
    this.#actions = actions;
    this.#others = others;
  }

  hits(locator: Locator, field: Field): Hit[] {
    switch (locator.by) {
      case 'own': {
        const text = this.element.getAttribute(locator.attribute);
        return text ? [{ element: this.element, text }] : [];
      }
      case 'part':
        return this.#parts(locator.selector, locator.attribute);
      case 'pair':
        return this.#pairs(keysOf(locator.words), locator.within);
      case 'column':
        return this.#cells(keysOf(locator.words), locator.start ?? false, locator.first ?? false);
      case 'sort':
        return this.#sorted(locator.sort, locator.within);
      case 'prefix':
        return this.#prefixed(keysOf(locator.words), locator.within);
      case 'start':
        return this.#scopes(locator.selector).map((part) => this.#firstIn(part));
      case 'has':
        return this.#texts().filter(({ text }) => isOneOf(field, labelKey(text)));
      case 'pattern': {
        const pattern = new RegExp(locator.pattern);
        return this.#texts().filter(({ text }) => pattern.test(text));
      }
      case 'row':
        return [
          {
            element: this.element,
            text: this.#texts()
              .map((item) => item.text)
              .join(' '),
          },
        ];
      case 'tally': {
        const keys = locator.words && keysOf(locator.words);
        const boxes = this.#scopes(locator.within).filter(
          (box) => !keys || keys.has(labelKey(this.#itemsIn(box)[0]?.text ?? '')),
        );
        // A box that was lost or stands twice would make it another number.
        if (boxes.length !== (locator.boxes ?? 1)) return [];
        const count = boxes.reduce((sum, box) => sum + box.querySelectorAll(locator.selector).length, 0);
        return boxes.slice(0, 1).map((element) => ({ element, text: `${count}` }));
      }
      default:
        return [];
    }
  }

  /** The header over an element of the row, as a label key. */
  headerAt(element: Element): string | null {
    return this.#header[this.#line().findIndex((cell) => cell?.contains(element))] || null;
  }

  /** Call before reading again: what stands in the row may have changed. */
  forget(): void {
    this.#known = undefined;
    this.#items.clear();
    this.#found.clear();
  }

  #itemsIn(scope: Element): Item[] {
    let items = this.#items.get(scope);
    if (!items) {
      items = itemsIn(scope);
      this.#items.set(scope, items);
    }
    return items;
  }

  #texts(): Item[] {
    const cells = this.#own();
    const parts = cells.length > 0 ? cells : [this.element];
    return parts.flatMap((part) => this.#itemsIn(part)).filter((item) => !item.isControl);
  }

  #scopes(within?: string): Element[] {
    let scopes = this.#found.get(within);
    if (!scopes) {
      // Cells of rows above may reach into this one.
      const parts = new Set([this.element, ...this.#others, ...this.#own()]);
      scopes =
        within === undefined
          ? [...parts].filter((part) => part === this.element || !this.element.contains(part))
          : this.#scopes().flatMap((part) => [
              ...(part.matches(within) ? [part] : []),
              ...part.querySelectorAll(within),
            ]);
      this.#found.set(within, scopes);
    }
    return scopes;
  }

  /** The row's cells and those that reach into it, in the order of the columns. */
  #own(): readonly Element[] {
    return [...new Set(this.#line())].filter(Boolean);
  }

  /** The row's cells, one for each column; none in a column whose cell was lost. */
  #line(): readonly Element[] {
    this.#known ??= this.#findLine();
    return this.#known;
  }

  #findLine(): readonly Element[] {
    const cells = cellsOf(this.element);
    if (cells.length === 0) return cells;
    return cells.length === this.#header.length && !hasSpans(this.element) ? cells : lineOf(this.element, cells);
  }

  #parts(selector: string, attribute?: string): Hit[] {
    return this.#scopes(selector).map((part) => {
      if (attribute !== undefined) return { element: part, text: part.getAttribute(attribute) ?? '' };
      return this.#hitIn(part);
    });
  }

  /** The control of an element if it has one, else its text. */
  #hitIn(part: Element): Hit {
    const items = this.#itemsIn(part);
    const control = items.find((item) => item.isControl);
    if (control) return { element: control.element, control: control.element, mark: unitBeside(control.element) };
    return { element: part, text: items.map((item) => item.text).join(' ') || textOf(part) };
  }

  #firstIn(part: Element): Hit {
    return { element: part, text: this.#itemsIn(part)[0]?.text ?? '' };
  }

  #pairs(keys: ReadonlySet<string>, within: string | undefined): Hit[] {
    const hits: Hit[] = [];
    for (const scope of this.#scopes(within)) {
      const items = this.#itemsIn(scope);
      const at = items.findIndex((item) => !item.isControl && keys.has(labelKey(item.text)));
      const hit = at < 0 ? null : hitBehind(items, at);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  #cells(keys: ReadonlySet<string>, start: boolean, first: boolean): Hit[] {
    const cells = this.#line();
    if (cells.length !== this.#header.length) return [];
    return this.#header.flatMap((header, column) => {
      const cell = isNamed(header, keys, start) && cells[column];
      if (!cell) return [];
      if (first) return [this.#firstIn(cell)];
      const mark = /\((\w{3})\)$/.exec(header)?.[1];
      return mark ? [{ ...this.#hitIn(cell), mark }] : [this.#hitIn(cell)];
    });
  }

  #prefixed(keys: ReadonlySet<string>, within: string | undefined): Hit[] {
    return this.#scopes(within).flatMap((scope) =>
      this.#itemsIn(scope).flatMap((item, index, items) => {
        const [, label = '', text = ''] = /^([^:：]+)[:：]\s*(.*)$/.exec(item.text) ?? [];
        return keys.has(labelKey(label))
          ? [{ element: item.element, text: text || (items[index + 1]?.text ?? '') }]
          : [];
      }),
    );
  }

  #sorted(sort: TextSort, within: string | undefined): Hit[] {
    const hits: Hit[] = [];
    for (const scope of this.#scopes(within)) {
      const texts = this.#itemsIn(scope).filter((item) => !item.isControl && !this.#actions.has(labelKey(item.text)));
      for (const item of texts) {
        const text = textOfSort(item.text, sort);
        if (text !== null) hits.push({ element: item.element, text });
      }
    }
    return hits;
  }
}

/** What stands behind a label: a currency sign and a control, a control, or text. */
function hitBehind(items: readonly Item[], at: number): Hit | null {
  const next = items[at + 1];
  if (!next) return null;
  if (next.isControl) return { element: next.element, control: next.element };
  const control = items[at + 2];
  if (!isCurrencyMark(next.text)) return { element: next.element, text: next.text };
  return control?.isControl ? { element: control.element, control: control.element, mark: next.text } : null;
}

function isOneOf(field: Field, key: string): boolean {
  return choiceNamed(field, key) !== undefined || (field.known !== undefined && keysOf(field.known).has(key));
}

function isNamed(header: string, keys: ReadonlySet<string>, start: boolean): boolean {
  if (!start) return keys.has(header);
  for (const key of keys) if (header.startsWith(key)) return true;
  return false;
}

function textOfSort(text: string, sort: TextSort): string | null {
  if (sort === 'digits') return onlyOf(text.match(/\d{6,}/g));
  const asins = asinsIn(text);
  if (sort === 'asin') return asins.length > 0 ? text : null;
  if (sort === 'sku') return asins.length === 1 ? skuBeside(text, asins[0] as string) : null;
  const isMoney = looksLikeMoney(text);
  if (sort === 'money') return isMoney ? text : null;
  // "Suggested: $9.50" is no words of its own either.
  const isWords = asins.length === 0 && !isMoney && !looksLikeMoney(text.replace(/^.*[:：]/, ''));
  return isWords && /\p{L}/u.test(text) ? text : null;
}

function onlyOf(texts: readonly string[] | null): string | null {
  return texts?.length === 1 ? (texts[0] as string) : null;
}

/** "DEMO-01 · B0DEMO0001", "SKU: DEMO-01 | ASIN: B0DEMO0001": what is left beside the ASIN. */
function skuBeside(text: string, asin: string): string | null {
  const rest = text.replace(asin, '').replace(/(?:^|\s)(?:ASIN|SKU)\s*[:：]/gi, ' ');
  const sku = rest.replace(/^[\s·•|,;/]+|[\s·•|,;/]+$/g, '');
  return sku === '' || /[·•|]/.test(sku) ? null : sku;
}

/** The rows that are on the page now, of a list found as `rows` says. */
export function rowsOf(document: Document | ShadowRoot, rows: Rows): Row[] {
  spanning = new WeakMap();
  if (rows.by === 'selector') {
    const headers = new Map<Element, readonly string[]>();
    const twins = rows.twin ? Array.from(document.querySelectorAll(rows.twin)) : [];
    const found = Array.from(document.querySelectorAll(rows.selector));
    // A single row needs no name.
    const key = rows.key && found.length === 1 ? '' : undefined;
    return found.map((row) => {
      const top = twins.length > 0 && topOf(row);
      const beside = twins.filter((twin) => topOf(twin) === top);
      // What stands fixed beside a row is what tells it apart.
      const name = beside.length > 0 ? beside.map(textOf).join(' ') : key;
      return new Row(row, headerOver(row, headers), NONE, beside, name);
    });
  }
  if (rows.by === 'keyed') return keyedRows(document, rows);
  if (rows.by === 'action') return rowsWithAction(document, rows);
  const table = tableWith(document, rows);
  if (!table) return [];
  const header = headerOf(table);
  return bodyRows(table).map((row) => new Row(row, header));
}

function topOf(row: Element): number {
  return Math.round(row.getBoundingClientRect().top);
}

function keyedRows(document: Document | ShadowRoot, { attribute, start }: Extract<Rows, { by: 'keyed' }>): Row[] {
  const groups = new Map<string, Element[]>();
  for (const element of document.querySelectorAll(`[${attribute}^="${start}"]`)) {
    const key = element.getAttribute(attribute)?.slice(start.length).split('.')[0] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), element]);
  }
  const headers = new Map<Element, readonly string[]>();
  return Array.from(groups, ([key, parts]) => {
    const [first] = parts as [Element];
    const line = first.closest('tr');
    // Cells beside the parts are the same item's as long as no other's part is in the line.
    const isOwn = line && line.querySelectorAll(`[${attribute}^="${start}"]`).length === parts.length;
    return isOwn
      ? new Row(line, headerOver(line, headers), NONE, parts, key)
      : new Row(first, [], NONE, parts.slice(1), key);
  });
}

/** Whether cells of a row's table reach into rows below; looked for once a table and reading. */
function hasSpans({ parentElement: table }: Element): boolean {
  if (table && !spanning.has(table)) spanning.set(table, !!table.querySelector(SPANNING));
  return spanning.get(table as Element) as boolean;
}

let spanning = new WeakMap<Element, boolean>();

/** The cells of a row and, each in its column, those that reach into it from rows above. */
function lineOf(row: Element, cells: readonly Element[]): readonly Element[] {
  let line = lines.get(row);
  if (!line?.every((cell) => cell.isConnected) || !cells.every((cell) => line?.includes(cell))) {
    const rows = Array.from(row.parentElement?.children ?? []);
    for (const [index, cellsThere] of gridOf(rows).entries()) lines.set(rows[index] as Element, cellsThere);
    line = lines.get(row) ?? [];
  }
  const { length } = line;
  // A cell that was lost leaves a hole, and moves those that reach down from its row.
  return [...line].every((cell) => cell && lines.get(cell.parentElement as Element)?.length === length) ? line : [];
}

const lines = new WeakMap<Element, readonly Element[]>();

/** Cells by row and column; one that spans several stands in each of them. */
function gridOf(rows: readonly Element[]): Element[][] {
  const grid: Element[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    const line = grid[index] as Element[];
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (line[column]) column += 1;
      const { colSpan = 1, rowSpan = 1 } = cell as Partial<HTMLTableCellElement>;
      for (const below of grid.slice(index, index + rowSpan))
        for (let across = 0; across < colSpan; across += 1) below[column + across] = cell;
    }
  }
  return grid;
}

const NONE: ReadonlySet<string> = new Set();

type TableRows = Extract<Rows, { by: 'table' }>;

/** The only table under which enough of the headers stand. */
export function tableWith(document: Document | ShadowRoot, { headers, least }: TableRows): Element | null {
  const wanted = headers.map((words) => keysOf(words));
  const tables = Array.from(document.querySelectorAll(TABLES)).filter((table) => {
    const header = headerOf(table);
    return wanted.filter((keys) => header.some((text) => keys.has(text))).length >= least;
  });
  const innermost = tables.filter((table) => !tables.some((other) => other !== table && table.contains(other)));
  return innermost.length === 1 ? (innermost[0] as Element) : null;
}

function headerOf(table: Element): string[] {
  const row = headerRowOf(table);
  const rows = row?.parentElement?.matches('thead') ? Array.from(row.parentElement.children) : [];
  const grid = rows.length > 1 ? gridOf(rows) : [];
  const cells = grid.at(-1) ?? Array.from(row?.querySelectorAll(`${HEADERS},${CELLS}`) ?? []);
  // A column that no header stands over: one was lost, and those behind it may be others'.
  if (grid.some((line) => line.filter(Boolean).length !== cells.length)) return [];
  return cells.map((cell) => labelKey(textOf(cell)));
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
    // A header that stays in view is a table of its own.
    for (let depth = 0; scope && depth < HEADER_DEPTH && !headerRowOf(scope); depth += 1) scope = scope.parentElement;
    header = headerOf(scope ?? table);
    known.set(table, header);
  }
  return header;
}

function bodyRows(table: Element): Element[] {
  const header = headerRowOf(table);
  return Array.from(table.querySelectorAll(ROWS)).filter(
    (row) => row !== header && !row.closest('thead') && cellsOf(row).length > 0,
  );
}

function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter((cell) => cell.matches(CELLS));
}

/** The smallest element around each action that is about exactly one product. */
function rowsWithAction(document: Document | ShadowRoot, rows: Extract<Rows, { by: 'action' }>): Row[] {
  const keys = keysOf(rows.words);
  const others = keysOf(rows.without);
  const found = new Map<Element, Row>();
  for (const action of document.querySelectorAll(ACTIONS)) {
    if (!keys.has(labelKey(textOf(action)))) continue;
    const element = productAround(action, others);
    if (element && !found.has(element)) found.set(element, new Row(element, [], actionsIn(element)));
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
  const actions = row.querySelectorAll('button,[role=button],kat-button,a:not([href*="/dp/"])');
  return new Set(Array.from(actions, (action) => labelKey(textOf(action))));
}
