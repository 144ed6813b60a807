import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addBusinessDays } from '../../measures/days.ts';
import file from '../../policies/tiktok/dispatch-sla.json' with { type: 'json' };

/** A US order is dispatched within 2 business days; since 2026-01-26 that means the carrier’s first scan. */
export default defineRule({
  id: 'tiktok/dispatch-sla',
  topic: 'account',
  severity: 'warning',
  needs: ['businessDaysElapsed'],
  uses: ['preorderKind', 'orderedOn'],
  marks: ['businessDaysElapsed'],
  policy: readPolicy(file, { days: 'count' }),
  quietUnknown: true,
  check({ businessDaysElapsed, preorderKind, orderedOn }, { days }) {
    if (preorderKind) return notApplicable('exempt');
    if (businessDaysElapsed <= days) return ok();
    const lastDay = orderedOn ? addBusinessDays(orderedOn, days) : null;
    const values = { businessDaysElapsed };
    if (lastDay === null) return violation({ values, fix: { maxDays: days } });
    return violation({ message: 'dated', values, fix: { maxDays: days, lastDay } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { businessDaysElapsed: 2 } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { businessDaysElapsed: 3 }, gives: { maxDays: 2 } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { businessDaysElapsed: 3, orderedOn: '2026-11-13' },
        gives: { lastDay: '2026-11-17' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { businessDaysElapsed: 3 } },
      { site: 'US', day: '2026-11-20', facts: { businessDaysElapsed: 3, preorderKind: 'made-to-order' } },
      { site: 'US', day: '2025-10-22', facts: { businessDaysElapsed: 3 } },
    ],
  },
});
