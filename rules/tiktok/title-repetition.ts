import { ok, violation } from '../outcome.ts';
import { clipped } from '../phrases.ts';
import file from '../policies/tiktok.title-repetition.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';
import { defineRule } from '../rule.ts';
import { wordsOver } from '../words.ts';

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
