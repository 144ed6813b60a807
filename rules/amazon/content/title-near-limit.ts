import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import file from '../../policies/amazon/title-near-limit.json' with { type: 'json' };

/** The title leaves room for a variation's suffix: it has at most 72 code points. Above 75, `amazon/title-length` decides. */
export default defineRule({
  id: 'amazon/title-near-limit',
  topic: 'content',
  severity: 'info',
  needs: ['titleLength'],
  uses: ['title', 'isMedia'],
  marks: ['title'],
  policy: readPolicy(file, { safeLength: 'count', limit: 'count' }),
  before({ title, titleLength, isMedia }) {
    if (isMedia) return notApplicable('exempt');
    return withoutLength('title', title, titleLength);
  },
  check({ titleLength }, { safeLength, limit }) {
    if (titleLength <= safeLength || titleLength > limit) return ok();
    return violation({ values: { titleLength, limit }, fix: { removeCharacters: titleLength - safeLength } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 72 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 76 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 73 }, gives: { removeCharacters: 1 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 75 }, gives: { removeCharacters: 3 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-07-26', facts: { titleLength: 74 } },
      { site: 'SA', day: '2026-11-20', facts: { titleLength: 74 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 74, isMedia: true } },
    ],
  },
});
