import { isControl } from './controls.ts';
import { Fieldwork, isSame, oneOf } from './fieldwork.ts';
import { Form } from './form.ts';
import type { Guide, PageGuide } from './guide.ts';
import { allIn, parentOf, textOf } from './items.ts';
import { noticesIn } from './notices.ts';
import type { Clues, OpenPage, WantedField } from './page.ts';
import type { Field, Fields, Landmark, Layout, Locator, Rows } from './reader.ts';
import { type Notice, PAGE_RECORD, type PageReading, type RecordReading, type StoreSignals } from './reading.ts';
import { Row } from './row.ts';
import { rowsOf, tableWith } from './rows.ts';
import { Store } from './store.ts';
import { keysOf, labelKey } from './text.ts';
import { choiceNamed, type Hit, nameOf, unreadable } from './value.ts';

/** Keys travel in messages, which bound them at 200 characters. */
const LONGEST_KEY = 180;

/** A landmark is looked for as a text of no particular kind. */
const NO_FIELD: Field = { kind: 'text', at: [] };

interface Named {
  readonly key: string | null;
  /** Holds the fields read so far. */
  readonly work: Fieldwork;
}

interface Recognised {
  readonly reader: PageGuide;
  readonly layout: Layout;
  landmark: Element;
}

/** A page of a console, recognised or not. */
export class ReadPage implements OpenPage {
  readonly page: string | null;
  readonly generation: string | null;
  readonly language: string;

  readonly #document: Document;
  readonly #address: URL;
  readonly #openedAt: string;
  readonly #readers: readonly PageGuide[];
  readonly #recognised: Recognised | null;
  readonly #form: Form;
  /** The whole page, read as one row. */
  readonly #whole: Row;
  readonly #store: Store;
  readonly #elements = new Map<string, Map<string, Element>>();
  readonly #rows = new Map<string, Row[]>();
  readonly #rowOf = new WeakMap<Node, Row>();
  /** What was read in this very task to tell the rows apart: nothing in them can have changed since. */
  readonly #named = new Map<Row, Named>();

  constructor(document: Document, address: URL, { readers, store }: Guide) {
    this.#document = document;
    this.#address = address;
    this.#openedAt = withoutHash(document.URL);
    this.#readers = readers;
    this.language = languageOf(document, address, store.localeParameter);
    this.#form = new Form(document);
    this.#whole = new Row(document.documentElement);
    this.#store = new Store(document, address, store);
    this.#recognised = this.#recognise();
    this.page = this.#recognised?.reader.id ?? null;
    this.generation = this.#recognised?.layout.generation ?? null;
  }

