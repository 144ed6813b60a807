// A word is a run of letters and digits. A point or comma between digits and an apostrophe do not end it.
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:(?<=\p{Nd})[.,](?=\p{Nd})|['’](?=\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const HYPHEN = /[-‐‑]/;
const APOSTROPHE = /['’]/;
/** Scripts written without spaces, where a run of letters is several words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HIRAGANA_ONLY = /^[\p{Script=Hiragana}ー]+$/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * How often each word occurs, case-folded, in order of first appearance; words of `skipped` are not counted. "l'eau"
 * counts as "eau" where "l" is skipped, "dog's" as "dog". In Chinese, Japanese and Thai single characters and words in
 * hiragana alone are not counted: they are mostly grammar, and cutting them out is guesswork.
 */
export function wordCounts(text: string, skipped: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const match of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    const word = match[0];
    if (UNSPACED.test(word)) countUnspaced(word, skipped, counts);
    else if (!isPartOfCompound(match)) count(plain(word, skipped), skipped, counts);
  }
  return counts;
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

function countUnspaced(run: string, skipped: ReadonlySet<string>, counts: Map<string, number>): void {
  // The dictionary is the same for every language; the name only has to be fixed.
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(run)) {
    if (!isWordLike) continue;
    if (UNSPACED.test(segment) && (segment.length < 2 || HIRAGANA_ONLY.test(segment))) continue;
    count(segment, skipped, counts);
  }
}

function count(word: string, skipped: ReadonlySet<string>, counts: Map<string, number>): void {
  if (!skipped.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
}
