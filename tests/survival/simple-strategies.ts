import type { PageGuide } from '../../entrypoints/background/consoles/guide.ts';
import type { Field, Fields } from '../../entrypoints/background/consoles/reader.ts';
import { isControl, isField, liveValue } from '../../entrypoints/console.content/reading/controls.ts';
import { hitOf } from '../../entrypoints/console.content/reading/form.ts';
import { type Item, itemsIn, textOf } from '../../entrypoints/console.content/reading/items.ts';
import type { PageReading, Reading } from '../../entrypoints/console.content/reading/reading.ts';
import { keysOf, labelKey } from '../../entrypoints/console.content/reading/text.ts';
import { readingOf } from '../../entrypoints/console.content/reading/value.ts';
import type { TrueRecord } from './truth.ts';

// Two ways to read a page that need no guide of anchors in order of trust, to measure ours against. Both are helped: they
// are told which record a row is, they understand values as ours does, and text around a value is cut off for them.

/** The readings of one record, by field. */
export interface SimpleRecord {
  readonly record: TrueRecord;
  readonly fields: { readonly [field: string]: PageReading };
}

/** What the author of a scraper writes down on the day: a selector for the rows, and one for each field. */
interface Recipe {
  readonly row: string | null;
  readonly fields: {
    readonly [field: string]: { readonly selector: string; readonly item: number; readonly before: string };
  };
}

/** Selectors written down from a page as it is, without those that do not read their value on that very page. */
export function testedRecipes(
  page: Document,
  truth: readonly TrueRecord[],
  guide: PageGuide,
  understood: (fields: SimpleRecord['fields']) => { readonly [field: string]: Reading },
): Recipe[] {
  const recipes = recipesFor(page, truth);
  const read = readBySelectors(page, truth, recipes, guide);
  return recipes.map((recipe, index) => {
    const { record, fields } = read[index] as SimpleRecord;
    const readings = understood(fields);
    const isRight = (name: string) => {
      const reading = readings[name];
      return reading?.state === 'read' && JSON.stringify(reading.value) === JSON.stringify(record.values[name]);
    };
    return { ...recipe, fields: Object.fromEntries(Object.entries(recipe.fields).filter(([name]) => isRight(name))) };
  });
}

function recipesFor(page: Document, truth: readonly TrueRecord[]): Recipe[] {
  return truth.map(({ isPage, values, elements, around }) => {
    const root = isPage || !around ? page.documentElement : around;
    const row = root === page.documentElement ? null : commonSelector(root);
    const fields: Record<string, Recipe['fields'][string]> = {};
    for (const [name, [element]] of elements) {
      if (!element) continue;
      const selector = element === root ? ':scope' : selectorWithin(root, element);
      if (selector) fields[name] = { selector, ...placeIn(element, values[name]) };
    }
    return { row, fields };
  });
}

/** Reads a changed page by what was written down. */
export function readBySelectors(
  page: Document,
  truth: readonly TrueRecord[],
  recipes: readonly Recipe[],
  guide: PageGuide,
): SimpleRecord[] {
  return truth.map((record, index) => {
    const { row, fields } = recipes[index] as Recipe;
    // Rows may have moved: the author knows the listing by its SKU, we by the row itself.
    const root = row === null ? page.documentElement : rowOf(page, row, record);
    const read: Record<string, PageReading> = {};
    for (const [name, { selector, item, before }] of Object.entries(fields)) {
      const field = fieldOf(guide, name, record.isPage);
      const element = root && (selector === ':scope' ? root : root.querySelector(selector));
      if (!element || !field) continue;
      read[name] = readElement(field, element, item, before);
    }
    return { record, fields: read };
  });
}

/** Reads a page by its labels alone: the control or text that follows the first text that is one of a field's words. */
export function readByLabels(page: Document, truth: readonly TrueRecord[], guide: PageGuide): SimpleRecord[] {
  const whole = itemsIn(page.documentElement);
  return truth.map((record) => {
    const root = record.isPage ? null : record.around;
    const items = root ? itemsIn(root) : whole;
    const read: Record<string, PageReading> = {};
    for (const name of Object.keys(record.values)) {
      const field = fieldOf(guide, name, record.isPage);
      const keys = field && wordsOf(guide, name, record.isPage);
      const found = keys && keys.size > 0 ? (behind(items, keys) ?? (root && underHeader(root, keys))) : null;
      if (found && field)
        read[name] = found.isControl ? controlReading(field, found.element) : textReading(field, found);
    }
    return { record, fields: read };
  });
}

function rowOf(page: Document, selector: string, { around }: TrueRecord): Element | null {
  return around?.isConnected && [...page.querySelectorAll(selector)].includes(around) ? around : null;
}

/** Tag and classes, as copied from a browser's tools. */
function commonSelector(element: Element): string {
  if (element.hasAttribute('data-sku')) return '[data-sku]';
  const testId = element.getAttribute('data-testid');
  if (testId) return `[data-testid="${CSS.escape(testId)}"]`;
  const classes = [...element.classList].map((name) => `.${CSS.escape(name)}`).join('');
  return classes ? `${element.localName}${classes}` : `tbody > ${element.localName}`;
}

