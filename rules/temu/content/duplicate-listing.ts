import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/duplicate-listing.json' with { type: 'json' };

/** The product is not a copy of an own one: name and main image are not both equal to an earlier one. */
export default defineRule({
  id: 'temu/duplicate-listing',
  topic: 'content',
  severity: 'warning',
  needs: ['sameNameAndImage'],
  marks: ['productName'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ sameNameAndImage }) {
    return sameNameAndImage ? violation({ values: {}, fix: {} }) : ok();
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { sameNameAndImage: false } }],
    violation: [{ site: 'global', day: '2026-11-20', facts: { sameNameAndImage: true } }],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'global', day: '2026-04-26', facts: { sameNameAndImage: true } }],
  },
});
