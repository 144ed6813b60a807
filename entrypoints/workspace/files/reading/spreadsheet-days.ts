import { parseDay, parseMoment } from '../../../background/understanding/days.ts';

/** Days and moments as spreadsheets write them when they save a file again. */

/** Days since 1899-12-30, with a fraction for the time: 2000 to 2099. Any other number is no day. */
const SERIAL = /^(?:3[6-9]|[4-6]\d|7[0-2])\d{3}(?:\.\d+)?$/;
const DAY_MS = 86_400_000;
const SERIAL_START = Date.UTC(1899, 11, 30);

/** A local moment, ISO without zone, of a spreadsheet's number; undefined for a text that is none. */
function serialMoment(text: string): string | undefined {
  if (!SERIAL.test(text)) return undefined;
  const seconds = Math.round((Number(text) * DAY_MS) / 1000);
  return new Date(SERIAL_START + seconds * 1000).toISOString().slice(0, 19);
}

/** The day of a cell: in the locale's order, with or without a time behind it, or as a spreadsheet's number. */
export function dayIn(cell: string, locale: string): string | undefined {
  const text = cell.trim();
  return parseDay(text, locale) ?? serialMoment(text)?.slice(0, 10);
}

/** Two numbers that both may be the month. */
const EITHER = /^(0?[1-9]|1[0-2])([-/.])(0?[1-9]|1[0-2])\2\d{4}(?!\d)/;

/** Whether a day can be read in two orders, such as 10/1/2026. */
export function isEitherDay(cell: string): boolean {
  const [, first, , second] = EITHER.exec(cell.trim()) ?? [];
  return first !== undefined && Number(first) !== Number(second);
}

/** Day, month and year in one of their orders, with a time: no other text is taken for one in another order. */
const NUMERIC = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4} +\d{1,2}:\d{2}/;

export interface LocalMoment {
  /** ISO without zone. */
  readonly moment: string;
  /** Whether the locale's order alone says which number is the month. */
  readonly isEither: boolean;
}

/** A moment without zone; `other-order` for one that is a moment only in another order than the locale's. */
export function localMoment(cell: string, locale: string): LocalMoment | 'other-order' | null {
  const text = cell.trim();
  const moment = parseMoment(text, locale) ?? (text.includes('.') ? serialMoment(text) : undefined);
  if (moment !== undefined) return { moment, isEither: isEitherDay(text) };
  return NUMERIC.test(text) && parseMoment(text, locale === 'en-US' ? 'en-GB' : 'en-US') ? 'other-order' : null;
}
