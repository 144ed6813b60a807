import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/item-code-length-local.json' with { type: 'json' };

/** The SKU code of a local seller has at most 100 characters. */
export default defineRule({
  id: 'temu/item-code-length-local',
  topic: 'content',
  severity: 'error',
  needs: ['managedMode', 'itemCodeLength'],
  marks: ['itemCode'],
  policy: readPolicy(file, { limit: 'count' }),
  before: ({ managedMode }) => (managedMode && managedMode !== 'local' ? notApplicable('exempt') : undefined),
  check({ itemCodeLength }, { limit }) {
    if (itemCodeLength <= limit) return ok();
    return violation({ values: { itemCodeLength }, fix: { limit, removeCharacters: itemCodeLength - limit } });
  },
  examples: {
    ok: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', itemCodeLength: 100 } }],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', itemCodeLength: 101 },
        gives: { removeCharacters: 1, limit: 100 },
      },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local' } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', itemCodeLength: 101 } },
      { site: 'global', day: '2025-07-13', facts: { managedMode: 'local', itemCodeLength: 101 } },
    ],
  },
});
