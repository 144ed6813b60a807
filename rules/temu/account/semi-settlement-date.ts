import { notApplicable, ok } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/temu/semi-settlement-date.json' with { type: 'json' };

/** A semi-managed order settles one day after its delivery receipt at the earliest. */
export default defineRule({
  id: 'temu/semi-settlement-date',
  topic: 'account',
  severity: 'info',
  needs: ['managedMode', 'deliveredOn'],
  marks: ['deliveredOn'],
  policy: readPolicy(file, { days: 'count' }),
  estimate: true,
  quietUnknown: true,
  before: ({ managedMode }) => (managedMode && managedMode !== 'semi' ? notApplicable('exempt') : undefined),
  check({ deliveredOn }, { days }) {
    return ok({ settleOn: addDays(deliveredOn, days) });
  },
  examples: {
    ok: [
      {
        site: 'us',
        day: '2024-04-10',
        facts: { managedMode: 'semi', deliveredOn: '2024-04-10' },
        gives: { settleOn: '2024-04-11' },
      },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'semi' } }],
    notApplicable: [
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'full', deliveredOn: '2026-11-19' } },
      { site: 'us', day: '2024-03-04', facts: { managedMode: 'semi', deliveredOn: '2024-03-04' } },
    ],
  },
});
