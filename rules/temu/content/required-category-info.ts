import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/required-category-info.json' with { type: 'json' };

/** Fields that the category requires (net content, origin, manual, label, compliance statement) are filled. */
export default defineRule({
  id: 'temu/required-category-info',
  topic: 'content',
  severity: 'error',
  needs: ['requiredEmpty'],
  uses: ['managedMode'],
  marks: ['requiredEmpty'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before: ({ managedMode }) => (managedMode === 'local' ? notApplicable('exempt') : undefined),
  check({ requiredEmpty }) {
    return requiredEmpty.length === 0 ? ok() : violation({ values: {}, fix: { requiredEmpty } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { requiredEmpty: [] } }],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { requiredEmpty: ['产地'] }, gives: { requiredEmpty: ['产地'] } },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'global', day: '2026-04-26', facts: { requiredEmpty: ['产地'] } },
      { site: 'global', day: '2026-11-20', facts: { requiredEmpty: ['产地'], managedMode: 'local' } },
    ],
  },
});
