import { type FactName, factKinds, type Kind, type WireValue } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { entryKind } from './entries.ts';

/** The seller's input as a fact; `null` deletes the entry; `not-understood` if it cannot be one. */
export type ParsedEntry = { readonly value: WireValue } | 'not-understood';

/**
 * Reads what a seller typed, leniently: full-width digits, currency signs and units around the number, a comma or a
 * point as decimal separator, days as 2026-12-01, 2026/12/1 or 12/01/2026 where the order is unambiguous, and words of
 * a choice. Empty input deletes the entry.
 */
export function parseEntry(name: FactName, input: string, choices: readonly string[] | null): ParsedEntry {
  const text = input.normalize('NFKC').trim();
  if (text === '') return { value: null };
  const value = read(name, text, choices);
  if (value === null) return 'not-understood';
  return parseFacts({ [name]: value }).rejected.length > 0 ? 'not-understood' : { value };
}

function read(name: FactName, text: string, choices: readonly string[] | null): WireValue | null {
  if (entryKind(name) === 'choice') return choices === null || choices.includes(text) ? text : null;
  return readKind(factKinds[name], text);
}

function readKind(kind: Kind, text: string): WireValue | null {
  switch (kind) {
    case 'money':
    case 'decimal':
      return readDecimal(text);
    case 'percent':
      return inRange(readDecimal(text.replace(/[%％]\s*$/u, '')), 100);
    case 'count':
      return readCount(text);
    case 'day':
      return readDay(text);
    case 'flag':
      return readFlag(text);
    case 'text':
    case 'word':
      return text;
    case 'moment':
      return readMoment(text);
    case 'texts':
    case 'moneys':
    case 'rows':
    case 'prices':
    case 'colours':
      return null;
  }
}

/** A day and a time, as 2026-05-10 10:00; the day as everywhere. */
function readMoment(text: string): string | null {
  const [, day = '', time = ''] = /^(.+?)[T\s]+(\d{2}:\d{2}(?::\d{2})?)$/u.exec(text) ?? [];
  const read = readDay(day);
  return read === null ? null : `${read}T${time}`;
}

/** Signs and words that may surround an amount: currency signs, ISO codes, 元 and 円. */
const AROUND =
  /^(?:[\p{Sc}￥元円]|[A-Z]{2,3}\$?|R\$|kr\.?|zł)+\s*|\s*(?:[\p{Sc}￥元円]|[A-Z]{3}|kr\.?|zł|stars?|星)+$/giu;

/** An exact decimal from digits with optional grouping; null if it is not a number, negative or ambiguous. */
function readDecimal(text: string): string | null {
  const bare = text.replaceAll(AROUND, '').replaceAll(/[\s\u00a0\u202f'’]/gu, '');
  if (!/^[\d.,]+$/u.test(bare) || !/\d/u.test(bare)) return null;
  const decimal = decimalSeparator(bare);
  if (decimal === null) return null;
  const [whole = '', fraction = '', ...more] = decimal === '' ? [bare] : bare.split(decimal);
  if (more.length > 0) return null;
  const grouped = whole.split(/[.,]/u);
  const isGrouped = grouped.length > 1;
  if (isGrouped && grouped.slice(1).some((group) => group.length !== 3)) return null;
  const digits = grouped.join('').replace(/^0+(?=\d)/u, '') || '0';
  if (digits.length > 12 || fraction.length > 6 || /[.,]/u.test(fraction)) return null;
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

/**
 * The decimal separator of a number, '' if it has none. Of two different separators it is the last. A single one is the
 * decimal separator unless exactly three digits follow, where it might group thousands: then a comma groups and a point
 * does not.
 */
function decimalSeparator(bare: string): string | null {
  const point = bare.lastIndexOf('.');
  const comma = bare.lastIndexOf(',');
  if (point === -1 && comma === -1) return '';
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  const separator = point === -1 ? ',' : '.';
  const parts = bare.split(separator);
  if (parts.length > 2) return parts.slice(1).every((part) => part.length === 3) ? '' : null;
  return separator === ',' && parts[1]?.length === 3 && parts[0] !== '0' ? '' : separator;
}

function inRange(value: string | null, most: number): string | null {
  return value !== null && Number(value) <= most ? value : null;
}

function readCount(text: string): number | null {
  const value = readDecimal(text);
  return value !== null && /^\d+$/u.test(value) ? Number(value) : null;
}

function readDay(text: string): string | null {
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text);
  if (!yearLast) return null;
  const [, first = '', separator, second = '', year] = yearLast;
  if (separator === '.' || Number(first) > 12) return day(year, second, first);
  // 12/01 is December or January, depending on the country: only a day after the 12th, or equal numbers, is
  // unambiguous.
  return Number(second) > 12 || Number(first) === Number(second) ? day(year, first, second) : null;
}

function day(year = '', month = '', date = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const YES = /^(?:yes|y|true|1|是|有|对)$/iu;
const NO = /^(?:no|n|false|0|否|没有|无|不|不是)$/iu;

function readFlag(text: string): boolean | null {
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}
