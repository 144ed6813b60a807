import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays, daysBetween } from '../../measures/days.ts';
import file from '../../policies/amazon/annual-verification.json' with { type: 'json' };

/**
 * The account is certified again within 365 days; the 365th day is in time. A reminder comes from 30 days before on, or
 * as many as the seller chooses.
 */
export default defineRule({
  id: 'amazon/annual-verification-due',
  topic: 'account',
  severity: 'warning',
  needs: ['certifiedOn'],
  uses: ['reminderDays'],
  marks: ['certifiedOn'],
  policy: readPolicy(file, { maxDays: 'count', reminderDays: 'count' }),
  quietUnknown: true,
  check({ certifiedOn, reminderDays }, values, { day }) {
    const dueOn = addDays(certifiedOn, values.maxDays);
    const daysLeft = daysBetween(day, dueOn);
    if (daysLeft > (reminderDays ?? values.reminderDays)) return ok();
    if (daysLeft < 0) return violation({ values: { certifiedOn }, fix: { dueOn } });
    return violation({ severity: 'info', message: 'soon', values: { certifiedOn, daysLeft }, fix: { dueOn } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-03-01', facts: { certifiedOn: '2025-04-01' } },
      { site: 'US', day: '2026-03-24', facts: { certifiedOn: '2025-04-01', reminderDays: 7 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-04-02',
        facts: { certifiedOn: '2025-04-01' },
        gives: { dueOn: '2026-04-01' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-04-01',
        facts: { certifiedOn: '2025-04-01' },
        gives: { dueOn: '2026-04-01', daysLeft: 0 },
        severity: 'info',
      },
      {
        site: 'US',
        day: '2026-03-02',
        facts: { certifiedOn: '2025-04-01' },
        gives: { daysLeft: 30 },
        severity: 'info',
      },
      {
        site: 'US',
        day: '2026-03-25',
        facts: { certifiedOn: '2025-04-01', reminderDays: 7 },
        gives: { daysLeft: 7 },
        severity: 'info',
      },
    ],
    unknown: [{ site: 'US', day: '2026-04-02', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2024-03-31', facts: { certifiedOn: '2022-04-01' } },
      { site: 'US', day: '2026-04-02', facts: { certifiedOn: null } },
    ],
  },
});
