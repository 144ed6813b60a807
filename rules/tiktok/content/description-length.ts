import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/description-length.json' with { type: 'json' };

/** The description has 1 to 10,000 characters and at most 30 images; limits pass. */
export default defineRule({
  id: 'tiktok/description-length',
  topic: 'content',
  severity: 'error',
  needs: ['descriptionLength', 'descriptionImages'],
  marks: ['description'],
  policy: readPolicy(file, { maxCharacters: 'count', maxImages: 'count' }),
  quietUnknown: true,
  check({ descriptionLength, descriptionImages }, limits) {
    if (descriptionLength < 1) return violation({ message: 'empty', values: {}, fix: {} });
    if (descriptionLength > limits.maxCharacters) {
      const fix = { limit: limits.maxCharacters, removeCharacters: descriptionLength - limits.maxCharacters };
      return violation({ values: { descriptionLength }, fix });
    }
    if (descriptionImages <= limits.maxImages) return ok();
    const fix = { limit: limits.maxImages, remove: descriptionImages - limits.maxImages };
    return violation({ message: 'images', values: { descriptionImages }, fix });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { descriptionLength: 10000, descriptionImages: 30 } },
      { site: 'US', day: '2026-11-20', facts: { descriptionLength: 1, descriptionImages: 0 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { descriptionLength: 10001, descriptionImages: 0 },
        gives: { removeCharacters: 1 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { descriptionLength: 9999, descriptionImages: 31 },
        gives: { remove: 1 },
      },
      { site: 'US', day: '2026-11-20', facts: { descriptionLength: 0, descriptionImages: 0 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { descriptionLength: 1 } }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { descriptionLength: 10001, descriptionImages: 0 } }],
  },
});
