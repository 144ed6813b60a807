import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/image-language.json' with { type: 'json' };

/** The seller has looked: no text in the pictures is in Chinese for a destination abroad. */
export default defineRule({
  id: 'temu/image-language',
  topic: 'media',
  severity: 'warning',
  needs: ['chineseInImage'],
  marks: ['carouselCount'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ chineseInImage }) {
    return chineseInImage ? violation({ values: {}, fix: {} }) : ok();
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { chineseInImage: false } }],
    violation: [{ site: 'global', day: '2026-11-20', facts: { chineseInImage: true } }],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'global', day: '2026-04-26', facts: { chineseInImage: true } }],
  },
});
