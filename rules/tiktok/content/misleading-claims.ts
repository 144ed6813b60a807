import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { listsTogether, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/tiktok/misleading-claims.json' with { type: 'json' };

/** No exaggerated, absolute or unverifiable claim; dupe wording in the US. */
export default defineRule({
  id: 'tiktok/misleading-claims',
  topic: 'content',
  severity: 'warning',
  needs: ['text'],
  uses: ['title', 'description', 'highlights'],
  marks: ['title'],
  repeats: { rules: ['tiktok/title-prohibited-content', 'tiktok/redirecting-traffic'], through: 'phrases' },
  each: { of: ['title', 'description', 'highlights'], item: 'text' },
  policy: readPolicy(file, { claims: 'texts', copies: 'texts' }),
  quietUnknown: true,
  check({ text }, { claims, copies }) {
    const all = copies ? listsTogether(claims, copies) : claims;
    if (phrasesIn(text, all).length === 0) return ok();
    const found = phrasesIn(text, claims);
    if (found.length > 0) return violation({ values: {}, fix: { phrases: named(found) } });
    const dupes = copies ? phrasesIn(text, copies) : [];
    return dupes.length === 0 ? ok() : violation({ message: 'copies', values: {}, fix: { phrases: named(dupes) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { text: 'Soft cotton' } },
      { site: 'US', day: '2026-11-20', facts: { text: '100% cotton' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { text: 'Instant results in one day' },
        gives: { phrases: ['instant results'] },
      },
      { site: 'US', day: '2026-11-20', facts: { text: 'A dupe of a famous bag' }, gives: { phrases: ['dupe'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
  },
});
