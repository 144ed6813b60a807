import type { Guide, PageGuide } from '../../background/consoles/guide.ts';
import type { Field, Fields, Landmark, Layout, Locator } from '../../background/consoles/reader.ts';
import { knowCurrencies } from './currency.ts';
import { Fieldwork, oneOf } from './fieldwork.ts';
import { attributeKey, Form } from './form.ts';
import { allIn, textOf } from './items.ts';
import { List } from './list.ts';
import { noticesIn } from './notices.ts';
import type { Clues, OpenPage, WantedField } from './page.ts';
import {
  type ListState,
  type Notice,
  PAGE_RECORD,
  type PageReading,
  type RecordReading,
  type StoreSignals,
} from './reading.ts';
import { Row } from './row.ts';
import { tableWith } from './rows.ts';
import { Store } from './store.ts';
import { keysOf, labelKey } from './text.ts';
import { choicesOf, type Hit, unreadable } from './value.ts';

/** Landmarks are searched as text of no particular kind. */
const NO_FIELD: Field = { kind: 'text', at: [] };

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
  readonly #list: List | null;

  constructor(document: Document, address: URL, { readers, store, currency }: Guide) {
    knowCurrencies(currency);
    this.#document = document;
    this.#address = address;
    this.#openedAt = withoutHash(document.URL);
    this.#readers = readers;
    this.language = languageOf(document, address, store.localeParameter);
    this.#form = new Form(document);
    this.#whole = new Row(document.documentElement);
    this.#store = new Store(document, address, store);
    this.#recognised = this.#recognise();
    const { rows } = this.#recognised?.layout ?? {};
    this.#list = rows ? new List(document, this.#form, rows, this.#elements) : null;
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

  *records(): Generator<RecordReading | null, void, void> {
    this.#prepare();
    if (this.#recognised?.layout.fields) yield this.#pageRecord(this.#recognised.layout.fields);
    if (this.#list) yield* this.#list.records();
  }

  record(key: string, asBefore = false): RecordReading | null {
    this.#prepare(asBefore);
    const { fields } = this.#recognised?.layout ?? {};
    if (key === PAGE_RECORD) return fields ? this.#pageRecord(fields) : null;
    return this.#list?.record(key) ?? null;
  }

  stands(key: string): boolean {
    return key === PAGE_RECORD || (this.#list?.stands(key) ?? false);
  }

  keyOf(node: Node): string | null {
    const page = this.#recognised?.layout.fields ? PAGE_RECORD : null;
    return this.#list ? this.#list.keyOf(node, page) : page;
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
      return hits.length > 0 ? oneOf(field, hits, '') : 'nothing';
    }
    return 'nothing';
  }

  #rowAround(element: Element, { record }: WantedField): Row | undefined {
    return record === PAGE_RECORD ? undefined : this.#list?.rowAround(element, record);
  }

  list(): ListState | undefined {
    return this.#list?.state();
  }

  notices(): Notice[] {
    const { notices = [] } = this.#recognised?.reader ?? {};
    // Searching for sentences walks the whole page, so only do it where some are expected.
    return notices.length > 0 ? noticesIn(this.#document, notices) : [];
  }

  element(key: string, field: string): Element | null {
    const known = this.#elements.get(key)?.get(field);
    if (known?.isConnected) return known;
    // A field missing when its record was read has no element; only a replaced one is worth another search.
    if (this.#elements.has(key) && !known) return null;
    this.record(key);
    return this.#elements.get(key)?.get(field) ?? null;
  }

  #prepare(asBefore = false): void {
    if (this.#recognised?.layout.fields) this.#form.refresh(asBefore);
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
      // The whole page may be in a shadow root.
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
      if (field.kind === 'texts') read.add(name, this.#items(name, field, read.elements));
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
      case 'address':
        return [];
      default:
        return this.#whole.hits(locator, field);
    }
  }

  #fromAddress(field: Field): PageReading | null {
    for (const locator of field.at) {
      if (locator.by !== 'address') continue;
      const value = this.#address.searchParams.get(locator.parameter);
      if (value) return { state: 'read', value, via: locator.via ?? '' };
    }
    return null;
  }

  /**
   * A list of controls, item by item. A gap in the numbers, or an unused control with the same label, means that an
   * item was missed.
   */
  #items(name: string, field: Field, elements: Map<string, Element>): PageReading | null {
    for (const locator of field.at) {
      const items = this.#hitsOfItems(locator, field);
      if (items === 'gap') return unreadable('ambiguous');
      if (items.length === 0) continue;
      const { via = '' } = locator;
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

  #hitsOfItems(locator: Locator, field: Field): Hit[][] | 'gap' {
    const label = field.at.find((other) => other.by === 'label');
    const labelled = label?.by === 'label' ? this.#form.labelled(keysOf(label.words)) : [];
    // Reading order is only known within one tree.
    const trees = new Set(labelled.map(({ element }) => element.getRootNode()));
    // A control among the items without their label may be one of them.
    if (locator.by === 'label')
      return trees.size > 1 || this.#form.hasOthersAmong(labelled) ? 'gap' : labelled.map((hit) => [hit]);
    if (locator.by === 'part') return this.#formHits(locator, field, {}).map((hit) => [hit]);
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
}

function firstOf(selector: string) {
  return (found: Element | null, root: ShadowRoot): Element | null => found ?? root.querySelector(selector);
}

/** A control whose name identifies it as another field is that field, whatever its label. */
function isNamedOtherwise(hit: Hit, field: Field, fields: Fields): boolean {
  for (const name in fields) {
    const other = fields[name as keyof Fields] as Field;
    if (other === field) continue;
    for (const locator of other.at) {
      if (locator.by === 'attribute' && isNamedBy(locator, hit.control)) return true;
    }
  }
  return false;
}

function isNamedBy({ attribute, value }: Extract<Locator, { by: 'attribute' }>, control?: Element): boolean {
  const own = control?.getAttribute(attribute);
  return !!own && attributeKey(attribute, own) === attributeKey(attribute, value);
}

/** Whether a group of radio buttons offers at least two of the field's choices, all different. */
function offers(group: Hit, field: Field): boolean {
  const named = choicesOf(group, field);
  return named.length > 1 && !named.includes(undefined) && new Set(named).size === named.length;
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] as string;
}

/** The document's language, otherwise the one its address requests. */
function languageOf(document: Document, address: URL, localeParameter: string): string {
  return document.documentElement.lang || address.searchParams.get(localeParameter)?.replace('_', '-') || 'en-US';
}
