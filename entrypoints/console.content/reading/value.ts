import type { Field } from '../../background/consoles/reader.ts';
import { isCheckbox, isChecked, liveValue } from './controls.ts';
import { looksLikeMoney } from './currency.ts';
import type { PageReading, Reading, Sighting, UnreadableReason, Written } from './reading.ts';
import { asinOfLink, asinsIn, keysOf, labelKey, regexOf, visibleText } from './text.ts';

/** One hit of a locator: a control, a group of radio buttons, or an element with text. */
export interface Hit {
  /** The element whose box is the field. */
  readonly element: Element;
  readonly control?: Element;
  readonly radios?: readonly Element[];
  /** The words of each radio button, label keys, in the order of `radios`. */
  readonly options?: readonly string[];
  /** The displayed text, if there is no control. */
  readonly text?: string;
  /** Text directly next to an amount, such as `$`. */
  readonly mark?: string;
  /** The currency stated by its column or table, for an amount without its own sign. */
  readonly over?: string;
  /** The time of day, from a separate control after the day's. */
  readonly time?: string | undefined;
}

export function unreadable(reason: UnreadableReason): Reading {
  return { state: 'unreadable', reason };
}

/** Maximum sightings reported per field: more add nothing. */
const MOST_SIGHTINGS = 4;

/** A field whose hits disagree. `of`: the readings, each with its locator if that is not the reading's own. */
export function ambiguous(of: readonly { readonly reading: PageReading; readonly via: string }[]): Reading {
  return { state: 'unreadable', reason: 'ambiguous', found: of.slice(0, MOST_SIGHTINGS).map(sighting) };
}

function sighting({ reading, via }: { readonly reading: PageReading; readonly via: string }): Sighting {
  if (reading.state === 'written') return { via, kind: reading.kind, length: reading.text.length };
  if (reading.state !== 'read') return { via, kind: 'unreadable', length: 0 };
  if (reading.value === null) return { via, kind: 'empty', length: 0 };
  return { via, kind: 'text', length: String(reading.value).length };
}

/** Reads a hit as a value of this field. */
export function readingOf(field: Field, hit: Hit, via: string): PageReading {
  if (hit.radios) return choiceOf(field, hit, via);
  if (hit.control && isCheckbox(hit.control)) {
    return field.kind === 'flag' ? { state: 'read', value: isChecked(hit.control), via } : unreadable('unparsable');
  }
  const live = hit.control ? liveValue(hit.control) : { text: hit.text ?? '', plain: false };
  // An input may be empty; an element without text is not filled yet.
  if (!live || (!hit.control && visibleText(live.text) === '')) return unreadable('not-hydrated');
  return textValue(field, live.text, live.plain, hit, via);
}

function choiceOf(field: Field, hit: Hit, via: string): Reading {
  const radios = hit.radios ?? [];
  // A single button is not a choice: the others were not found.
  if (radios.length < 2) return unreadable('ambiguous');
  const chosen = radios.findIndex(isChecked);
  const radio = radios[chosen];
  if (!radio) return { state: 'read', value: null, via };
  const code = radio.getAttribute('value') ?? '';
  if (!field.choices) return code ? { state: 'read', value: code, via } : unreadable('unparsable');
  const value = choicesOf(hit, field)[chosen];
  if (value === undefined) return unreadable('unparsable');
  return { state: 'read', value: field.kind === 'flag' ? value === 'true' : value, via };
}

/**
 * The value of each radio button of a group: by its whole label, by its code, otherwise by the words in its sentence.
 */
export function choicesOf({ radios = [], options = [] }: Hit, field: Field): readonly (string | undefined)[] {
  return radios.map((radio, index) => {
    const label = options[index] ?? '';
    const code = radio.getAttribute('value') ?? '';
    const byCode = field.choices && Object.hasOwn(field.choices, code) ? code : choiceNamed(field, labelKey(code));
    return choiceNamed(field, label) ?? byCode ?? choiceIn(field, label);
  });
}

/** "是" occurs in "不是", and "no" in many sentences. */
const SHORTEST_IN_SENTENCE = 5;