/** The shortest selector that hits one element of a root: id, name, test id, class, else the path of positions. */
function selectorWithin(root: Element, element: Element): string | null {
  const own = [
    ...['id', 'name', 'data-testid', 'data-test-id', 'data-id', 'data-column'].flatMap((name) => {
      const value = element.getAttribute(name);
      return value ? [`[${name}="${CSS.escape(value)}"]`] : [];
    }),
    [...element.classList].map((name) => `.${CSS.escape(name)}`).join(''),
  ].filter((selector) => selector !== '');
  const unique = own.find((selector) => root.querySelectorAll(selector).length === 1);
  if (unique) return unique;
  const path: string[] = [];
  for (let node: Element | null = element; node && node !== root; node = node.parentElement) {
    const at = [...(node.parentNode?.children ?? [])].indexOf(node) + 1;
    const anchor = node === element ? '' : anchorOf(root, node);
    if (anchor) return `${anchor} > ${path.join(' > ')}`;
    path.unshift(`${node.localName}:nth-child(${at})`);
    // A selector does not reach into a shadow root.
    if (!node.parentElement) return null;
  }
  return `:scope > ${path.join(' > ')}`;
}

function anchorOf(root: Element, node: Element): string {
  const candidates = [
    node.id ? `[id="${CSS.escape(node.id)}"]` : '',
    [...node.classList].map((name) => `.${CSS.escape(name)}`).join(''),
  ];
  return candidates.find((selector) => selector !== '' && root.querySelectorAll(selector).length === 1) ?? '';
}

/** Which text of an element the value is, and what stands before it there. */
function placeIn(element: Element, value: unknown): { item: number; before: string } {
  if (isControl(element)) return { item: -1, before: '' };
  const texts = itemsIn(element).filter(({ isControl: control }) => !control);
  const item = texts.findIndex(({ text }) => text.includes(String(value)));
  const text = texts[item]?.text ?? '';
  return { item, before: text.slice(0, Math.max(0, text.indexOf(String(value)))) };
}

function readElement(field: Field, element: Element, item: number, before: string): PageReading {
  const control = isControl(element) ? element : itemsIn(element).find(({ isControl: inside }) => inside)?.element;
  if (control) return controlReading(field, control);
  const texts = itemsIn(element).filter(({ isControl: inside }) => !inside);
  const text = item < 0 ? textOf(element) : (texts[item]?.text ?? '');
  return readingOf(field, { element, text: text.startsWith(before) ? text.slice(before.length) : text }, 'selector');
}

function controlReading(field: Field, control: Element): PageReading {
  return liveValue(control) ? readingOf(field, hitOf(control), 'control') : { state: 'absent' };
}

function textReading(field: Field, { element, text }: Item): PageReading {
  return readingOf(field, { element, text }, 'label');
}

function fieldOf({ layouts }: PageGuide, name: string, isPage: boolean): Field | null {
  for (const { fields, rows } of layouts) {
    const field = (isPage ? fields : rows?.fields)?.[name as keyof Fields];
    if (field) return field;
  }
  return null;
}

function wordsOf({ layouts }: PageGuide, name: string, isPage: boolean): ReadonlySet<string> {
  const keys = layouts.flatMap(({ fields, rows }) =>
    ((isPage ? fields : rows?.fields)?.[name as keyof Fields]?.at ?? []).flatMap((at) =>
      'words' in at && at.words ? [...keysOf(at.words)] : [],
    ),
  );
  return new Set(keys);
}

/** What stands behind the first of these labels, in the same text after a colon or next in reading order. */
function behind(items: readonly Item[], keys: ReadonlySet<string>): Item | null {
  for (const [index, item] of items.entries()) {
    if (item.isControl) {
      const said = item.element.getAttribute('aria-label') ?? item.element.getAttribute('kat-aria-label') ?? '';
      if (keys.has(labelKey(said)) && isField(item.element)) return item;
      continue;
    }
    const [, label = '', rest = ''] = /^([^:：]+)[:：]\s*(.+)$/.exec(item.text) ?? [];
    if (keys.has(labelKey(label))) return { ...item, text: rest };
    if (keys.has(labelKey(item.text))) return items[index + 1] ?? null;
  }
  return null;
}

/** The cell of a row under the first header that is one of these labels, by its number. */
function underHeader(row: Element, keys: ReadonlySet<string>): Item | null {
  const table = row.closest('table,[role=table],kat-table');
  const headers = [...(table?.querySelectorAll('th,[role=columnheader],kat-table-head kat-table-cell') ?? [])];
  const column = headers.findIndex((header) => keys.has(labelKey(textOf(header))));
  const cell = column < 0 ? undefined : row.children[column];
  if (!cell) return null;
  const control = itemsIn(cell).find(({ isControl: inside }) => inside);
  return control ?? { element: cell, text: textOf(cell), isControl: false, line: 0, joins: false };
}
