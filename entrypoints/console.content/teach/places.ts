import type { Locator } from '../../background/consoles/reader.ts';
import { CONTROLS, isField } from '../reading/controls.ts';
import { isCurrencyMark } from '../reading/currency.ts';
import { allIn, itemsIn, textOf } from '../reading/items.ts';
import type { OpenPage, WantedField } from '../reading/page.ts';
import { PAGE_RECORD, type PageReading } from '../reading/reading.ts';
import { isStable } from '../reading/stable.ts';
import { labelKey, type Words } from '../reading/text.ts';

/** A locator for an element, with its current reading. */
export interface Place {
  readonly locator: Locator;
  readonly reading: PageReading;
}

/** How many levels above an element an attribute may identify it: a control has its own row. */
const NAMED_WITHIN = 4;

/** The field a seller means by pointing at an element: for its label, or a wrapper around it alone, the control. */
export function fieldAt(pointed: Element): Element {
  let control = pointed.closest(CONTROLS);
  while (control && !isField(control)) control = control.parentElement?.closest(CONTROLS) ?? null;
  const named = pointed.closest('[for]')?.getAttribute('for');
  const labelled =
    (named && (pointed.getRootNode() as Document).getElementById(named)) ||
    (pointed.closest('label') as HTMLLabelElement | null)?.control;
  const inside = allIn(pointed, CONTROLS).filter(isField);
  return control ?? labelled ?? (inside.length === 1 ? (inside[0] as Element) : pointed);
}

/**
 * Locators for a field in order of trust: a stable attribute, its label, the header above it. Never a position or a
 * class. Empty if nothing identifies it; `several` if other fields have the same name.
 */
export function placesOf(page: OpenPage, wanted: WantedField, field: Element): readonly Place[] | 'several' {
  const places: Place[] = [];
  let isAlike = false;
  for (const locator of locatorsOf(page, wanted, field)) {
    const found = page.probe(field, wanted, locator);
    if (found === 'several') isAlike = true;
    else if (found !== 'nothing' && isAbout(found.element, field)) places.push({ ...found, locator: spelt(locator) });
  }
  return places.length === 0 && isAlike ? 'several' : places;
}

/**
 * Whether a hit belongs to a field: radio groups are found by one button, cells by their content, columns by their
 * header.
 */
function isAbout(found: Element, field: Element): boolean {
  return found.contains(field) || field.contains(found) || field.matches('th,[role=columnheader]');
}

function* locatorsOf(page: OpenPage, wanted: WantedField, field: Element): Generator<Locator, void, void> {
  const { labels, header, scope } = page.clues(field, wanted);
  const words = (key: string): Words => ({ [page.language.slice(0, 2).toLowerCase()]: [key] });
  const isControl = field.matches(CONTROLS);
  const inRow = wanted.record !== PAGE_RECORD;
  const named = attributesAround(field, scope);
  if (isControl && !inRow) {
    for (const { at, attribute, value } of named) if (at === field) yield { by: 'attribute', attribute, value };
    for (const label of labels) if (isWord(label)) yield { by: 'label', words: words(label) };
    for (const { attribute, value } of named) yield { by: 'group', selector: selectorOf(attribute, value) };
    return;
  }
  for (const { attribute, value } of named) yield { by: 'part', selector: selectorOf(attribute, value) };
  const over = header ?? (inRow ? labelKey(textOf(field)) : '');
  if (isWord(over)) yield { by: 'column', words: words(over) };
  const label = labelBefore(field, scope);
  if (isWord(label)) yield { by: 'pair', words: words(label) };
}

/** A locator with its words as displayed on the page, for the seller to recognise. */
function spelt(locator: Locator): Locator {
  if (!('words' in locator) || !locator.words) return locator;
  const items = itemsIn(document.documentElement);
  const words = Object.entries(locator.words).map(([language, keys]) => {
    return [language, keys.map((key) => items.find(({ text }) => labelKey(text) === key)?.text ?? key)];
  });
  return { ...locator, words: Object.fromEntries(words) };
}

function selectorOf(attribute: string, value: string): string {
  return `[${attribute}="${value}"]`;
}

/** Stable attributes of an element and its ancestors, nearest first. */
function attributesAround(field: Element, scope: Element): { at: Element; attribute: string; value: string }[] {
  const found: { at: Element; attribute: string; value: string }[] = [];
  let at: Element | null = field;
  for (let depth = 0; at && at !== scope && depth < NAMED_WITHIN; depth += 1, at = at.parentElement) {
    for (const { name, value } of at.attributes) if (isStable(name, value)) found.push({ at, attribute: name, value });
  }
  return found;
}

/** The text preceding an element, as a label key; empty if there is none. */
function labelBefore(field: Element, scope: Element): string {
  const items = itemsIn(scope);
  let at = items.findIndex(({ element }) => field.contains(element)) - 1;
  if (isCurrencyMark(items[at]?.text ?? '')) at -= 1;
  return labelKey(items[at]?.text ?? '');
}

function isWord(key: string): boolean {
  return /\p{L}/u.test(key) && key.length <= 80;
}
