import file from '../policies/amazon.title-stop-words.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';

/** Prepositions, articles and conjunctions by language: words a title may repeat freely. */
export const titleStopWords = readPolicy(file, {
  words: 'table',
  languages: 'table',
  otherLanguages: 'texts',
  ambiguous: 'texts',
  signs: 'texts',
});
