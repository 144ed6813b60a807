import { ok } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/temu/new-listing-suspension.json' with { type: 'json' };

/** A low-rated shop may not list for 7, 7 and 30 days at the first, second and third time. */
export default defineRule({
  id: 'temu/new-listing-suspension',
  topic: 'account',
  severity: 'info',
  needs: ['suspendedOn', 'occurrence'],
  marks: ['suspendedOn'],
  policy: readPolicy(file, { days: 'table' }),
  estimate: true,
  quietUnknown: true,
  check({ suspendedOn, occurrence }, { days }) {
    const length = (days as readonly number[])[Math.max(occurrence, 1) - 1] ?? (days as readonly number[]).at(-1) ?? 0;
    return ok({ until: addDays(suspendedOn, length) });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { suspendedOn: '2026-11-01', occurrence: 2 },
        gives: { until: '2026-11-08' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { suspendedOn: '2026-11-01', occurrence: 3 },
        gives: { until: '2026-12-01' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { occurrence: 1 } }],
  },
});
