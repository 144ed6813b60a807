import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/price-change-attempts.json' with { type: 'json' };

/** The price was changed fewer times than the most that an earlier error text named. */
export default defineRule({
  id: 'temu/price-change-attempts',
  topic: 'offer',
  severity: 'warning',
  needs: ['changesUsed', 'maxChanges'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ changesUsed, maxChanges }) {
    return changesUsed < maxChanges ? ok() : violation({ values: { changesUsed, maxChanges }, fix: {} });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { changesUsed: 2, maxChanges: 3 } }],
    violation: [{ site: 'global', day: '2026-11-20', facts: { changesUsed: 3, maxChanges: 3 } }],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { changesUsed: 2 } }],
  },
});
