let graphemes: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

/** What no shortened text ends with: a blank, what leads on to more, an opening bracket. */
const TRAILING = /[\s,;:|/&+·•、，；：／＆＋(（[【「『<{\-–—]+$/u;
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['【', '】'],
];

/**
 * The longest beginning of a text of at most `limit` code points that ends with a whole word and leaves no bracket open.
 * Where a single word is longer than the limit it is cut within, but in no visible character, such as an emoji.
 */
export function shortened(text: string, limit: number): string {
  const end = unitsOf(text, limit);
  if (end === text.length) return text;
  const cut = text.slice(0, wordEnd(text, end));
  const whole = closed(cut).replace(TRAILING, '');
  if (whole !== '') return whole;
  return text.slice(0, graphemeEnd(text, end));
}

/** Where the last whole word before a place ends: at a blank, or where words follow each other without any. */
function wordEnd(text: string, end: number): number {
  if (/\s/u.test(text[end] ?? '')) return end;
  const blank = Math.max(
    text.lastIndexOf(' ', end - 1),
    text.lastIndexOf('\u00a0', end - 1),
    text.lastIndexOf('\u3000', end - 1),
  );
  // Chinese, Japanese and Thai titles have few blanks or none.
  if (blank * 2 >= end) return blank;
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const start = words.segment(text).containing(end)?.index ?? end;
  return Math.max(start, blank);
}

/** Without a bracket that the cut left open, where enough is left without it. */
function closed(text: string): string {
  for (const [open, close] of BRACKETS) {
    const at = text.lastIndexOf(open);
    if (at * 2 >= text.length && !text.includes(close, at)) return text.slice(0, at);
  }
  return text;
}

function graphemeEnd(text: string, end: number): number {
  if (isPlain(text, end)) return end;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const start = graphemes.segment(text).containing(end)?.index ?? end;
  // One visible character may be longer than the limit; then there is no better place to cut.
  return start === 0 ? end : start;
}

/** UTF-16 length of the first `count` code points. */
function unitsOf(text: string, count: number): number {
  if (text.length <= count) return text.length;
  let units = 0;
  let left = count;
  for (const character of text) {
    if (left === 0) break;
    units += character.length;
    left -= 1;
  }
  return units;
}

/** Below U+0300 nothing combines with its neighbour, save a carriage return and its line feed. */
function isPlain(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) < 0x300 && text.charCodeAt(at) < 0x300 && text[at] !== '\n';
}
