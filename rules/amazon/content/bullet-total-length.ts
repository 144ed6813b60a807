import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import file from '../../policies/amazon/bullet-total-length.json' with { type: 'json' };

/** All bullets together have at most 999 code points, the part that is searched. */
export default defineRule({
  id: 'amazon/bullet-total-length',
  topic: 'content',
  severity: 'info',
  needs: ['bulletTotalLength'],
  uses: ['bullets'],
  marks: ['bullets'],
  policy: readPolicy(file, { limit: 'count' }),
  before: ({ bullets, bulletTotalLength }) => withoutLength('bullets', bullets, bulletTotalLength),
  check({ bulletTotalLength }, { limit }) {
    if (bulletTotalLength <= limit) return ok();
    return violation({ values: { bulletTotalLength }, fix: { limit, removeCharacters: bulletTotalLength - limit } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { bulletTotalLength: 999 } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { bulletTotalLength: 1000 },
        gives: { limit: 999, removeCharacters: 1 },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { bullets: null } }],
  },
});
