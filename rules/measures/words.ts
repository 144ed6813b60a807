import { isAscii } from './text.ts';

// A word is a run of letters and digits. A point or comma between digits and an apostrophe do not end it.
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:(?<=\p{Nd})[.,](?=\p{Nd})|['’](?=\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** The same in a text of ASCII alone, in small letters. */
const ASCII_WORD = /[a-z0-9]+(?:(?:(?<=[0-9])[.,](?=[0-9])|'(?=[a-z]))[a-z0-9]+)*/g;
const HYPHEN = /[-‐‑]/;
const APOSTROPHE = /['’]/;
/** Scripts written without spaces, where a run of letters is several words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HIRAGANA_ONLY = /^[\p{Script=Hiragana}ー]+$/u;

let segmenter: Intl.Segmenter | undefined;

export interface RepeatedWord {
  readonly word: string;
  readonly count: number;
}

const NONE: readonly RepeatedWord[] = [];

/**
 * The words that occur more than `most` times, case-folded, in order of first appearance; words of `skipped` do not
 * count. "l'eau" counts as "eau" where "l" is skipped, "dog's" as "dog". In Chinese, Japanese and Thai single characters
 * and words in hiragana alone are not counted: they are mostly grammar, and cutting them out is guesswork.
 */
export function wordsOver(most: number, text: string, skipped: ReadonlySet<string>): readonly RepeatedWord[] {
  const lower = text.toLowerCase();
  if (!mayRepeat(lower, most)) return NONE;
  const counts = wordCounts(text, lower, skipped);
  const over: RepeatedWord[] = [];
  // Asked here of few words, instead of every one while counting.
  for (const [word, count] of counts) if (count > most && !skipped.has(word)) over.push({ word, count });
  return over;
}

const HASHES = 1024; // a power of two
const tallies = new Uint16Array(HASHES);

/**
 * Whether a run of letters and digits may occur more than `most` times, which is so of a run in every word that does.
 * Takes a third of the time of counting: runs are counted by a short hash, and none is cut out. A text beyond ASCII
 * always may.
 */
function mayRepeat(lower: string, most: number): boolean {
  tallies.fill(0);
  let hash = 0;
  let isInRun = false;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : SPACE;
    if (code >= FIRST_BEYOND_ASCII) return true;
    if (isLetterOrDigit(code)) {
      hash = (hash * 31 + code) & (HASHES - 1);
      isInRun = true;
    } else if (isInRun) {
      const tally = (tallies[hash] as number) + 1;
      if (tally > most) return true;
      tallies[hash] = tally;
      hash = 0;
      isInRun = false;
    }
  }
  return false;
}

const SPACE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;

/** Of a unit of a text of ASCII in small letters. */
function isLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function wordCounts(text: string, lower: string, skipped: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (isAscii(lower)) countPlain(lower, skipped, counts);
  else
    for (const match of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
      const word = match[0];
      if (UNSPACED.test(word)) countUnspaced(word, counts);
      else if (!isPartOfCompound(match)) count(plain(word, skipped), counts);
    }
  return counts;
}

function countPlain(text: string, skipped: ReadonlySet<string>, counts: Map<string, number>): void {
  if (text.includes('-')) {
    for (const match of text.matchAll(ASCII_WORD))
      if (!isPartOfCompound(match)) count(plain(match[0], skipped), counts);
    return;
  }
  const words = text.match(ASCII_WORD);
  if (words === null) return;
  const isPlain = !text.includes("'");
  for (const word of words) count(isPlain ? word : plain(word, skipped), counts);
}

/** The "t" of "t-shirt", the "c" of "usb-c", the "2" of "2-in-1". */
function isPartOfCompound({ 0: word, index, input }: RegExpExecArray): boolean {
  if (word.length > 1) return false;
  return HYPHEN.test(input.charAt(index - 1)) || HYPHEN.test(input.charAt(index + 1));
}

function plain(word: string, skipped: ReadonlySet<string>): string {
  const apostrophe = word.search(APOSTROPHE);
  if (apostrophe < 0) return word;
  if (skipped.has(word.slice(0, apostrophe))) return word.slice(apostrophe + 1);
  return /['’]s$/.test(word) ? word.slice(0, -2) : word;
}

function countUnspaced(run: string, counts: Map<string, number>): void {
  // The dictionary is the same for every language; the name only has to be fixed.
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(run)) {
    if (!isWordLike) continue;
    if (UNSPACED.test(segment) && (segment.length < 2 || HIRAGANA_ONLY.test(segment))) continue;
    count(segment, counts);
  }
}

function count(word: string, counts: Map<string, number>): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
