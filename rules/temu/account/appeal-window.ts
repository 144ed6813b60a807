import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addHours, withSeconds } from '../../measures/days.ts';
import file from '../../policies/temu/appeal-window.json' with { type: 'json' };

/** An appeal is possible for 72 h after the notice; the last moment is in time. */
export default defineRule({
  id: 'temu/appeal-window',
  topic: 'account',
  severity: 'warning',
  needs: ['noticeAt', 'now'],
  marks: ['noticeAt'],
  policy: readPolicy(file, { hours: 'count' }),
  quietUnknown: true,
  check({ noticeAt, now }, { hours }) {
    const lastMoment = addHours(noticeAt, hours);
    if (withSeconds(now) <= lastMoment) return ok({ lastMoment });
    return violation({ values: { noticeAt, lastMoment }, fix: {} });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-05-13',
        facts: { noticeAt: '2026-05-10T10:00:00', now: '2026-05-13T10:00:00' },
        gives: { lastMoment: '2026-05-13T10:00:00' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-05-13',
        facts: { noticeAt: '2026-05-10T10:00:00', now: '2026-05-13T10:01:00' },
        gives: { lastMoment: '2026-05-13T10:00:00' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-05-13', facts: { now: '2026-05-13T09:59:00' } }],
  },
});