  stillHere(): boolean {
    if (withoutHash(this.#document.URL) !== this.#openedAt) return false;
    if (this.#recognised?.landmark.isConnected) return true;
    const now = this.#recognise();
    if (now?.layout !== this.#recognised?.layout) return false;
    if (now && this.#recognised) this.#recognised.landmark = now.landmark;
    return true;
  }

  store(): StoreSignals {
    return this.#store.signals();
  }

  *records(): Generator<RecordReading, void, void> {
    this.#prepare();
    if (this.#recognised?.layout.fields) yield this.#pageRecord(this.#recognised.layout.fields);
    this.#findRows();
    for (const [key, rows] of [...this.#rows]) {
      // A row that shows another listing by now is found under its new key the next time.
      const record = this.#rowRecord(key, rows);
      if (record) yield record;
    }
  }

  record(key: string): RecordReading | null {
    this.#prepare();
    const { layout } = this.#recognised ?? {};
    if (key === PAGE_RECORD) return layout?.fields ? this.#pageRecord(layout.fields) : null;
    if (!layout?.rows) return null;
    const known = this.#rowRecord(key, this.#rows.get(key) ?? []);
    if (known) return known;
    this.#findRows();
    return this.#rowRecord(key, this.#rows.get(key) ?? []);
  }

  stands(key: string): boolean {
    return key === PAGE_RECORD || this.#rows.has(key);
  }

  keyOf(node: Node): string | null {
    const { layout } = this.#recognised ?? {};
    if (!layout?.rows) return layout?.fields ? PAGE_RECORD : null;
    let inControl = false;
    for (let at: Node | null = node; at; at = parentOf(at)) {
      const row = this.#rowOf.get(at);
      if (row) return this.#keyOfRow(row);
      inControl ||= at.nodeType === Node.ELEMENT_NODE && isControl(at as Element);
    }
    return inControl && layout.fields ? PAGE_RECORD : null;
  }

  clues(element: Element, wanted: WantedField): Clues {
    const row = this.#rowAround(element, wanted);
    if (row) return { labels: [], header: row.headerAt(element), scope: row.element };
    this.#form.refresh();
    return { labels: this.#form.labelsAt(element), header: null, scope: this.#document.documentElement };
  }

  probe(element: Element, wanted: WantedField, locator: Locator): ReturnType<OpenPage['probe']> {
    const { layouts = [] } = this.#readers.find(({ id }) => id === wanted.page) ?? {};
    const row = this.#rowAround(element, wanted);
    const name = wanted.field as keyof Fields;
    for (const { fields = {}, rows } of layouts) {
      const there = wanted.record === PAGE_RECORD ? fields : (rows?.fields ?? {});
      const field = there[name];
      if (!field) continue;
      this.#form.refresh();
      (row ?? this.#whole).forget();
      const hits = row ? row.hits(locator, field) : this.#formHits(locator, field, {});
      if (new Set(hits.map((hit) => hit.element)).size > 1) return 'several';
      return hits.length > 0 ? oneOf(field, hits, nameOf(locator)) : 'nothing';
    }
    return 'nothing';
  }

  /** The row that an element stands in; the wanted record's where it stands in none. */
  #rowAround(element: Element, { record }: WantedField): Row | undefined {
    if (record === PAGE_RECORD) return undefined;
    for (let at: Node | null = element; at; at = parentOf(at)) {
      const row = this.#rowOf.get(at);
      if (row) return row;
    }
    return this.#rows.get(record)?.[0];
  }

  notices(): Notice[] {
    const { notices = [] } = this.#recognised?.reader ?? {};
    // Looking for sentences walks the whole page: only where there may be some.
    return notices.length > 0 ? noticesIn(this.#document, notices) : [];
  }

  element(key: string, field: string): Element | null {
    const known = this.#elements.get(key)?.get(field);
    if (known?.isConnected) return known;
    // A field that was not there when its record was read has no box; only one that was replaced is worth another look.
    if (this.#elements.has(key) && !known) return null;
    this.record(key);
    return this.#elements.get(key)?.get(field) ?? null;
  }

  #prepare(): void {
    if (this.#recognised?.layout.fields) this.#form.refresh();
    this.#whole.forget();
  }

  #recognise(): Recognised | null {
    let refreshed = false;
    for (const reader of this.#readers) {
      for (const layout of reader.layouts) {
        for (const landmark of layout.landmarks) {
          if (('labels' in landmark || 'at' in landmark) && !refreshed) {
            this.#form.refresh();
            this.#whole.forget();
            refreshed = true;
          }
          const element = this.#landmark(landmark, layout);
          if (element) return { reader, layout, landmark: element };
        }
      }
    }
    return null;
  }

  #landmark(landmark: Landmark, layout: Layout): Element | null {
    if ('selector' in landmark) {
      const { selector } = landmark;
      // The page may stand in a shadow root as a whole.
      return this.#document.querySelector(selector) ?? this.#form.panels().reduce(firstOf(selector), null);
    }
    if ('at' in landmark) return this.#formHits(landmark.at, NO_FIELD, {})[0]?.element ?? null;
    if ('table' in landmark) {
      return layout.rows?.by === 'table' ? tableWith(this.#document, layout.rows) : null;
    }
    if ('heading' in landmark) {
      const keys = keysOf(landmark.heading);
      return (
        allIn(this.#document, 'h1,h2,[role=heading]').find((heading) => keys.has(labelKey(textOf(heading)))) ?? null
      );
    }
    const found = landmark.labels.flatMap((words) => this.#form.labelled(keysOf(words)).slice(0, 1));
    return found.length >= landmark.least ? (found[0]?.element ?? null) : null;
  }

  #pageRecord(fields: Fields): RecordReading {
    const read = new Fieldwork(fields, (locator, field) => this.#formHits(locator, field, fields), this.#document);
    for (const name in fields) {
      const field = fields[name as keyof Fields] as Field;
      if (field.kind === 'texts') read.add(name, this.#list(name, field, read.elements));
      else read.add(name, read.read(name, field) ?? this.#fromAddress(field));
    }
    this.#elements.set(PAGE_RECORD, read.elements);
    return { key: PAGE_RECORD, fields: read.readings };
  }

  #formHits(locator: Locator, field: Field, fields: Fields): Hit[] {
    switch (locator.by) {
      case 'attribute':
        return this.#form.withAttribute(locator.attribute, locator.value);
      case 'group':
        return this.#form.onlyIn(locator.selector);
      case 'label':
        return this.#form.labelled(keysOf(locator.words)).filter((hit) => !isNamedOtherwise(hit, field, fields));
      case 'choices':
        return this.#form.groups().filter((group) => offers(group, field));
      default:
        return this.#whole.hits(locator, field);
    }
  }

  #fromAddress(field: Field): PageReading | null {
    for (const locator of field.at) {
      if (locator.by !== 'address') continue;
      const value = this.#address.searchParams.get(locator.parameter);
      if (value) return { state: 'read', value, via: nameOf(locator) };
    }
    return null;
  }

  /** A list of controls, item by item. A gap in the numbers or a control of the same label left over means that one was missed. */
  #list(name: string, field: Field, elements: Map<string, Element>): PageReading | null {
    for (const locator of field.at) {
      const items = this.#items(locator, field);
      if (items === 'gap') return unreadable('ambiguous');
      if (items.length === 0) continue;
      const via = nameOf(locator);
      const texts: string[] = [];
      for (const [index, hits] of items.entries()) {
        const reading = oneOf(NO_FIELD, hits, via);
        if (reading.reading.state !== 'read') return reading.reading;
        texts.push(String(reading.reading.value ?? ''));
        elements.set(`${name}.${index}`, reading.element);
      }
      const first = elements.get(`${name}.0`);
      if (first) elements.set(name, first);
      return { state: 'read', value: texts, via };
    }
    return null;
  }

  #items(locator: Locator, field: Field): Hit[][] | 'gap' {
    const label = field.at.find((other) => other.by === 'label');
    const labelled = label?.by === 'label' ? this.#form.labelled(keysOf(label.words)) : [];
    // Reading order is only known within one tree.
    const trees = new Set(labelled.map(({ element }) => element.getRootNode()));
    // Among the items a control without their label may be one of them.
    if (locator.by === 'label')
      return trees.size > 1 || this.#form.hasOthersAmong(labelled) ? 'gap' : labelled.map((hit) => [hit]);
    if (locator.by === 'part') return this.#whole.hits(locator, field).map((hit) => [hit]);
    if (locator.by !== 'attribute') return [];
    const numbered = this.#form.numbered(locator.attribute, locator.value);
    if (numbered.size === 0) return [];
    const items: Hit[][] = [];
    for (let index = 0; index < numbered.size; index += 1) {
      const hits = numbered.get(index + (locator.first ?? 0));
      if (!hits) return 'gap';
      items.push(hits);
    }
    const named = new Set(items.flat().map((hit) => hit.element));
    return labelled.some((hit) => !named.has(hit.element)) ? 'gap' : items;
  }

  #findRows(): void {
    this.#rows.clear();
    const rows = this.#recognised?.layout.rows;
    if (!rows) return;
    for (const found of [this.#document, ...this.#form.panels()].flatMap((root) => rowsOf(root, rows))) {
      const before = this.#rowOf.get(found.element);
      // What was read of it in this task stands.
      const row = before?.isAgain(found) ? before : found;
      const key = this.#keyOfRow(row);
      // Nothing can be said about what has no name.
      if (key === null) continue;
      this.#rowOf.set(row.element, row);
      const same = this.#rows.get(key);
      if (same) same.push(row);
      else this.#rows.set(key, [row]);
    }
    for (const key of this.#elements.keys()) {
      if (key !== PAGE_RECORD && !this.#rows.has(key)) this.#elements.delete(key);
    }
  }

  #keyOfRow(row: Row): string | null {
    return this.#name(row).key;
  }

  #name(row: Row): Named {
    const known = this.#named.get(row);
    if (known) return known;
    if (this.#named.size === 0) queueMicrotask(() => this.#named.clear());
    row.forget();
    const rows = this.#recognised?.layout.rows as Rows;
    const work = new Fieldwork(rows.fields, (locator, field) => row.hits(locator, field), row.element);
    const named = { key: this.#readKey(row, rows, work), work };
    this.#named.set(row, named);
    return named;
  }

  #readKey(row: Row, rows: Rows, work: Fieldwork): string | null {
    let isNameless = false;
    const value = (name: keyof Fields): string => {
      const field = rows.fields[name];
      const reading = field ? work.read(name, field) : null;
      if (field) work.add(name, reading);
      if (reading?.state === 'written') return reading.text;
      isNameless ||= reading?.state === 'read' && reading.value === null;
      return reading?.state === 'read' && reading.value !== null ? String(reading.value) : '';
    };
    const parts = rows.key?.map(value) ?? [];
    if (parts.length > 0 && !parts.includes('')) return rowKey(parts);
    const some = parts.filter(Boolean);
    if (some.length === 0) {
      const sku = value('sku');
      if (sku) return rowKey([sku], 'sku');
      const asin = value('asin');
      if (asin) return rowKey([asin], 'asin');
    }
    if (row.key !== undefined && !(isNameless && row.key)) return rowKey([row.key]);
    // Without a name, as the page itself says. Rows that share a part of theirs are ambiguous where they differ.
    const known = isNameless ? [] : [...some, ...(rows.otherwise ?? []).map(value).filter(Boolean)];
    return known[0] ? rowKey(known) : null;
  }

  /** Rows with one key must agree: a field on which they differ is ambiguous. Null when no row has the key any more. */
  #rowRecord(key: string, rows: readonly Row[]): RecordReading | null {
    const fields = this.#recognised?.layout.rows?.fields ?? {};
    const works = rows
      .filter((row) => row.element.isConnected && this.#keyOfRow(row) === key)
      .map((row) => {
        const { work } = this.#name(row);
        for (const name in fields)
          if (!work.readings[name]) work.add(name, work.read(name, fields[name as keyof Fields] as Field));
        return work;
      });
    const [first, ...others] = works;
    if (!first) return null;
    for (const name in first.readings) {
      const reading = first.readings[name] as PageReading;
      if (others.some((other) => !isSame(other.readings[name], reading)))
        first.readings[name] = unreadable('ambiguous');
    }
    this.#elements.set(key, first.elements);
    return { key, fields: first.readings };
  }
}

function firstOf(selector: string) {
  return (found: Element | null, root: ShadowRoot): Element | null => found ?? root.querySelector(selector);
}

function rowKey(parts: readonly string[], by = 'row'): string {
  return `${by}:${parts.join('|')}`.slice(0, LONGEST_KEY);
}

/** A control whose name says that it is another field is that field, whatever its label. */
function isNamedOtherwise(hit: Hit, field: Field, fields: Fields): boolean {
  for (const name in fields) {
    const other = fields[name as keyof Fields] as Field;
    if (other === field) continue;
    for (const locator of other.at) {
      if (locator.by === 'attribute' && hit.control?.getAttribute(locator.attribute) === locator.value) return true;
    }
  }
  return false;
}

/** Whether the words of a group of radio buttons are at least two of the field's choices, each a different one. */
function offers(group: Hit, field: Field): boolean {
  const named = (group.options ?? []).map((key) => choiceNamed(field, key));
  return named.length > 1 && !named.includes(undefined) && new Set(named).size === named.length;
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] as string;
}

/** The document's language, else the one its address asks for. */
function languageOf(document: Document, address: URL, localeParameter: string): string {
  return document.documentElement.lang || address.searchParams.get(localeParameter)?.replace('_', '-') || 'en-US';
}
