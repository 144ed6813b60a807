import { notApplicable } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/image-apparel.json' with { type: 'json' };
import { imageShape, judgeImage } from './image-limits.ts';

/** Apparel images: ratio 3:4, at least 1340 × 1785 px, at most 2 MB (local 3 MB); limits pass. */
export default defineRule({
  id: 'temu/image-apparel',
  topic: 'media',
  severity: 'error',
  needs: ['isApparel', 'imageWidth', 'imageHeight', 'imageBytes'],
  uses: ['managedMode'],
  marks: ['imageWidth'],
  policy: readPolicy(file, imageShape),
  quietUnknown: true,
  before: ({ isApparel }) => (isApparel === false ? notApplicable('exempt') : undefined),
  check: judgeImage,
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, imageWidth: 1340, imageHeight: 1785, imageBytes: 1000 },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, imageWidth: 1500, imageHeight: 2000, imageBytes: 1000 },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, imageWidth: 1800, imageHeight: 1800, imageBytes: 1000 },
        gives: { reason: 'ratio' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, imageWidth: 1339, imageHeight: 1785, imageBytes: 1000 },
        gives: { reason: 'pixels' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { isApparel: true, imageWidth: 1340, imageHeight: 1785 } }],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 1800, imageHeight: 1800, imageBytes: 1000 },
      },
      {
        site: 'global',
        day: '2026-04-26',
        facts: { isApparel: true, imageWidth: 1800, imageHeight: 1800, imageBytes: 1000 },
      },
    ],
  },
});
