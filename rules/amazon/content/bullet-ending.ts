import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/bullet-ending.json' with { type: 'json' };

/**
 * A bullet ends without punctuation. Amazon's style advice, which most live listings do not follow and nothing enforces:
 * off until the seller wants it.
 */
export default defineRule({
  id: 'amazon/bullet-ending',
  topic: 'content',
  severity: 'info',
  optIn: true,
  needs: ['bullet'],
  marks: ['bullet', 'bullets'],
  each: { list: 'bullets', item: 'bullet' },
  policy: readPolicy(file, { endings: 'texts' }),
  check({ bullet }, { endings }) {
    const last = bullet.trimEnd().at(-1) ?? '';
    return endings.includes(last) ? violation({ values: {}, fix: { characters: [last] } }) : ok();
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { bullet: 'Holds 350 ml; fits every cup holder' } },
      { site: 'JP', day: '2026-11-20', facts: { bullet: '綿100%のやわらかい生地' } },
    ],
    violation: [
      { site: 'US', day: '2024-08-15', facts: { bullet: 'Soft cotton. ' }, gives: { characters: ['.'] } },
      { site: 'JP', day: '2026-11-20', facts: { bullet: '洗える素材です。' }, gives: { characters: ['。'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2024-08-14', facts: { bullet: 'Soft cotton.' } }],
  },
});
