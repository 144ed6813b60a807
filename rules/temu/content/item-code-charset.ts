import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hits, named } from '../../measures/phrases.ts';
import file from '../../policies/temu/item-code-charset.json' with { type: 'json' };

const OUTSIDE = /[^\x20-\x7e]/u;

/** The item code (货号) has printable ASCII characters only. */
export default defineRule({
  id: 'temu/item-code-charset',
  topic: 'content',
  severity: 'error',
  needs: ['itemCode'],
  uses: ['managedMode'],
  marks: ['itemCode'],
  policy: readPolicy(file, {}),
  before: ({ managedMode }) => (managedMode === 'local' ? notApplicable('exempt') : undefined),
  check({ itemCode }) {
    const found = hits(itemCode, OUTSIDE);
    if (found.length === 0) return ok();
    return violation({ values: { itemCode }, fix: { characters: named(found) } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { itemCode: 'MAT079-XL.2' } }],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { itemCode: '红色-XL' }, gives: { characters: ['红', '色'] } },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { itemCode: null } },
      { site: 'global', day: '2026-04-26', facts: { itemCode: '红色' } },
      { site: 'global', day: '2026-11-20', facts: { itemCode: '红色', managedMode: 'local' } },
    ],
  },
});
