import { notApplicable } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/image-nonapparel.json' with { type: 'json' };
import { imageShape, judgeImage } from './image-limits.ts';

/** Other images: ratio 1:1, at least 800 × 800 px, at most 2 MB (local 3 MB); limits pass. */
export default defineRule({
  id: 'temu/image-nonapparel',
  topic: 'media',
  severity: 'error',
  needs: ['isApparel', 'imageWidth', 'imageHeight', 'imageBytes'],
  uses: ['managedMode'],
  marks: ['imageWidth'],
  policy: readPolicy(file, imageShape),
  quietUnknown: true,
  before: ({ isApparel }) => (isApparel === true ? notApplicable('exempt') : undefined),
  check: judgeImage,
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 800, imageHeight: 800, imageBytes: 2097152 },
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { isApparel: false, managedMode: 'local', imageWidth: 800, imageHeight: 800, imageBytes: 3145728 },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 799, imageHeight: 799, imageBytes: 1000 },
        gives: { reason: 'pixels', minWidth: 800 },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 1000, imageHeight: 800, imageBytes: 1000 },
        gives: { reason: 'ratio' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 800, imageHeight: 800, imageBytes: 2097153 },
        gives: { reason: 'bytes', maxMegabytes: 2 },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { isApparel: false, imageWidth: 800, imageHeight: 800 } }],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, imageWidth: 799, imageHeight: 799, imageBytes: 1000 },
      },
      {
        site: 'global',
        day: '2026-04-26',
        facts: { isApparel: false, imageWidth: 799, imageHeight: 799, imageBytes: 1000 },
      },
    ],
  },
});
