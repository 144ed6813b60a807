import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hitsWith, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/tiktok/title-variety-words.json' with { type: 'json' };

const VARIETIES = /\p{L}+(?:\/\p{L}+){2,}|\b\d+\s?colou?rs\b|\bset of \d+(?:,? (?:or |and )?set of \d+)+/iu;
// Asked first: most titles have none of these, which is quickly seen.
const VARIETIES_SIGN = /[/\d]/;

/** A US title lists no stock states and no varieties. */
export default defineRule({
  id: 'tiktok/title-variety-words',
  topic: 'content',
  severity: 'info',
  needs: ['title'],
  marks: ['title'],
  policy: readPolicy(file, { phrases: 'texts' }),
  check({ title }, { phrases }) {
    const found = [...hitsWith(VARIETIES_SIGN, title, VARIETIES), ...phrasesIn(title, phrases)];
    return found.length === 0 ? ok() : violation({ values: {}, fix: { phrases: named(found) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Red cotton bag with 2 pockets' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Set of 4 cups' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag red/blue/green' }, gives: { phrases: ['red/blue/green'] } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag in 5 colors' }, gives: { phrases: ['5 colors'] } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Cups set of 4, set of 6' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag low stock' }, gives: { phrases: ['low stock'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { title: 'Bag 5 colors' } },
      { site: 'US', day: '2025-10-15', facts: { title: 'Bag 5 colors' } },
    ],
  },
});
