import { cellsOf, hasSpans, lineOf } from './cells.ts';
import { isCurrencyMark, looksLikeMoney } from './currency.ts';
import { unitBeside } from './form.ts';
import { allIn, type Item, itemsIn, textOf } from './items.ts';
import type { Field, Locator, TextSort } from './reader.ts';
import { asinsIn, keysOf, labelKey } from './text.ts';
import { choiceNamed, type Hit } from './value.ts';

const NONE: ReadonlySet<string> = new Set();

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
        const count = boxes.reduce((sum, box) => sum + allIn(box, locator.selector).length, 0);
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

  /** Whether a row that was found later is this one. Those told by an action are made of their words: never. */
  isAgain(found: Row): boolean {
    return (
      found.#actions === NONE &&
      this.key === found.key &&
      isSameList(this.#header, found.#header) &&
      isSameList(this.#others, found.#others)
    );
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
      scopes =
        within === undefined
          ? [this.element, ...new Set(this.#outside())]
          : this.#scopes().flatMap((part) => inPart(part, within));
      this.#found.set(within, scopes);
    }
    return scopes;
  }

  /** What belongs to the row and stands elsewhere; cells of rows above may reach into this one. */
  #outside(): Element[] {
    return [...this.#others, ...this.#line()].filter(
      (part) => part && part.parentElement !== this.element && !this.element.contains(part),
    );
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
    const hits: Hit[] = [];
    for (const scope of this.#scopes(within)) {
      const items = this.#itemsIn(scope);
      for (const [index, { element, text }] of items.entries()) {
        const end = text.search(/[:：]/);
        if (end > 0 && keys.has(labelKey(text.slice(0, end))))
          hits.push({ element, text: text.slice(end + 1).trim() || (items[index + 1]?.text ?? '') });
      }
    }
    return hits;
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

/** What a selector hits of an element and in it. */
function inPart(part: Element, selector: string): Element[] {
  const inside = allIn(part, selector);
  if (part.matches(selector)) inside.unshift(part);
  return inside;
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

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
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
