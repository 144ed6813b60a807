import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { limit, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Site } from '../../engine/sites.ts';
import { named } from '../../measures/phrases.ts';
import { wordsOver } from '../../measures/words.ts';
import { titleStopWords } from '../../policies/amazon/title-stop-words.ts';
import file from '../../policies/amazon/title-word-repetition.json' with { type: 'json' };

const NONE: ReadonlySet<string> = new Set();
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Words that do not count on a site: those of its languages, and of others where they mean nothing else. */
function stopWords(day: string, site: Site): ReadonlySet<string> {
  const lists = limit(titleStopWords, day, site)?.values;
  if (!lists) return NONE;
  const languages: readonly string[] = lists.languages[site] ?? lists.otherLanguages;
  let set = sets.get(languages);
  if (!set) {
    const words = lists.words as Record<string, readonly string[]>;
    const everywhere = Object.values(words)
      .flat()
      .filter((word) => !lists.ambiguous.includes(word));
    set = new Set([...everywhere, ...languages.flatMap((language) => words[language] ?? []), ...lists.signs]);
    sets.set(languages, set);
  }
  return set;
}

// A number and a number with its unit are no words: 2 TB, M.2 and "2 in 1" say three different things.
const NUMBER = /^\p{Nd}[\p{Nd}.,]*$/u;
const MEASURE = /^\p{Nd}[\p{Nd}.,]*\p{L}{1,3}$/u;

/**
 * No word occurs more than twice in the title, whatever its case; twice is allowed. Stop words and numbers do not
 * count; a size or resolution (8K) that stands there three times is only worth a hint.
 */
export default defineRule({
  id: 'amazon/title-word-repetition',
  topic: 'content',
  severity: 'error',
  needs: ['title'],
  uses: ['isMedia'],
  marks: ['title'],
  policy: readPolicy(file, { occurrences: 'count' }),
  before: ({ isMedia }) => (isMedia ? notApplicable('exempt') : undefined),
  check({ title }, { occurrences }, { day, site }) {
    const over = wordsOver(occurrences, title, stopWords(day, site)).filter(({ word }) => !NUMBER.test(word));
    if (over.length === 0) return ok();
    const words = over.filter(({ word }) => !MEASURE.test(word));
    const repeated = words.length > 0 ? words : over;
    const surplus = repeated.reduce((sum, { count }) => sum + count - occurrences, 0);
    return violation({
      severity: words.length > 0 ? 'error' : 'info',
      message: words.length > 0 ? 'problem' : 'measure',
      values: { limit: occurrences },
      fix: { words: named(repeated.map(({ word: text }, at) => ({ at, text }))), count: surplus },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Dog Bed for Dog Lovers' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag for Him for Her for Kids' } },
      { site: 'DE', day: '2026-11-20', facts: { title: 'Becher für Tee, für Kaffee und für die Reise' } },
      { site: 'JP', day: '2026-11-20', facts: { title: '犬用ベッド 猫用ベッド 洗えるカバーの付いたもの' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Harborline SSD 2 TB M.2 2280, 2 in 1 Kit' } },
      { site: 'IN', day: '2026-11-20', facts: { title: 'टोपी पुरुषों के लिए, महिलाओं के लिए, बच्चों के लिए' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Dog Bed, Dog Mat, Dog Sofa' },
        gives: { words: ['dog'], count: 1 },
      },
      {
        site: 'US',
        day: '2025-01-21',
        facts: { title: 'Car Charger, Car Mount, Car Hook' },
        gives: { words: ['car'] },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'HDMI Cable 8K, 8K Ready, for 8K TV' },
        gives: { words: ['8k'], count: 1 },
        severity: 'info',
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { title: '犬用ベッド 猫用ベッド 小型犬ベッド' },
        gives: { words: ['ベッド'] },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2025-01-20', facts: { title: 'Dog Bed, Dog Mat, Dog Sofa' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Dog Eat Dog Eat Dog', isMedia: true } },
    ],
  },
});
