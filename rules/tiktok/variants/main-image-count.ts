import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/main-image-count.json' with { type: 'json' };

/** 1 to 9 main images; fewer than 5 is advised against, but not in Japan. */
export default defineRule({
  id: 'tiktok/main-image-count',
  topic: 'media',
  severity: 'error',
  needs: ['mainImageCount'],
  marks: ['mainImageCount'],
  policy: readPolicy(file, { min: 'count', max: 'count', advised: 'count' }),
  check({ mainImageCount }, { min, max, advised }) {
    if (mainImageCount < min) return violation({ message: 'none', values: {}, fix: { minimum: min } });
    if (mainImageCount > max)
      return violation({ values: { mainImageCount }, fix: { limit: max, remove: mainImageCount - max } });
    if (mainImageCount >= advised) return ok();
    return violation({
      severity: 'info',
      message: 'few',
      values: { mainImageCount },
      fix: { minimum: advised, add: advised - mainImageCount },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { mainImageCount: 9 } },
      { site: 'US', day: '2026-11-20', facts: { mainImageCount: 5 } },
      { site: 'JP', day: '2026-11-20', facts: { mainImageCount: 4 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { mainImageCount: 10 }, gives: { remove: 1 }, severity: 'error' },
      { site: 'US', day: '2026-11-20', facts: { mainImageCount: 0 }, gives: { minimum: 1 }, severity: 'error' },
      { site: 'US', day: '2026-11-20', facts: { mainImageCount: 4 }, gives: { add: 1 }, severity: 'info' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { mainImageCount: 10 } }],
  },
});
