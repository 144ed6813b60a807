import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/title-quality-length.json' with { type: 'json' };

/** For the quality score a title has at least 40 characters, in Japan 25; the US value is retired. */
export default defineRule({
  id: 'tiktok/title-quality-length',
  topic: 'content',
  severity: 'info',
  needs: ['titleLength'],
  marks: ['title'],
  policy: readPolicy(file, { minimum: 'count' }),
  check({ titleLength }, { minimum }) {
    if (titleLength >= minimum) return ok();
    return violation({ values: { titleLength }, fix: { minimum, addCharacters: minimum - titleLength } });
  },
  examples: {
    ok: [
      { site: 'UK', day: '2026-11-20', facts: { titleLength: 40 } },
      { site: 'JP', day: '2026-11-20', facts: { titleLength: 25 } },
    ],
    violation: [
      { site: 'UK', day: '2026-11-20', facts: { titleLength: 39 }, gives: { addCharacters: 1 } },
      { site: 'JP', day: '2026-11-20', facts: { titleLength: 24 }, gives: { addCharacters: 1 } },
    ],
    unknown: [{ site: 'UK', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 10 } },
      { site: 'UK', day: '2025-10-15', facts: { titleLength: 10 } },
    ],
  },
});
