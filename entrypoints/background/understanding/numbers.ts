import { minorDigits } from '../../../rules/engine/sites.ts';
import { withoutInvisible } from '../../console.content/reading/text.ts';
import { currencyMark } from './currency.ts';

export interface Money {
  /** Exact decimal with at least the currency's minor digits: "18.50", "2280". */
  readonly amount: string;
  /** ISO code that stood beside the amount; a sign that several currencies share names none. */
  readonly currency: string | undefined;
}

/** No amount is written longer. What is looked through for one costs the square of its length. */
const LONGEST_AMOUNT = 200;

/**
 * An amount as the console writes it: "1.234,56 €", "￥1,299", "12.5 USD". Undefined when the text is not exactly one
 * amount of at least zero. `currency` is the store's, used for the minor digits when the text names none.
 */
export function parseMoney(text: string, locale: string, currency: string | null): Money | undefined {
  if (text.length > LONGEST_AMOUNT) return undefined;
  const match = /^([^\d٠-٩۰-۹]*)(.*[\d٠-٩۰-۹])([^\d٠-٩۰-۹]*)$/su.exec(withoutInvisible(text));
  if (!match) return undefined;
  const [, before = '', digits = '', after = ''] = match;
  const marks = [before, after].filter((mark) => mark.trim() !== '').map(currencyMark);
  if (marks.includes(null)) return undefined;
  const codes = [...new Set(marks.filter((mark) => mark !== ''))];
  const seen = codes[0] ?? undefined;
  // "$12.50 USD" is one currency, "$12 €" is two.
  if (codes.length > 1 || (seen && marks.includes('') && !/^(USD|CAD|MXN|SGD|AUD)$/.test(seen))) return undefined;
  const amount = parseDecimal(digits, locale);
  return amount === undefined ? undefined : padded(amount, seen ?? currency, seen);
}

function padded(amount: string, currency: string | null, seen: string | undefined): Money | undefined {
  const [whole = '', fraction = ''] = amount.split('.');
  const digits = currency === null ? 2 : minorDigits(currency);
  const exact = fraction.replace(/0+$/, '');
  // A currency without minor units cannot have a fraction: the separator was not what it seemed.
  if (digits === 0 && exact !== '') return undefined;
  const shown = exact.padEnd(digits, '0');
  return { amount: shown === '' ? whole : `${whole}.${shown}`, currency: seen };
}

/** "10 %", "7,5", "12.50%": percentage points as an exact decimal without trailing zeros. */
export function parsePercent(text: string, locale: string): string | undefined {
  const amount = parseDecimal(withoutInvisible(text).replace(/^\s*[%％٪]|[%％٪]\s*$/g, ''), locale);
  if (amount === undefined || !amount.includes('.')) return amount;
  return amount.replace(/\.?0+$/, '');
}

/** A whole number, with or without grouping. */
export function parseCount(text: string, locale: string): number | undefined {
  const amount = parseDecimal(text, locale);
  return amount !== undefined && /^\d{1,15}$/.test(amount) ? Number(amount) : undefined;
}

/**
 * A non-negative number in a locale's writing as an exact decimal with a point, or undefined. A separator that can only
 * be one thing is that thing in every locale ("1.234,56", "1,234,567", "12,5"); one before exactly three last digits is
 * what the locale uses it for, and if the locale does not use it, nobody knows.
 */
export function parseDecimal(text: string, locale: string): string | undefined {
  const number = latinDigits(withoutInvisible(text)).trim();
  if (!/^\d(?:[\d.,\s'’٫٬]*\d)?$/.test(number) || number.length > 30) return undefined;
  const point = decimalAt(number, locale);
  if (point === undefined) return undefined;
  const whole = point < 0 ? number : number.slice(0, point);
  const fraction = point < 0 ? '' : number.slice(point + 1);
  if (!isGrouped(whole) || !/^\d{0,10}$/.test(fraction)) return undefined;
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return undefined;
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

/** Where the decimal separator stands: -1 when there is none, undefined when it cannot be told. */
function decimalAt(number: string, locale: string): number | undefined {
  if (number.includes('٫')) return number.indexOf('٫');
  const points = count(number, '.');
  const commas = count(number, ',');
  if (points === 0 && commas === 0) return -1;
  if (points > 0 && commas > 0) {
    const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    return count(number, number[last] as string) === 1 ? last : undefined;
  }
  if (points + commas > 1) return -1;
  const at = Math.max(number.indexOf('.'), number.indexOf(','));
  const whole = number.slice(0, at);
  if (number.length - at - 1 !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) return at;
  const { decimal, group } = separatorsOf(locale);
  if (number[at] === decimal) return at;
  return number[at] === group ? -1 : undefined;
}

/** Thousands, or India's lakh and crore: 12,34,567. */
function isGrouped(whole: string): boolean {
  return /^\d+$|^\d{1,3}([.,\s'’٬])\d{3}(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/.test(whole);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) as number) & 15));
}

/** Languages by the decimal and grouping separator of their numbers, as in CLDR; regions that differ are named. */
const SEPARATORS: readonly (readonly [decimal: string, group: string, languages: string])[] = [
  ['.', ',', 'en zh ja ko hi ta th ar he ms es-MX es-US'],
  [',', '.', 'de it es nl pt tr da id vi'],
  [',', ' ', 'fr sv pl cs fi nb en-ZA'],
];

/** The language's separators; none when they are not known here. A table, because the first `Intl` object costs 40 ms. */
function separatorsOf(locale: string): { readonly decimal?: string; readonly group?: string } {
  for (const tag of [locale.replace('_', '-'), locale.split(/[-_]/, 1)[0]]) {
    const known = SEPARATORS.find(([, , languages]) => languages.split(' ').includes(tag as string));
    if (known) return { decimal: known[0], group: known[1] };
  }
  return {};
}
