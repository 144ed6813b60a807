import { codePoints, firstCodePoints } from './text.ts';

/** A place in a seller's text that a rule objects to. */
export interface Hit {
  /** UTF-16 index. */
  readonly at: number;
  /** The offending part, or the name by which the policy lists it. */
  readonly text: string;
}

export const NO_HITS: readonly Hit[] = [];

// Chinese and Japanese put no space before or after a Latin word, so only letters of spaced scripts continue a word.
const WORD_CHARACTER =
  '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{M}\\p{Nd}]';

/** The source of a pattern that matches only where no word continues on either side. */
export function wholeWord(source: string): string {
  return `(?<!${WORD_CHARACTER})(?:${source})(?!${WORD_CHARACTER})`;
}

/** A text as the source of a pattern that matches it literally. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Every place that matches. `pattern` has no `g` flag. Nothing is allocated where none does. */
export function hits(text: string, pattern: RegExp): readonly Hit[] {
  if (!pattern.test(text)) return NO_HITS;
  return Array.from(text.matchAll(new RegExp(pattern, `${pattern.flags}g`)), (match) => ({
    at: match.index,
    text: match[0],
  }));
}

/** The places that match, where every match holds a sign that is found faster than the pattern and seldom there. */
export function hitsWith(sign: RegExp, text: string, pattern: RegExp): readonly Hit[] {
  return sign.test(text) ? hits(text, pattern) : NO_HITS;
}

interface CompiledPhrases {
  /**
   * The phrases wherever they stand. Nearly every text has none of them, and to ask at each place whether a word
   * continues there takes two to three times as long as to find that out.
   */
  readonly anywhere: RegExp;
  readonly pattern: RegExp;
  readonly names: ReadonlyMap<string, string>;
}

// Lists come from the policy files and live as long as the program, so each is compiled once.
const characterPatterns = new WeakMap<readonly string[], RegExp>();
const phrasePatterns = new WeakMap<readonly string[], CompiledPhrases>();

/** Where single characters (code points) of a list occur. */
export function charactersIn(text: string, characters: readonly string[]): readonly Hit[] {
  let pattern = characterPatterns.get(characters);
  if (!pattern) {
    pattern = new RegExp(`[${characters.map((character) => `\\u{${hex(character)}}`).join('')}]`, 'u');
    characterPatterns.set(characters, pattern);
  }
  return hits(text, pattern);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

/**
 * Where phrases of a list occur as whole words, named as the list has them. "best seller" is found in "Best-Seller" and
 * "bestseller" too. Of two phrases at one place the longer is meant.
 */
export function phrasesIn(text: string, phrases: readonly string[], matchCase?: 'match case'): readonly Hit[] {
  let compiled = phrasePatterns.get(phrases);
  if (!compiled) {
    const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
    const source = longestFirst.map(phraseSource).join('|');
    const flags = matchCase ? 'u' : 'iu';
    compiled = {
      anywhere: new RegExp(source, flags),
      pattern: new RegExp(wholeWord(source), flags),
      names: new Map(phrases.map((phrase) => [matchCase ? phrase : squeezed(phrase), phrase])),
    };
    phrasePatterns.set(phrases, compiled);
  }
  const { anywhere, pattern, names } = compiled;
  const found = hitsWith(anywhere, text, pattern);
  if (found.length === 0) return NO_HITS;
  return found.map((hit) => ({ at: hit.at, text: names.get(matchCase ? hit.text : squeezed(hit.text)) ?? hit.text }));
}

const together = new WeakMap<readonly string[], readonly string[]>();

/**
 * Several lists of one period as one, which takes little more time to look for than one of them: most texts have nothing
 * of any.
 */
export function listsTogether(first: readonly string[], ...others: (readonly string[])[]): readonly string[] {
  let all = together.get(first);
  if (!all) {
    all = [first, ...others].flat();
    together.set(first, all);
  }
  return all;
}

function phraseSource(phrase: string): string {
  const words = phrase.split(/[\s\p{Pd}]+/u).map((word) => literal(word).replace('%', '\\s?%'));
  return words.join('[\\s\\p{Pd}]{0,3}');
}

function squeezed(phrase: string): string {
  return phrase.replace(/[\s\p{Pd}]+/gu, '').toLowerCase();
}

const CONTINUES_WORD = new RegExp(WORD_CHARACTER, 'u');

/**
 * Where a brand occurs as a whole word, whatever its case, named as the brand is written. Searched as text: a brand is
 * the seller's own and may be longer than a pattern can be.
 */
export function brandIn(text: string, brand: string): readonly Hit[] {
  const name = brand.trim();
  if (name === '') return NO_HITS;
  const [within, wanted] = [lowerCase(text), lowerCase(name)];
  let found: Hit[] | undefined;
  let at = within.indexOf(wanted);
  while (at >= 0) {
    const end = at + name.length;
    const isWhole = !CONTINUES_WORD.test(text.charAt(at - 1)) && !CONTINUES_WORD.test(text.charAt(end));
    if (isWhole) {
      found ??= [];
      found.push({ at, text: name });
    }
    at = within.indexOf(wanted, isWhole ? end : at + 1);
  }
  return found ?? NO_HITS;
}

/** Lower case of the same length, so that places stay the same: of "İ", whose small letter is two, the first. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => character.toLowerCase().slice(0, character.length)).join('');
}

/** The text with a space in each place where the brand was. */
export function withoutBrand(text: string, brand: string | null | undefined): string {
  const found = brand ? brandIn(text, brand) : NO_HITS;
  let rest = '';
  let from = 0;
  for (const { at, text: name } of found) {
    rest += `${text.slice(from, at)} `;
    from = at + name.length;
  }
  return from === 0 ? text : rest + text.slice(from);
}

// A sentence beside a field stays readable with this much of the seller's own text.
const LONGEST_NAME = 40;
const LONGEST_LIST = 120;

/** What was found, in reading order, each once, short enough for a sentence. At least one of them. */
export function named(found: readonly Hit[]): readonly string[] {
  const inOrder = [...found].sort((a, b) => a.at - b.at).map(({ text }) => clipped(text));
  const names: string[] = [];
  let length = 0;
  for (const name of new Set(inOrder)) {
    length += name.length;
    if (names.length > 0 && length > LONGEST_LIST) break;
    names.push(name);
  }
  return names;
}

/** A seller's text, cut short with "…" where it would fill a sentence. */
export function clipped(text: string): string {
  if (text.length <= LONGEST_NAME || codePoints(text) <= LONGEST_NAME) return text;
  return `${firstCodePoints(text, LONGEST_NAME - 1)}…`;
}
