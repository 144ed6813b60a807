import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/handling-time-default.json' with { type: 'json' };

/** A local seller in the US states handling and transit time; what is left empty Temu takes as 1 and 2 operating days. */
export default defineRule({
  id: 'temu/handling-time-default',
  topic: 'content',
  severity: 'warning',
  needs: ['managedMode'],
  uses: ['handlingDays', 'transitDays'],
  marks: ['handlingDays', 'transitDays', 'productName'],
  policy: readPolicy(file, { handling: 'count', transit: 'count' }),
  quietUnknown: true,
  before: ({ managedMode }) => (managedMode && managedMode !== 'local' ? notApplicable('exempt') : undefined),
  check({ handlingDays, transitDays }, { handling, transit }) {
    const assumed = { assumedHandlingDays: handling, assumedTransitDays: transit };
    if (handlingDays === null && transitDays === null) return violation({ values: assumed, fix: {} });
    if (handlingDays === null)
      return violation({ message: 'handling', values: { assumedHandlingDays: handling }, fix: {} });
    if (transitDays === null)
      return violation({
        message: 'transit',
        marks: ['transitDays', 'productName'],
        values: { assumedTransitDays: transit },
        fix: {},
      });
    if (handlingDays === undefined) return unknown('handlingDays');
    return transitDays === undefined ? unknown('transitDays') : ok();
  },
  examples: {
    ok: [{ site: 'us', day: '2026-11-30', facts: { managedMode: 'local', handlingDays: 2, transitDays: 5 } }],
    violation: [
      { site: 'us', day: '2024-08-11', facts: { managedMode: 'local', handlingDays: null, transitDays: null } },
      {
        site: 'us',
        day: '2026-11-30',
        facts: { managedMode: 'local', handlingDays: null, transitDays: 5 },
        gives: { assumedHandlingDays: 1 },
      },
      {
        site: 'us',
        day: '2026-11-30',
        facts: { managedMode: 'local', handlingDays: 2, transitDays: null },
        gives: { assumedTransitDays: 2 },
      },
    ],
    unknown: [
      { site: 'us', day: '2026-11-30', facts: { managedMode: 'local' } },
      { site: 'us', day: '2026-11-30', facts: { managedMode: 'local', handlingDays: 2 } },
      { site: 'us', day: '2026-11-30', facts: { handlingDays: 2, transitDays: 5 } },
    ],
    notApplicable: [
      { site: 'us', day: '2024-08-10', facts: { managedMode: 'local', handlingDays: null, transitDays: null } },
      { site: 'us', day: '2026-11-30', facts: { managedMode: 'semi', handlingDays: null, transitDays: null } },
      { site: 'eu', day: '2026-11-30', facts: { managedMode: 'local', handlingDays: null, transitDays: null } },
    ],
  },
});
