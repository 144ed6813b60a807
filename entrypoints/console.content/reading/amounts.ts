import type { Field } from '../../background/consoles/reader.ts';
import { isCurrencyMark, looksLikeMoney } from './currency.ts';
import type { Item } from './items.ts';
import { parentOf } from './items.ts';
import { addTo } from './lists-by-key.ts';
import type { Hit } from './value.ts';

/** Kinds whose value is one number among other content of a cell: tags, remarks, older prices. */
const NUMBERS: ReadonlySet<Field['kind']> = new Set(['money', 'percent', 'decimal', 'count']);

const NUMBER = /^[-−]?\d(?:[\d.,\s'’]*\d)?$/;
const PERCENT = /^[-−]?\d(?:[\d.,\s'’]*\d)?\s*[%％]$|^[%％]\s*\d[\d.,]*$/;
/** "¥30.00~69.00": no single value. A day such as 2026-11-20 does not match. */
const RANGE = /^\D{0,4}\d[\d.,]*\D{0,4}[~～–—-]\D{0,4}\d[\d.,]*\D{0,4}$/;
/** Struck-through text is a former value. */
const STRUCK = 's,del,strike';

/** A cell with more texts is not an amount with a remark. */
const MOST_TEXTS = 40;

/**
 * Finds the amounts in a part of the page, each with its own element: the part may also show tags or remarks, or split
 * an amount over several elements. Null if the text is to be parsed as a whole.
 */
export function amountsIn(part: Element, texts: readonly Item[], field: Field): Hit[] | null {
  if (!NUMBERS.has(field.kind) || texts.length > MOST_TEXTS || !texts.some(({ text }) => /\d/.test(text))) return null;
  const shown = texts.filter(({ element }) => !isStruck(element, part));
  if (shown.length === 0) return null;
  const together = shown.length > 1 ? [shown, ...linesOf(shown)] : [shown];
  const range = together.find((one) => RANGE.test(joined(one)));
  if (range) return [hitOf(range)];
  // "$14.14 + $0.00" is split where it is parsed.
  if (field.amount === 1 || (field.amount === 0 && joined(shown).includes('+'))) return null;
  const found = amountsAmong(shown, field);
  const [first] = found;
  if (!first) return null;
  // Later amounts are conversions of the first, if each carries a currency mark.
  return field.amount === 0 && found.every(({ text = '' }) => looksLikeMoney(text)) ? [first] : found;
}

/** Groups texts by line. */
export function linesOf(items: readonly Item[]): Item[][] {
  const lines = new Map<number, Item[]>();
  for (const item of items) addTo(lines, item.line, item);
  return [...lines.values()];
}

/** The amount at the start of a sequence of texts, such as those after a label: `¥` and `30.00`. */
export function amountAtStart(items: readonly Item[], field: Field): Hit | null {
  if (!NUMBERS.has(field.kind)) return null;
  const controls = items.findIndex(({ isControl }) => isControl);
  const texts = controls < 0 ? items : items.slice(0, controls);
  const end = longestFrom(texts, 0, field);
  return end > 0 ? hitOf(texts.slice(0, end)) : null;
}

function amountsAmong(texts: readonly Item[], field: Field): Hit[] {
  const found: Hit[] = [];
  for (let at = 0; at < texts.length; ) {
    const end = longestFrom(texts, at, field);
    if (end > at) found.push(hitOf(texts.slice(at, end)));
    at = end > at ? end : at + 1;
  }
  return found;
}

/** End of the longest amount starting at a text; the start itself if there is none. */
function longestFrom(texts: readonly Item[], start: number, field: Field): number {
  let longest = start;
  for (let end = start + 1; end <= texts.length && end <= start + LONGEST_SPLIT; end += 1) {
    if (end > start + 1 && !mayJoin(texts[end - 2] as Item, texts[end - 1] as Item)) break;
    if (isAmount(joined(texts.slice(start, end)), field)) longest = end;
  }
  return longest;
}

/** Sign, integer part, point, fraction, and a trailing code. */
const LONGEST_SPLIT = 5;

/**
 * Whether two texts can be parts of one amount. Never digits next to digits: those are two amounts, or integer part and
 * fraction without the point. A currency sign may be on its own line, part of a number may not.
 */
function mayJoin(before: Item, after: Item): boolean {
  if (isCurrencyMark(before.text) || isCurrencyMark(after.text)) return true;
  return after.joins && after.line === before.line && !(/\d$/.test(before.text) && /^\d/.test(after.text));
}

function isAmount(text: string, { kind }: Field): boolean {
  if (NUMBER.test(text)) return true;
  return kind === 'money' ? looksLikeMoney(text) : kind === 'percent' && PERCENT.test(text);
}

function hitOf(items: readonly Item[]): Hit {
  return { element: around(items.map(({ element }) => element)), text: joined(items) };
}

/** Joins texts as displayed: with a space only where one is visible. */
export function joined(items: readonly Item[]): string {
  return items.reduce((text, item, index) => {
    if (index === 0) return item.text;
    const apart = !item.joins || (/[\p{L}\d]$/u.test(text) && /^[\p{L}\d]/u.test(item.text));
    return `${text}${apart ? ' ' : ''}${item.text}`;
  }, '');
}

function around(elements: readonly Element[]): Element {
  let box = elements[0] as Element;
  while (!elements.every((element) => box.contains(element))) box = parentOf(box) as Element;
  return box;
}

function isStruck(element: Element, part: Element): boolean {
  const struck = element.closest(STRUCK);
  return struck !== null && struck !== part && part.contains(struck);
}