/** The only value whose words occur in a sentence; undefined if those of several do. */
function choiceIn(field: Field, sentence: string): string | undefined {
  const named = Object.entries(field.choices ?? {}).filter(([, words]) =>
    [...keysOf(words)].some((key) => key.length >= SHORTEST_IN_SENTENCE && holdsWords(sentence, key)),
  );
  return named.length === 1 ? named[0]?.[0] : undefined;
}

/** Whether words occur in a text as words, not as letters within other words. */
function holdsWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0 || words === '') return false;
  const isLetter = (sign = '') => /[a-z\d\u00c0-\u024f]/.test(sign);
  return !(
    (isLetter(words[0]) && isLetter(text[at - 1])) ||
    (isLetter(words.at(-1)) && isLetter(text[at + words.length]))
  );
}

/** The value that has this label key. */
export function choiceNamed(field: Field, key: string): string | undefined {
  for (const value in field.choices) {
    const words = field.choices[value];
    if (words && keysOf(words).has(key)) return value;
  }
  return undefined;
}

function textValue(field: Field, raw: string, plain: boolean, hit: Hit, via: string): PageReading {
  if (raw === '') return { state: 'read', value: null, via };
  // Typed text is kept verbatim; displayed text is laid out with spaces.
  if (field.kind === 'text' && hit.control) return { state: 'read', value: raw, via };
  const text = visibleText(raw);
  if (text === '' || (field.none && keysOf(field.none).has(labelKey(text)))) {
    return { state: 'read', value: null, via };
  }
  if (field.notGiven && keysOf(field.notGiven).has(labelKey(text))) return unreadable('not-given');
  switch (field.kind) {
    case 'money':
    case 'percent':
    case 'decimal':
    case 'count':
    case 'day':
      return written(field, field.kind, text, plain, hit, via);
    case 'moment':
      return written(field, field.kind, hit.time ? `${text} ${hit.time}` : text, plain, hit, via);
    case 'asin':
      return parsed(asinOf(hit, text), via);
    case 'word':
      return parsed(wordOf(field, text), via);
    case 'flag':
      return parsed(choiceNamed(field, labelKey(text)), via, (value) => value === 'true');
    default:
      if (field.known && !keysOf(field.known).has(labelKey(text))) return unreadable('unparsable');
      return parsed(formOf(text, field), via);
  }
}

/** Extracts a text by the field's form: the first group, or the whole match. Undefined if it does not match. */
export function formOf(text: string, { form }: Field): string | undefined {
  if (form === undefined) return text;
  const found = regexOf(form).exec(text);
  return found ? (found[1] ?? found[0]) : undefined;
}

function written(field: Field, kind: Written['kind'], text: string, plain: boolean, hit: Hit, via: string): Written {
  const locale = plain ? 'en-US' : kind === 'day' ? hit.control?.getAttribute('locale') : null;
  const mark = hit.mark || hit.over;
  return { state: 'written', kind, text, via, mark, locale: locale ?? undefined, amount: field.amount };
}

function parsed<T extends string | number>(
  value: T | undefined,
  via: string,
  as: (value: T) => string | number | boolean = (same) => same,
): Reading {
  return value === undefined ? unreadable('unparsable') : { state: 'read', value: as(value), via };
}

function asinOf(hit: Hit, text: string): string | undefined {
  const ofLink = asinOfLink(hit.element.getAttribute('href') ?? '');
  if (ofLink) return ofLink;
  const asins = asinsIn(text);
  return asins.length === 1 ? asins[0] : undefined;
}

function wordOf(field: Field, text: string): string | undefined {
  if (field.choices) return choiceNamed(field, labelKey(text)) ?? kindOfDiscount(field, text);
  return /^[A-Za-z]+(_[A-Za-z]+)*$/.test(text) ? text : undefined;
}

/** "5%" and "$2.00" in one column are a percentage and an amount. */
function kindOfDiscount(field: Field, text: string): string | undefined {
  if (!field.choices || !('percent' in field.choices) || !('amount' in field.choices)) return undefined;
  if (/^[%％]?\s?\d.*\d?\s?[%％]?$/.test(text) && /[%％]/.test(text)) return 'percent';
  return looksLikeMoney(text) ? 'amount' : undefined;
}
