import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays, daysBetween } from '../../measures/days.ts';
import file from '../../policies/amazon/inform-deadline.json' with { type: 'json' };

/** Certification is done within 10 days after the Notice and Certification page was seen; the tenth day is in time. */
export default defineRule({
  id: 'amazon/inform-deadline',
  topic: 'account',
  severity: 'error',
  needs: [],
  uses: ['noticeViewedOn', 'certifiedOn'],
  marks: ['certifiedOn', 'noticeViewedOn'],
  policy: readPolicy(file, { maxDays: 'count' }),
  quietUnknown: true,
  check({ noticeViewedOn, certifiedOn }, { maxDays }, { day }) {
    // Without a notice no deadline runs.
    if (!noticeViewedOn || noticeViewedOn > day) return notApplicable('no-trigger');
    if (certifiedOn === undefined) return unknown('certifiedOn');
    if (certifiedOn !== null && certifiedOn >= noticeViewedOn) return ok();
    const lastDay = addDays(noticeViewedOn, maxDays);
    const daysLeft = daysBetween(day, lastDay);
    if (daysLeft < 0) return violation({ values: { noticeViewedOn }, fix: { lastDay } });
    return violation({
      severity: 'warning',
      message: 'running',
      values: { noticeViewedOn, daysLeft },
      fix: { lastDay },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2024-04-12', facts: { noticeViewedOn: '2024-04-01', certifiedOn: '2024-04-05' } },
      { site: 'US', day: '2024-04-12', facts: { noticeViewedOn: '2024-04-01', certifiedOn: '2024-04-01' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2024-04-12',
        facts: { noticeViewedOn: '2024-04-01', certifiedOn: null },
        gives: { lastDay: '2024-04-11' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2024-04-11',
        facts: { noticeViewedOn: '2024-04-01', certifiedOn: null },
        gives: { lastDay: '2024-04-11', daysLeft: 0 },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { noticeViewedOn: '2026-11-20', certifiedOn: '2025-11-18' },
        gives: { lastDay: '2026-11-30', daysLeft: 10 },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'US', day: '2024-04-12', facts: { noticeViewedOn: '2024-04-01' } }],
    notApplicable: [
      { site: 'US', day: '2024-04-12', facts: {} },
      { site: 'US', day: '2023-06-26', facts: { noticeViewedOn: '2023-06-01', certifiedOn: null } },
      { site: 'DE', day: '2024-04-12', facts: { noticeViewedOn: '2024-04-01', certifiedOn: null } },
    ],
  },
});
