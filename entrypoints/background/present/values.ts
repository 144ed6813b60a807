import { isFactName, type WireValue } from '../../../rules/engine/facts.ts';
import { minorDigits } from '../../../rules/engine/sites.ts';
import { asFigure, kindOf, type WireFigure } from '../../../rules/engine/wire.ts';
import type { Language } from '../messages/words.ts';
import { factWord, interfaceText } from './messages.ts';

/** Longest text of a page in a sentence or table, in code points. */
const LONGEST_TEXT = 60;
const MOST_ITEMS = 5;

const numbers = new Map<string, Intl.NumberFormat>();
const days: Partial<Record<Language, Intl.DateTimeFormat>> = {};

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = numbers.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language, options);
    numbers.set(key, found);
  }
  return found;
}

/**
 * An amount with its currency's usual number of decimals: "$28.80", "¥2,498". A computed amount may have more
 * of them, which no buyer pays and no field accepts.
 * @param style BCP 47 language of the console's numbers ("1.234,56 €" in a German one); default: the seller's
 */
export function money(language: Language, amount: string, currency: string, style: string = language): string {
  const digits = minorDigits(currency);
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  return numberFormat(numberLanguage(style, language), options).format(amount as Intl.StringNumericLiteral);
}

const numberLanguages = new Map<string, string>();

/** The console's language if it writes numbers unlike English and Chinese; otherwise the seller's. */
function numberLanguage(style: string, language: Language): string {
  const key = `${style} ${language}`;
  let found = numberLanguages.get(key);
  if (found === undefined) {
    found = writesAsEnglish(style) ? language : style;
    numberLanguages.set(key, found);
  }
  return found;
}

function writesAsEnglish(style: string): boolean {
  try {
    return new Intl.NumberFormat(style, { numberingSystem: 'latn' }).format(12_345.6) === '12,345.6';
  } catch {
    // The page's language attribute may hold anything.
    return true;
  }
}

/** Percentage points: "26%". */
export function percentage(language: Language, points: string): string {
  return `${decimal(language, points)}%`;
}

export function decimal(language: Language, number: string): string {
  return numberFormat(language, { maximumFractionDigits: 2 }).format(number as Intl.StringNumericLiteral);
}

/** As entered, up to a scale's precision: a weight of 0.001 is too fine for some formats, yet not 0. */
function measured(language: Language, number: string): string {
  const digits = number.split('.')[1]?.length ?? 0;
  return numberFormat(language, { maximumFractionDigits: digits > 4 ? 2 : digits }).format(
    number as Intl.StringNumericLiteral,
  );
}

/** An ISO day as people write it: "12 Mar 2024", "2024年3月12日". */
export function day(language: Language, iso: string): string {
  days[language] ??= new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: language === 'en' ? 'medium' : 'long',
    timeZone: 'UTC',
  });
  const date = Date.parse(iso);
  return Number.isNaN(date) ? iso : (days[language]?.format(date) ?? iso);
}

/** List of names: "a, b", "a、b". */
export function list(language: Language, items: readonly string[]): string {
  return items.join(language === 'en' ? ', ' : '、');
}

/** Names in a sentence: "a, b and c", "a、b和c". */
export function together(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(items);
}

/** A figure or fact formatted in its unit. Whole numbers stay numbers, so that messages can choose the plural. */
export function written(
  language: Language,
  name: string,
  value: WireFigure,
  currency: string,
  style?: string,
): string | number {
  if (typeof value === 'boolean') return interfaceText(language, value ? 'yes' : 'no');
  const kind = kindOf(name);
  if (Array.isArray(value)) {
    const items = inWords(value as readonly string[]).map((item) =>
      kind === 'moneys' ? money(language, item, currency, style) : cut(item),
    );
    return list(language, items.length > MOST_ITEMS ? [...items.slice(0, MOST_ITEMS), '…'] : items);
  }
  const text = String(value);
  switch (kind) {
    case 'money':
      return money(language, text, currency, style);
    case 'percent':
      return percentage(language, text);
    case 'decimal':
      return isFactName(name) ? measured(language, text) : decimal(language, text);
    case 'count':
      return Number(text);
    case 'day':
      return day(language, text);
    case 'moment':
      return `${day(language, text.slice(0, 10))} ${text.slice(11, 16)}`;
    case 'word':
      return factWord(language, name, text);
    default:
      return typeof value === 'number' ? value : cut(factWord(language, name, text));
  }
}

const HAN = /^\p{Script=Han}$/u;

/** Joins consecutive Chinese characters into words: "红色", not "红、色". */
function inWords(items: readonly string[]): readonly string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const item of items) {
    const isHan = HAN.test(item);
    if (isHan && isOpen) words.push(`${words.pop()}${item}`);
    else words.push(item);
    isOpen = isHan;
  }
  return words;
}

/** The same, as text for a table. */
export function shown(language: Language, name: string, value: WireFigure, currency: string, style?: string): string {
  const text = written(language, name, value, currency, style);
  return typeof text === 'number' ? numberFormat(language, {}).format(text) : text;
}

/** A field's value as text for a table; empty for an empty field or a value without a short form. */
export function shownFact(language: Language, name: string, value: WireValue, currency: string): string {
  const figure = asFigure(value);
  return figure === null ? '' : shown(language, name, figure, currency);
}

/** Shortens a page's long text at a character boundary. */
export function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_TEXT ? text : `${characters.slice(0, LONGEST_TEXT - 1).join('')}…`;
}
