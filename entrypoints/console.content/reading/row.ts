import type { Field, Locator, TextSort } from '../../background/consoles/reader.ts';
import { amountsIn, joined } from './amounts.ts';
import { cellsOf, hasSpans, lineOf } from './cells.ts';
import { unitBeside } from './form.ts';
import { type Column, columnsNamed } from './headers.ts';
import { behindColon, formed, hitBehind, isTyped, spoken, textOfSort } from './hits-in-texts.ts';
import { allIn, firstIn, type Item, itemsByChild, itemsIn, textOf } from './items.ts';
import { colonIn, PartTexts } from './part-texts.ts';
import { keysOf, labelKey, regexOf, regexOfLines, type Words } from './text.ts';
import { inThisTask } from './this-task.ts';
import type { Hit } from './value.ts';

const NONE: ReadonlySet<string> = new Set();

/** Number of cells that distinguish a repeated header from a row. */
const FIRST_CELLS = 6;
const LONGEST_HEADER = 60;

/** One row of a list. Knows the words of its actions, which are not values. */
export class Row {
  readonly element: Element;
  /** Identifies the row if no readable field does. */
  readonly key: string | undefined;
  readonly #header: readonly string[];
  readonly #actions: ReadonlySet<string>;
  /** Elements elsewhere that belong to the row. */
  readonly #others: readonly Element[];
  #known: readonly Element[] | undefined;
  #walked: ReturnType<typeof itemsByChild> | undefined;
  /** Text of all the row's parts, in lines. */
  #lines: string | undefined;
  readonly #read = new Map<Element, PartTexts>();
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
        return this.#parts(locator.selector, locator.attribute, field);
      case 'pair':
        return this.#pairs(keysOf(locator.words), locator.within, field);
      case 'place':
        return this.#placed(locator, field);
      case 'column':
        return this.#cells(locator, field);
      case 'header':
        return this.#said(keysOf(locator.words), regexOf(locator.pattern));
      case 'sort':
        return this.#sorted(locator.sort, locator.within);
      case 'prefix':
        return this.#prefixed(keysOf(locator.words), this.#scopesOf(locator, field), field);
      case 'start':
        return this.#scopes(locator.selector).map(startOf);
      case 'has':
        return this.#named(field.names ?? []);
      case 'pattern':
        return this.#matches(locator);
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
          (box) => !keys || keys.has(labelKey(firstIn(box)?.text ?? '')),
        );
        // A missing or duplicated box would yield another number.
        if (boxes.length !== (locator.boxes ?? 1)) return [];
        const count = boxes.reduce((sum, box) => sum + allIn(box, locator.selector).length, 0);
        return boxes.slice(0, 1).map((element) => ({ element, text: `${count}` }));
      }
      default:
        return [];
    }
  }

  /** The header above an element of the row, as a label key. */
  headerAt(element: Element): string | null {
    return this.#header[this.#line().findIndex((cell) => cell?.contains(element))] || null;
  }

  /** Whether the row repeats its header, even with a cell missing. Examines only the first cells. */
  repeatsHeader(): boolean {
    if (this.#header.length === 0) return false;
    const said = cellsOf(this.element)
      .map((cell) => (cell.textContent as string).trim())
      .filter(Boolean)
      .slice(0, FIRST_CELLS);
    const named = said.filter((text) => text.length <= LONGEST_HEADER && this.#isHeader(labelKey(text)));
    return named.length > 1 && named.length * 2 >= said.length;
  }

  #isHeader(text: string): boolean {
    return this.#header.some((header) => header !== '' && header.startsWith(text));
  }

  /** Whether a row found later is this one. Never for rows found by an action, which are built from their words. */
  isAgain(found: Row): boolean {
    return (
      found.#actions === NONE &&
      this.key === found.key &&
      isSameList(this.#header, found.#header) &&
      isSameList(this.#others, found.#others)
    );
  }

  /** Call before reading again: the row's content may have changed. */
  forget(): void {
    this.#known = undefined;
    this.#walked = this.#lines = undefined;
    this.#read.clear();
    this.#found.clear();
  }

  #in(part: Element): PartTexts {
    const isOwn = part === this.element || part.parentElement === this.element;
    const known = isOwn ? this.#read : inThisTask(outside);
    let read = known.get(part);
    if (!read) {
      read = new PartTexts(isOwn ? this.#collected(part) : itemsIn(part));
      known.set(part, read);
    }
    return read;
  }

  /** Walks a row once, for itself and its cells. */
  #collected(part: Element): readonly Item[] {
    this.#walked ??= itemsByChild(this.element);
    return part === this.element ? this.#walked.items : (this.#walked.of.get(part) ?? itemsIn(part));
  }

  #texts(): Item[] {
    return this.#cellsOrSelf().flatMap((part) => this.#in(part).texts);
  }

  /** The texts equal to one of these label keys. */
  #named(keys: readonly string[]): Hit[] {
    return this.#cellsOrSelf().flatMap((part) => {
      const read = this.#in(part);
      return read.labelled(keys).map((at) => read.items[at] as Item);
    });
  }

  #cellsOrSelf(): readonly Element[] {
    const cells = this.#own();
    return cells.length > 0 ? cells : [this.element];
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

  /** Elements elsewhere that belong to the row, and cells of rows above that span into it. */
  #outside(): Element[] {
    return [...this.#others, ...this.#line()].filter(
      (part) => part && part.parentElement !== this.element && !this.element.contains(part),
    );
  }

  /** The row's cells and those spanning into it, in column order. */
  #own(): readonly Element[] {
    return [...new Set(this.#line())].filter(Boolean);
  }

  /** The row's cells, one per column; none in a column whose cell is missing. */
  #line(): readonly Element[] {
    this.#known ??= this.#findLine();
    return this.#known;
  }

  #findLine(): readonly Element[] {
    const cells = cellsOf(this.element);
    if (cells.length === 0) return cells;
    return cells.length === this.#header.length && !hasSpans(this.element) ? cells : lineOf(this.element, cells);
  }

  #parts(selector: string, attribute: string | undefined, field: Field): Hit[] {
    return this.#scopes(selector).flatMap((part) => {
      if (attribute === undefined) return this.#hitsIn(part, field);
      return [{ element: part, text: part.getAttribute(attribute) ?? '' }];
    });
  }

  /**
   * The control of an element if it has one, otherwise its text: for a number, only the number itself, wherever it is
   * in the element.
   */
  #hitsIn(part: Element, field: Field): Hit[] {
    const { items, texts } = this.#in(part);
    const control = items.length > texts.length && items.find((item) => item.isControl && isTyped(item.element));
    if (control) return [{ element: control.element, control: control.element, mark: unitBeside(control.element) }];
    return (
      formed(texts, field) ??
      amountsIn(part, texts, field) ??
      spoken(texts, field) ?? [{ element: part, text: joined(texts) || textOf(part) }]
    );
  }

  #pairs(keys: ReadonlySet<string>, within: string | undefined, field: Field): Hit[] {
    const hits: Hit[] = [];
    for (const scope of this.#scopes(within)) {
      const read = this.#in(scope);
      const [at] = read.labelled(keys);
      const hit = at === undefined ? null : hitBehind(read.items, at, field);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  /** Lines identified by order: the first is recognised by its words, and their number is as documented. */
  #placed({ selector, first, place, of, unlike }: Extract<Locator, { by: 'place' }>, field: Field): Hit[] {
    const lines = this.#scopes(selector);
    const labels = lines.map((line) => labelKey(firstIn(line)?.text ?? ''));
    const line = lines[place];
    // A label naming another of them contradicts the order.
    const isOther = labels.slice(1).some((label) => keysOf(unlike).has(label));
    return line && lines.length === of && keysOf(first).has(labels[0] ?? '') && !isOther
      ? this.#hitsIn(line, field)
      : [];
  }

  #cells({ words, start, first }: Extract<Locator, { by: 'column' }>, field: Field): Hit[] {
    return this.#under(keysOf(words), field, start).flatMap(({ cell, mark }) => {
      const hits = first ? [startOf(cell)] : this.#hitsIn(cell, field);
      return mark ? hits.map((hit) => ({ ...hit, over: mark })) : hits;
    });
  }

  /** The cells under headers with these words. */
  #under(keys: ReadonlySet<string>, field: Field, start = false): (Column & { readonly cell: Element })[] {
    const cells = this.#line();
    if (cells.length !== this.#header.length) return [];
    return columnsNamed(this.#header, keys, field, start).flatMap((column) => {
      const cell = cells[column.index];
      return cell ? [{ ...column, cell }] : [];
    });
  }

  /** Hits of a pattern in headers that contain these words. */
  #said(keys: ReadonlySet<string>, pattern: RegExp): Hit[] {
    return this.#under(keys, AMOUNT).flatMap(({ cell, behind }) => {
      const text = pattern.exec(behind)?.[1];
      return text ? [{ element: cell, text }] : [];
    });
  }

  #scopesOf(
    { within, under }: { readonly within?: string | undefined; readonly under?: Words | undefined },
    field: Field,
  ): readonly Element[] {
    return under ? this.#under(keysOf(under), field).map(({ cell }) => cell) : this.#scopes(within);
  }

  #prefixed(keys: ReadonlySet<string>, scopes: readonly Element[], field: Field): Hit[] {
    const hits: Hit[] = [];
    for (const scope of scopes) {
      const read = this.#in(scope);
      for (const at of read.prefixed(keys)) {
        const { element, text } = read.items[at] as Item;
        const own = text.slice(colonIn(text) + 1).trim();
        hits.push(own ? { element, text: own } : behindColon(read.items, at, field));
      }
    }
    return hits;
  }

  #matches({ pattern, within, under }: Extract<Locator, { by: 'pattern' }>): Hit[] {
    const form = regexOf(pattern);
    if (under || within)
      return this.#scopesOf({ within, under }, AMOUNT).flatMap((part) => this.#in(part).matching(form));
    const parts = this.#cellsOrSelf().map((part) => this.#in(part));
    // Most of these concern a warning that few rows have, so search all lines at once.
    const inLines = regexOfLines(pattern);
    this.#lines ??= parts.map((part) => part.lines()).join('\n');
    return inLines?.test(this.#lines) === false ? [] : parts.flatMap((part) => part.matching(form));
  }

  #sorted(sort: TextSort, within: string | undefined): Hit[] {
    const hits: Hit[] = [];
    for (const scope of this.#scopes(within)) {
      const texts = this.#in(scope).texts.filter((item) => !this.#actions.has(labelKey(item.text)));
      for (const item of texts) {
        const text = textOfSort(item.text, sort);
        if (text !== null) hits.push({ element: item.element, text });
      }
    }
    return hits;
  }
}

/** Contents read in this task of cells that span rows below: each of those rows uses them. */
const outside = new Map<Element, PartTexts>();

/** An element with its first item. */
function startOf(element: Element): Hit {
  return { element, text: firstIn(element)?.text ?? '' };
}

/** Matches of a selector among an element and its descendants. */
function inPart(part: Element, selector: string): Element[] {
  const inside = allIn(part, selector);
  if (part.matches(selector)) inside.unshift(part);
  return inside;
}

const AMOUNT: Field = { kind: 'money', at: [] };

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
