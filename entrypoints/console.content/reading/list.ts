import type { Field, Fields, Rows } from '../../background/consoles/reader.ts';
import { isControl } from './controls.ts';
import { Fieldwork, isSame, viaOf } from './fieldwork.ts';
import type { Form } from './form.ts';
import { parentOf } from './items.ts';
import { addTo } from './lists-by-key.ts';
import { hasLines, saysNothing } from './lost-list.ts';
import { type ListState, PAGE_RECORD, type PageReading, type RecordReading } from './reading.ts';
import type { Row } from './row.ts';
import { rowsOf } from './rows.ts';
import { inThisTask } from './this-task.ts';
import { ambiguous } from './value.ts';

/** Keys travel in messages, which limit them to 200 characters. */
const LONGEST_KEY = 180;

interface Named {
  /** Null for a row without an identity: nothing can be said about it. */
  readonly key: string | null;
  /** The fields read so far. */
  readonly work: Fieldwork;
}

/** The list of a page: its rows as last found, identified by their readable content. */
export class List {
  readonly #document: Document;
  readonly #form: Form;
  readonly #layout: Rows;
  /** The fields' elements, by record and field. */
  readonly #elements: Map<string, Map<string, Element>>;
  #rows: ReadonlyMap<string, readonly Row[]> = new Map();
  readonly #rowOf = new WeakMap<Node, Row>();
  /** Readings made in this task to identify the rows. */
  readonly #named = new Map<Row, Named>();

  constructor(document: Document, form: Form, layout: Rows, elements: Map<string, Map<string, Element>>) {
    this.#document = document;
    this.#form = form;
    this.#layout = layout;
    this.#elements = elements;
  }

