import type { Field } from '../../background/consoles/reader.ts';
import { isCurrencyMark } from './currency.ts';

/** A column whose header matches. */
export interface Column {
  readonly index: number;
  /** The header's text after the matched words, as label key: "(usd) 1usd=6.8104cny". */
  readonly behind: string;
  /** The currency it states for the amounts below it. */
  readonly mark: string | undefined;
}

/** "1usd=6.8104cny", in a header that states the conversion rate of its amounts. */
const RATE = /\d\s*[a-z]{3}\s*=\s*\d/;

/** What may follow a header's words without making it a different header. */
const BESIDE = /^\s*[([【:/|]/;

/** The header of a list as last read: the same object while its text is the same, so that lookups are cached. */
export function headerSaying(texts: readonly string[]): readonly string[] {
  if (texts.length !== last.length || texts.some((text, index) => text !== last[index])) last = texts;
  return last;
}

let last: readonly string[] = [];

/** Cached columns per header, by words and kind of lookup. */
const columns = new WeakMap<readonly string[], Map<ReadonlySet<string>, (readonly Column[])[]>>();

/**
 * The columns under headers with these words (label keys), alone or followed by brackets or a colon. For amounts and
 * other numbers such additions make a different column ("price (suggested)") unless they are a unit or a rate.
 * @param header from {@link headerSaying}
 * @param start whether the words are only the header's beginning
 */
export function columnsNamed(
  header: readonly string[],
  keys: ReadonlySet<string>,
  { kind }: Field,
  start: boolean,
): readonly Column[] {
  const inWords = kind === 'text' || kind === 'word' || kind === 'flag';
  const asked = (start ? 2 : 0) + (inWords ? 1 : 0);
  const ofHeader = columns.get(header) ?? new Map();
  columns.set(header, ofHeader);
  const ofWords = ofHeader.get(keys) ?? [];
  ofHeader.set(keys, ofWords);
  ofWords[asked] ??= findColumns(header, keys, inWords, start);
  return ofWords[asked];
}

function findColumns(
  header: readonly string[],
  keys: ReadonlySet<string>,
  inWords: boolean,
  start: boolean,
): readonly Column[] {
  const found = header.flatMap((text, index) => {
    if (keys.has(text)) return [{ index, behind: '', mark: undefined }];
    for (const key of keys) {
      if (!text.startsWith(key)) continue;
      const behind = text.slice(key.length);
      const mark = marksIn(behind)[0];
      if (start || isBeside(behind, inWords)) return [{ index, behind, mark }];
    }
    return [];
  });
  const exact = found.filter(({ behind }) => behind === '');
  return exact.length > 0 && !start ? exact : found;
}

function isBeside(behind: string, inWords: boolean): boolean {
  if (inWords) return BESIDE.test(behind);
  const rest = withoutRate(behind);
  // A letter would continue the word.
  return !/^[\p{L}\d]/u.test(behind) && wordsIn(rest).every(isCurrencyMark);
}

/** The currencies in a header's tail, without the rate. */
function marksIn(behind: string): string[] {
  return wordsIn(withoutRate(behind)).filter(isCurrencyMark);
}

/** The text before a rate and its words: "(usd)换算汇率: 1usd=6.8104cny". */
function withoutRate(behind: string): string {
  if (!RATE.test(behind)) return behind;
  return /^\s*[([【][^)\]】]*[)\]】]/.exec(behind)?.[0] ?? '';
}

function wordsIn(text: string): string[] {
  return text.split(/[\s()[\]【】:/|,;*?]+/).filter(Boolean);
}
