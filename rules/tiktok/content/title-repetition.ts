import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { clipped } from '../../measures/phrases.ts';
import { wordsOver } from '../../measures/words.ts';
import file from '../../policies/tiktok/title-repetition.json' with { type: 'json' };

const NONE: ReadonlySet<string> = new Set();

/** No word stands more than four times in a US title. */
export default defineRule({
  id: 'tiktok/title-repetition',
  topic: 'content',
  severity: 'info',
  needs: ['title'],
  marks: ['title'],
  policy: readPolicy(file, { most: 'count' }),
  check({ title }, { most }) {
    const repeated = wordsOver(most, title, NONE);
    if (repeated.length === 0) return ok();
    return violation({ values: {}, fix: { words: repeated.map(({ word }) => clipped(word)), limit: most } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { title: 'bag bag bag bag' } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { title: 'bag bag bag bag bag' }, gives: { words: ['bag'], limit: 4 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'VN', day: '2026-11-20', facts: { title: 'bag bag bag bag bag' } },
      { site: 'US', day: '2025-10-15', facts: { title: 'bag bag bag bag bag' } },
    ],
  },
});