  /**
   * Reads one row per step, then yields the records; null for a step without one. Skips rows that were removed in the
   * meantime; new or changed ones are read next time.
   */
  *records(): Generator<RecordReading | null, void, void> {
    const rows = new Map<string, Row[]>();
    const works = new Map<string, Fieldwork[]>();
    for (const row of this.#rowsNow()) {
      if (!row.element.isConnected) continue;
      const { key, work } = this.#name(row);
      if (key === null) continue;
      this.#rowOf.set(row.element, row);
      addTo(rows, key, row);
      addTo(works, key, this.#readAll(work));
      yield null;
    }
    this.#keep(rows);
    for (const [key, same] of works) yield this.#merged(key, same);
  }

  record(key: string): RecordReading | null {
    const known = this.#record(key, this.#rows.get(key) ?? []);
    if (known) return known;
    this.#find();
    return this.#record(key, this.#rows.get(key) ?? []);
  }

  stands(key: string): boolean {
    return this.#rows.has(key);
  }

  /** State of the list when rows were last searched. */
  state(): ListState {
    if (this.#rows.size > 0) return 'read';
    const roots = [this.#document, ...this.#form.panels()];
    if (saysNothing(roots)) return 'empty';
    // If rows are found by their action (remove), lines of products that can still be added look the same.
    return this.#layout.by !== 'action' && hasLines(roots) ? 'lost' : 'none';
  }

  /** The key of the row around a node; `page` for a control outside the list. */
  keyOf(node: Node, page: string | null): string | null {
    let inControl = false;
    for (let at: Node | null = node; at; at = parentOf(at)) {
      const row = this.#rowOf.get(at);
      if (row) return this.#name(row).key;
      inControl ||= at.nodeType === Node.ELEMENT_NODE && isControl(at as Element);
    }
    return inControl ? page : null;
  }

  /** The row containing an element, or otherwise the record's. */
  rowAround(element: Element, record: string): Row | undefined {
    for (let at: Node | null = element; at; at = parentOf(at)) {
      const row = this.#rowOf.get(at);
      if (row) return row;
    }
    return this.#rows.get(record)?.[0];
  }

  #find(): void {
    const rows = new Map<string, Row[]>();
    for (const row of this.#rowsNow()) {
      const { key } = this.#name(row);
      // Nothing can be said about a row without an identity.
      if (key === null) continue;
      this.#rowOf.set(row.element, row);
      addTo(rows, key, row);
    }
    this.#keep(rows);
  }

  /** The rows on the page. Readings of a row from this task still hold. */
  #rowsNow(): Row[] {
    const found = [this.#document, ...this.#form.panels()].flatMap((root) => rowsOf(root, this.#layout));
    return found.map((row) => {
      const before = this.#rowOf.get(row.element);
      return before?.isAgain(row) ? before : row;
    });
  }

  #keep(rows: ReadonlyMap<string, readonly Row[]>): void {
    this.#rows = rows;
    for (const key of this.#elements.keys()) if (key !== PAGE_RECORD && !rows.has(key)) this.#elements.delete(key);
  }

  #name(row: Row): Named {
    const known = this.#named.get(row);
    if (known) return known;
    row.forget();
    const work = new Fieldwork(this.#layout.fields, (locator, field) => row.hits(locator, field), row.element);
    const named = { key: this.#readKey(row, work), work };
    inThisTask(this.#named).set(row, named);
    return named;
  }

  #readKey(row: Row, work: Fieldwork): string | null {
    const { fields, key, otherwise = [] } = this.#layout;
    let isNameless = false;
    const value = (name: keyof Fields): string => {
      const field = fields[name];
      const reading = field ? work.read(name, field) : null;
      if (field) work.add(name, reading);
      if (reading?.state === 'written') return reading.text;
      isNameless ||= reading?.state === 'read' && reading.value === null;
      return reading?.state === 'read' && reading.value !== null ? String(reading.value) : '';
    };
    const parts = key?.map(value) ?? [];
    if (parts.length > 0 && !parts.includes('')) return rowKey(parts);
    const some = parts.filter(Boolean);
    if (some.length === 0 || isNameless) {
      const sku = value('sku');
      if (sku) return rowKey([sku], 'sku');
      const asin = value('asin');
      if (asin) return rowKey([asin], 'asin');
    }
    // Without a name, as the page itself says. Rows that share a part of theirs are ambiguous where they differ.
    const known = isNameless ? [] : [...some, ...otherwise.map(value).filter(Boolean)];
    if (known[0]) return rowKey(known);
    return row.key !== undefined && !(isNameless && row.key) ? rowKey([row.key]) : null;
  }

  /** Null if no row has the key any longer. */
  #record(key: string, rows: readonly Row[]): RecordReading | null {
    const works = rows
      .filter((row) => row.element.isConnected && this.#name(row).key === key)
      .map((row) => this.#readAll(this.#name(row).work));
    return works.length > 0 ? this.#merged(key, works) : null;
  }

  #readAll(work: Fieldwork): Fieldwork {
    const { fields } = this.#layout;
    for (const name in fields)
      if (!work.readings[name]) work.add(name, work.read(name, fields[name as keyof Fields] as Field));
    return work;
  }

  /**
   * Rows with the same key must agree: a field on which they differ is ambiguous. The sticky half of a row may lack
   * fields that the other half shows.
   */
  #merged(key: string, works: readonly Fieldwork[]): RecordReading {
    const [first, ...others] = works as readonly [Fieldwork];
    for (const name in others.length > 0 ? this.#layout.fields : {}) {
      const shown = works.filter((work) => !isMissing(work.readings[name]));
      const [one, ...more] = shown;
      if (!one) continue;
      const reading = one.readings[name] as PageReading;
      const other = more.map(({ readings }) => readings[name] as PageReading).find((that) => !isSame(that, reading));
      first.readings[name] = other
        ? ambiguous([reading, other].map((seen) => ({ reading: seen, via: viaOf(seen) })))
        : reading;
      const element = one.elements.get(name);
      if (element) first.elements.set(name, element);
    }
    this.#elements.set(key, first.elements);
    return { key, fields: first.readings };
  }
}

function isMissing(reading: PageReading | undefined): boolean {
  return !reading || reading.state === 'absent' || (reading.state === 'unreadable' && reading.reason === 'not-found');
}

function rowKey(parts: readonly string[], by = 'row'): string {
  return `${by}:${parts.join('|')}`.slice(0, LONGEST_KEY);
}
