import { withoutInvisible } from '../../console.content/reading/text.ts';

/**
 * A date as the console writes it in a locale, as ISO day: "2026/5/22" (zh-CN), "11/20/2026" (en-US), "20.11.2026"
 * (de-DE), "Nov 1, 2026", "2026年11月1日". A time without zone behind it is dropped. Undefined when the text is no day, or
 * when it is not certain which: two-digit years, an instant with a zone, an order the locale does not use.
 */
export function parseDay(text: string, locale: string): string | undefined {
  const written = withoutInvisible(text.normalize('NFKC')).replace(/\s+/g, ' ').trim();
  const date = written.replace(/[ ,T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?$/i, '');
  return numeric(date, locale) ?? named(date, locale);
}

/** A day with a time behind it, of 24 hours or of 12 with AM or PM, as local moment: "2026-11-25 00:00". */
export function parseMoment(text: string, locale: string): string | undefined {
  const written = withoutInvisible(text).trim();
  const time = /(?:^|[ ,T])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?: ?([AP])M)?$/i.exec(written);
  const on = parseDay(text, locale);
  if (!time || on === undefined) return undefined;
  const [, hour = '', minutes = '', seconds = '00', half = ''] = time;
  const hours = hoursOf(Number(hour), half.toUpperCase());
  return hours === undefined ? undefined : `${on}T${String(hours).padStart(2, '0')}:${minutes}:${seconds}`;
}

/** Hours since midnight; undefined for what is on no clock of its kind. */
function hoursOf(hour: number, half: string): number | undefined {
  if (half === '') return hour < 24 ? hour : undefined;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'P' ? 12 : 0) : undefined;
}

function numeric(text: string, locale: string): string | undefined {
  const match =
    /^(\d{4})(?:[-/.] ?|年 ?|년 ?)(\d{1,2})(?:[-/.] ?|月 ?|월 ?)(\d{1,2})[日일.]?$/.exec(text) ??
    /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\.?$/.exec(text);
  if (!match) return undefined;
  if (match.length === 4) return day(match[1], match[2], match[3]);
  const [, first, , second, year] = match;
  const order = orderOf(locale);
  if (order === 'dmy') return day(year, second, first);
  if (order === 'mdy') return day(year, first, second);
  // The locale puts the year first, so the order of the others is only known when one of them cannot be a month.
  if (Number(first) > 12) return day(year, second, first);
  if (Number(second) > 12) return day(year, first, second);
  return first === second ? day(year, first, second) : undefined;
}

function named(text: string, locale: string): string | undefined {
  const words = text.toLowerCase().match(/[^\s,./-]+/g) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word) && word !== 'de');
  const year = numbers.find((number) => number.length === 4);
  const date = numbers.find((number) => number.length <= 2);
  if (numbers.length !== 2 || names.length !== 1 || !year || !date) return undefined;
  const month = monthNamed(names[0] as string, locale);
  return month === undefined ? undefined : day(year, String(month), date);
}

function day(year = '', month = '', date = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

type Order = 'dmy' | 'mdy' | 'ymd';

/** Order of day, month and year in a locale, as in CLDR. A table, because the first `Intl` date format costs 170 ms. */
function orderOf(locale: string): Order {
  if (/^en([-_]US)?$/i.test(locale)) return 'mdy';
  return /^(zh|ja|ko|sv|lt|hu|fr[-_]CA|en[-_](CA|ZA))\b/i.test(locale.replace('_', '-')) ? 'ymd' : 'dmy';
}

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');

/** 1-12 for a month's name, long or short, in English or the locale's language. */
function monthNamed(name: string, locale: string): number | undefined {
  const english = name.length < 3 ? -1 : ENGLISH.findIndex((month) => month.startsWith(name));
  return english >= 0 ? english + 1 : monthsOf(locale).get(name);
}

const months = new Map<string, Map<string, number>>();

/** Lower-case month names, long and short, as they stand in a date, to 1-12. Only made for a date with such a name. */
function monthsOf(locale: string): Map<string, number> {
  let names = months.get(locale);
  if (names) return names;
  names = new Map();
  months.set(locale, names);
  for (const month of ['long', 'short'] as const) {
    const format = monthFormat(locale, month);
    for (let index = 0; index < 12; index += 1) {
      const name = format?.formatToParts(Date.UTC(2026, index, 1)).find(({ type }) => type === 'month')?.value;
      if (name) names.set(name.toLowerCase().replace(/\.$/, ''), index + 1);
    }
  }
  return names;
}

/** Null for a text that is no language tag. */
function monthFormat(locale: string, month: 'long' | 'short'): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(locale.replace('_', '-'), {
      calendar: 'gregory',
      timeZone: 'UTC',
      month,
      day: 'numeric',
    });
  } catch {
    return null;
  }
}
