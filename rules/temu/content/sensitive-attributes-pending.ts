import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/sensitive-attributes-pending.json' with { type: 'json' };

/** The sensitive attributes (敏感属性) are submitted. What follows while they are not is not published: advice. */
export default defineRule({
  id: 'temu/sensitive-attributes-pending',
  topic: 'content',
  severity: 'info',
  needs: ['sensitiveState'],
  marks: ['sensitiveState'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ sensitiveState }) {
    return sensitiveState === 'pending' ? violation({ values: {}, fix: {} }) : ok();
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-30', facts: { sensitiveState: 'submitted' } }],
    violation: [{ site: 'global', day: '2026-11-30', facts: { sensitiveState: 'pending' } }],
    unknown: [{ site: 'global', day: '2026-11-30', facts: {} }],
    notApplicable: [{ site: 'global', day: '2026-11-30', facts: { sensitiveState: null } }],
  },
});
