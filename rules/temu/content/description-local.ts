import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/description-local.json' with { type: 'json' };

/** A local description has at most 10,000 characters (error); above 2,000 a later section of the same page warns. */
export default defineRule({
  id: 'temu/description-local',
  topic: 'content',
  severity: 'error',
  needs: ['managedMode', 'descriptionLength'],
  marks: ['description'],
  policy: readPolicy(file, { maxLength: 'count', advisedLength: 'count' }),
  before: ({ managedMode }) => (managedMode && managedMode !== 'local' ? notApplicable('exempt') : undefined),
  check({ descriptionLength }, { maxLength, advisedLength }) {
    const limit = descriptionLength > maxLength ? maxLength : advisedLength;
    if (descriptionLength <= limit) return ok();
    const fix = { limit, removeCharacters: descriptionLength - limit };
    if (limit === maxLength) return violation({ values: { descriptionLength }, fix });
    return violation({ severity: 'warning', message: 'advised', values: { descriptionLength }, fix });
  },
  examples: {
    ok: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', descriptionLength: 2000 } }],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', descriptionLength: 10001 },
        gives: { limit: 10000, removeCharacters: 1 },
        severity: 'error',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', descriptionLength: 10000 },
        gives: { limit: 2000 },
        severity: 'warning',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', descriptionLength: 2001 },
        gives: { removeCharacters: 1 },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local' } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', descriptionLength: 20000 } },
      { site: 'global', day: '2025-10-10', facts: { managedMode: 'local', descriptionLength: 20000 } },
    ],
  },
});
