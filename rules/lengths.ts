import type { FactName } from './facts.ts';
import { notApplicable, type Outcome, unknown } from './outcome.ts';

/**
 * What a length check answers where no length is known: nothing to check for a field known to be empty, otherwise the
 * text is missing. Undefined where there is a length to judge.
 */
export function withoutLength(
  name: FactName,
  text: string | readonly string[] | null | undefined,
  length: number | null | undefined,
): Outcome | undefined {
  if (length !== undefined && length !== null) return undefined;
  return text === null || text === '' || length === null ? notApplicable('nothing-to-check') : unknown(name);
}

let graphemes: Intl.Segmenter | undefined;

/** The longest beginning of a text of at most `limit` code points that cuts no visible character, such as an emoji. */
export function shortened(text: string, limit: number): string {
  const end = unitsOf(text, limit);
  if (end === text.length || isPlain(text, end)) return text.slice(0, end);
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const start = graphemes.segment(text).containing(end)?.index ?? end;
  // One visible character may be longer than the limit; then there is no better place to cut.
  return text.slice(0, start === 0 ? end : start);
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
