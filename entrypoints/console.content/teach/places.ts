import type { Locator } from '../../background/consoles/reader.ts';
import type { PointedClues } from '../../background/messages/teach.ts';
import { CONTROLS, isField } from '../reading/controls.ts';
import { isCurrencyMark } from '../reading/currency.ts';
import { allIn, itemsIn, textOf } from '../reading/items.ts';
import type { OpenPage, WantedField } from '../reading/page.ts';
import { PAGE_RECORD, type PageReading } from '../reading/reading.ts';
import { labelKey } from '../reading/text.ts';

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

/** What the page shows of a field, by which it may be found again. */
export function cluesOf(page: OpenPage, wanted: WantedField, field: Element): PointedClues {
  const { labels, header, scope } = page.clues(field, wanted);
  const inRow = wanted.record !== PAGE_RECORD;
  return {
    isControl: field.matches(CONTROLS),
    inRow,
    attributes: attributesAround(field, scope),
    labels: [...labels],
    header: header ?? (inRow ? labelKey(textOf(field)) : ''),
    before: labelBefore(field, scope),
  };
}

/** What each locator reads now. `several` if all that find something find other fields too. */
export function placesOf(
  page: OpenPage,
  wanted: WantedField,
  field: Element,
  locators: readonly Locator[],
): readonly Place[] | 'several' {
  const places: Place[] = [];
  let isAlike = false;
  for (const locator of locators) {
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

/** A locator with its words as displayed on the page, for the seller to recognise. */
function spelt(locator: Locator): Locator {
  if (!('words' in locator) || !locator.words) return locator;
  const items = itemsIn(document.documentElement);
  const words = Object.entries(locator.words).map(([language, keys]) => {
    return [language, keys.map((key) => items.find(({ text }) => labelKey(text) === key)?.text ?? key)];
  });
  return { ...locator, words: Object.fromEntries(words) };
}

/** Attributes of an element and its ancestors, nearest first. */
function attributesAround(field: Element, scope: Element): PointedClues['attributes'] {
  const found: PointedClues['attributes'] = [];
  let at: Element | null = field;
  for (let depth = 0; at && at !== scope && depth < NAMED_WITHIN; depth += 1, at = at.parentElement)
    for (const { name, value } of at.attributes) found.push({ name, value, isOwn: at === field });
  return found;
}

/** The text preceding an element, as a label key; empty if there is none. */
function labelBefore(field: Element, scope: Element): string {
  const items = itemsIn(scope);
  let at = items.findIndex(({ element }) => field.contains(element)) - 1;
  if (isCurrencyMark(items[at]?.text ?? '')) at -= 1;
  return labelKey(items[at]?.text ?? '');
}
