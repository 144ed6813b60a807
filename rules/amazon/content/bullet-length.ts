import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import file from '../../policies/amazon/bullet-length.json' with { type: 'json' };

/**
 * Every filled bullet has 10 to 255 code points, both inclusive; beyond 500 the field itself refuses it. Before
 * 2024-08-15 only the 500 held.
 */
export default defineRule({
  id: 'amazon/bullet-length',
  topic: 'content',
  severity: 'warning',
  needs: ['bulletLength'],
  uses: ['bullet'],
  marks: ['bullet', 'bullets'],
  each: { list: 'bullets', item: 'bullet' },
  policy: readPolicy(file, { minimum: 'count', limit: 'count', fieldLimit: 'count' }),
  before: ({ bullet, bulletLength }) =>
    bulletLength === 0 ? notApplicable('nothing-to-check') : withoutLength('bullet', bullet, bulletLength),
  check({ bulletLength }, { minimum, limit, fieldLimit }) {
    if (bulletLength < minimum)
      return violation({
        message: 'tooShort',
        values: { bulletLength },
        fix: { minimum, addCharacters: minimum - bulletLength },
      });
    if (bulletLength <= limit) return ok();
    const refused = bulletLength > fieldLimit;
    return violation({
      // Live listings have bullets of 300 to 500 characters: the number is Amazon's, a consequence was not seen.
      severity: refused ? 'error' : 'info',
      message: refused ? 'refused' : 'problem',
      values: { bulletLength },
      fix: { limit, removeCharacters: bulletLength - limit },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { bulletLength: 10 } },
      { site: 'US', day: '2026-11-20', facts: { bulletLength: 255 } },
      { site: 'US', day: '2024-08-14', facts: { bulletLength: 500 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2024-08-15',
        facts: { bulletLength: 256 },
        gives: { limit: 255, removeCharacters: 1 },
        severity: 'info',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { bulletLength: 501 },
        gives: { limit: 255, removeCharacters: 246 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2024-08-14',
        facts: { bulletLength: 501 },
        gives: { limit: 500, removeCharacters: 1 },
        severity: 'error',
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { bullet: '洗える素材です' },
        gives: { minimum: 10, addCharacters: 3 },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { bullet: null } },
      { site: 'US', day: '2026-11-20', facts: { bulletLength: 0 } },
    ],
  },
});
