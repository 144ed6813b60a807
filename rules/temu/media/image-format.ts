import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/image-format.json' with { type: 'json' };

/** The file format is jpg, jpeg or png, in any case. */
export default defineRule({
  id: 'temu/image-format',
  topic: 'media',
  severity: 'error',
  needs: ['imageFormat'],
  marks: ['imageFormat'],
  policy: readPolicy(file, { formats: 'texts' }),
  check({ imageFormat }, { formats }) {
    const format = imageFormat.toLowerCase().replace('.', '');
    return formats.includes(format) ? ok() : violation({ values: { imageFormat }, fix: { formats } });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { imageFormat: 'PNG' } },
      { site: 'global', day: '2026-11-20', facts: { imageFormat: '.jpg' } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { imageFormat: 'webp' }, gives: { formats: ['jpg', 'jpeg', 'png'] } },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'global', day: '2026-04-26', facts: { imageFormat: 'webp' } }],
  },
});
