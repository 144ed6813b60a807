import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/qualifications-missing.json' with { type: 'json' };

/** The goods list does not say 资质待上传. What follows when it does is not published, so this is advice. */
export default defineRule({
  id: 'temu/qualifications-missing',
  topic: 'content',
  severity: 'info',
  needs: ['qualificationsMissing'],
  marks: ['qualificationsMissing'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ qualificationsMissing }) {
    return qualificationsMissing ? violation({ values: {}, fix: {} }) : ok();
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-30', facts: { qualificationsMissing: false } }],
    violation: [{ site: 'global', day: '2026-11-30', facts: { qualificationsMissing: true } }],
    unknown: [{ site: 'global', day: '2026-11-30', facts: {} }],
  },
});
