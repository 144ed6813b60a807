import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import file from '../../policies/amazon/description-length.json' with { type: 'json' };

/** The description has at most 2,000 code points; exactly 2,000 is allowed. */
export default defineRule({
  id: 'amazon/description-length',
  topic: 'content',
  severity: 'warning',
  needs: ['descriptionLength'],
  uses: ['description'],
  marks: ['description'],
  policy: readPolicy(file, { limit: 'count' }),
  before: ({ description, descriptionLength }) => withoutLength('description', description, descriptionLength),
  check({ descriptionLength }, { limit }) {
    if (descriptionLength <= limit) return ok();
    return violation({ values: { descriptionLength }, fix: { limit, removeCharacters: descriptionLength - limit } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { descriptionLength: 2000 } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { descriptionLength: 2001 },
        gives: { limit: 2000, removeCharacters: 1 },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { description: null } }],
  },
});
