import { readPolicy } from '../../engine/policy.ts';
import file from './title-stop-words.json' with { type: 'json' };

/** Prepositions, articles and conjunctions by language: words a title may repeat freely. */
export const titleStopWords = readPolicy(file, {
  words: 'table',
  languages: 'table',
  otherLanguages: 'texts',
  ambiguous: 'texts',
  signs: 'texts',
});
