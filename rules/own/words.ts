import { type Hit, hits, literal, phrasesIn } from '../measures/phrases.ts';
import type { OwnCheckOf } from './schema.ts';

type WordCheck = OwnCheckOf<'forbidden-words'> | OwnCheckOf<'required-words'>;

/** Finds a check's words in a text, ignoring case: as whole words, or anywhere. */
export type WordFinder = (text: string) => readonly Hit[];

/**
 * Compiles the words once. A whole word in Chinese, Japanese or Thai matches anywhere, because these languages put no
 * spaces between words.
 */
export function wordFinder({ words, match }: Pick<WordCheck, 'words' | 'match'>): WordFinder {
  if (match === 'word') return (text) => phrasesIn(text, words);
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(literal).join('|'), 'iu');
  const names = new Map(words.map((word) => [word.toLowerCase(), word]));
  return (text) =>
    hits(text, pattern).map((hit) => ({ at: hit.at, text: names.get(hit.text.toLowerCase()) ?? hit.text }));
}

/** The words of a check that a text lacks; each is searched separately, since one may be part of another. */
export function missingWords({ words, match }: WordCheck, finders: Map<string, WordFinder>, texts: readonly string[]) {
  return words.filter((word) => {
    let finder = finders.get(word);
    if (!finder) {
      finder = wordFinder({ words: [word], match });
      finders.set(word, finder);
    }
    const find = finder;
    return !texts.some((text) => find(text).length > 0);
  });
}
