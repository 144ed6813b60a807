import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/image-count.json' with { type: 'json' };

/** A listing has 1 to 9 images, 9 included; with fewer than 6, or the seller's own number, more are advised. */
export default defineRule({
  id: 'amazon/image-count',
  topic: 'media',
  severity: 'info',
  needs: ['imageCount'],
  uses: ['minImages'],
  marks: ['imageCount'],
  policy: readPolicy(file, { limit: 'count', minImages: 'count' }),
  quietUnknown: true,
  check({ imageCount, minImages: own }, { limit, minImages }) {
    if (imageCount > limit)
      return violation({
        severity: 'error',
        message: 'tooMany',
        values: { imageCount },
        fix: { limit, remove: imageCount - limit },
      });
    if (imageCount < 1)
      return violation({ severity: 'error', message: 'none', values: { imageCount }, fix: { add: 1 } });
    const minimum = Math.min(own ?? minImages, limit);
    if (imageCount >= minimum) return ok();
    return violation({ values: { imageCount }, fix: { minimum, add: minimum - imageCount } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { imageCount: 6 } },
      { site: 'US', day: '2026-11-20', facts: { imageCount: 9 } },
      { site: 'US', day: '2026-11-20', facts: { imageCount: 3, minImages: 3 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageCount: 10 },
        gives: { limit: 9, remove: 1 },
        severity: 'error',
      },
      { site: 'US', day: '2026-11-20', facts: { imageCount: 0 }, gives: { add: 1 }, severity: 'error' },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageCount: 5 },
        gives: { minimum: 6, add: 1 },
        severity: 'info',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { imageCount: null } }],
  },
});
