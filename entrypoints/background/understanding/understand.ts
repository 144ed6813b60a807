import type { FieldReadings, Notice, PageReading, Reading, Written } from '../../console.content/reading/reading.ts';
import { currencyMark } from './currency.ts';
import { parseDay, parseMoment } from './days.ts';
import { parseCount, parseDecimal, parseMoney, parsePercent } from './numbers.ts';

/** How a page writes: its language, and the ISO code of its store's currency where that is known. */
export interface Writing {
  readonly locale: string;
  /** Languages in which it may write days, where that is not known to be the one of its numbers. */
  readonly dayLocales?: readonly string[];
  readonly currency: string | null;
}

const UNPARSABLE: Reading = { state: 'unreadable', reason: 'unparsable' };
const AMBIGUOUS: Reading = { state: 'unreadable', reason: 'ambiguous' };
const ABSENT: Reading = { state: 'absent' };
const A_RANGE: Reading = { state: 'unreadable', reason: 'range' };

/** "¥30.00~69.00", "10%-15%": two numbers, and what may stand around each. */
const RANGE = /^\D{0,6}(\d[\d.,]*)\D{0,4}?\s*[~～–—-]\s*\D{0,6}(\d[\d.,]*)\D{0,6}$/;

/** "$14.14 + $0.00"; Temu's price in dollars with what it is in yuan behind it. */
const BETWEEN_AMOUNTS = /\+|人民币报价[:：]/;

/** What the fields of a record say, numbers and days understood in the page's writing. */
export function understandFields(fields: { readonly [field: string]: PageReading }, writing: Writing): FieldReadings {
  const inOneWay = { ...writing, dayLocales: dayLocalesOf(Object.values(fields), writing) };
  return Object.fromEntries(Object.entries(fields).map(([name, reading]) => [name, understand(reading, inOneWay)]));
}

/** A record writes its days in one way: of several, those in which every day of it is one. */
function dayLocalesOf(readings: readonly PageReading[], { locale, dayLocales = [locale] }: Writing): readonly string[] {
  const days = readings.filter((reading) => reading.state === 'written' && isDay(reading) && !reading.locale);
  const fitting = dayLocales.filter((one) => days.every((day) => parseWritten(day as Written, one) !== undefined));
  return fitting.length > 0 ? fitting : dayLocales;
}

function isDay({ kind }: Written): boolean {
  return kind === 'day' || kind === 'moment';
}

function parseWritten({ kind, text }: Written, locale: string): string | undefined {
  return kind === 'day' ? parseDay(text, locale) : parseMoment(text, locale);
}

/** "12/06/2026" is another day in another language: where both may be meant, neither is. */
function dayOf(reading: Written, { locale, dayLocales = [locale] }: Writing): Reading {
  const locales = reading.locale ? [reading.locale] : dayLocales;
  const days = new Set(locales.map((one) => parseWritten(reading, one)).filter((day) => day !== undefined));
  return days.size > 1 ? AMBIGUOUS : valueOr([...days][0], reading);
}

/** What one reading says. A text that is not exactly one number or day of its kind is unparsable. */
export function understand(reading: PageReading, writing: Writing): Reading {
  if (reading.state !== 'written') return reading;
  const said = understood(reading, writing);
  const isNumber = reading.kind !== 'day' && reading.kind !== 'moment';
  return said === UNPARSABLE && isNumber && RANGE.test(reading.text) ? A_RANGE : said;
}

function understood(reading: Written, writing: Writing): Reading {
  const locale = reading.locale ?? writing.locale;
  switch (reading.kind) {
    case 'money':
      return moneyIn(reading, { ...writing, locale });
    case 'percent':
      if (reading.mark && currencyMark(reading.mark) !== null) return AMBIGUOUS;
      return valueOr(parsePercent(reading.text, locale), reading);
    case 'count':
      return valueOr(parseCount(reading.text, locale), reading);
    case 'decimal':
      return valueOr(signed(reading.text, locale), reading);
    case 'day':
    case 'moment':
      return dayOf(reading, writing);
  }
}

/** A stock that was mistyped may be below zero. */
function signed(text: string, locale: string): string | undefined {
  const [, minus = '', number = ''] = /^([-−]?)\s*(.*)$/s.exec(text.trim()) ?? [];
  const amount = parseDecimal(number, locale);
  return amount === undefined || minus === '' ? amount : `-${amount}`;
}

function valueOr(value: string | number | undefined, { via }: Written): Reading {
  return value === undefined ? UNPARSABLE : { state: 'read', value, via };
}

/** A mall that declares in yuan may show dollars too: there each sign means one currency. */
function inMall(text: string): string {
  return text.replace(/[¥￥]/g, '元').replace(/^\s*\$/, 'US$');
}

function moneyIn({ text, mark = '', amount, via }: Written, { locale, currency }: Writing): Reading {
  if (/[%％]/.test(mark)) return AMBIGUOUS;
  const part = amount === undefined ? text : text.split(BETWEEN_AMOUNTS)[amount];
  // One amount where two may stand: there is no second one.
  if (part === undefined) return ABSENT;
  const own = currency === 'CNY' ? inMall(part) : part;
  // A header's currency is that of amounts which have none of their own.
  const beside = /^[\d\s.,]+$/.test(own) ? currencyMark(currency === 'CNY' ? inMall(mark) : mark) || null : null;
  const money = parseMoney(own.trim(), locale, beside ?? currency);
  if (!money) return UNPARSABLE;
  const seen = money.currency ?? beside;
  const read = { state: 'read', value: money.amount, via } as const;
  return seen ? { ...read, currency: seen } : read;
}

/** A notice with its amounts as exact decimals: all of them, or none, since half of a comparison proves nothing. */
export function understandNotice(notice: Notice, { locale, currency }: Writing): Notice {
  const amounts: Record<string, string> = {};
  for (const [name, text] of Object.entries(notice.amounts)) {
    const money = text === undefined ? undefined : parseMoney(text, locale, currency);
    if (!money) return { ...notice, amounts: {} };
    amounts[name] = money.amount;
  }
  return { ...notice, amounts };
}
