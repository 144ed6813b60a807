import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays, addHours, withSeconds } from '../../measures/days.ts';
import file from '../../policies/temu/stock-order-dispatch.json' with { type: 'json' };

/** An urgent or custom stock order ships within 24 h, a normal one by 17:00 two days later; the moment itself is in time. */
export default defineRule({
  id: 'temu/stock-order-dispatch',
  topic: 'account',
  severity: 'warning',
  needs: ['orderKind', 'createdAt', 'now'],
  marks: ['createdAt'],
  policy: readPolicy(file, { urgentHours: 'count', normalDays: 'count', normalTime: 'text' }),
  quietUnknown: true,
  check({ orderKind, createdAt, now }, { urgentHours, normalDays, normalTime }) {
    const deadline =
      orderKind === 'normal'
        ? `${addDays(createdAt.slice(0, 10), normalDays)}T${normalTime}`
        : addHours(createdAt, urgentHours);
    if (withSeconds(now) <= deadline) return ok({ deadline });
    return violation({ values: { orderKind, createdAt, deadline }, fix: {} });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-05-11',
        facts: { orderKind: 'urgent', createdAt: '2026-05-10T10:00:00', now: '2026-05-11T10:00:00' },
        gives: { deadline: '2026-05-11T10:00:00' },
      },
      {
        site: 'global',
        day: '2026-05-12',
        facts: { orderKind: 'normal', createdAt: '2026-05-10T10:00', now: '2026-05-12T17:00' },
        gives: { deadline: '2026-05-12T17:00:00' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-05-12',
        facts: { orderKind: 'normal', createdAt: '2026-05-10T10:00:00', now: '2026-05-12T17:01:00' },
        gives: { deadline: '2026-05-12T17:00:00' },
      },
      {
        site: 'global',
        day: '2026-06-01',
        facts: { orderKind: 'custom', createdAt: '2026-05-31T23:30:00', now: '2026-06-01T23:31:00' },
        gives: { deadline: '2026-06-01T23:30:00' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-05-12', facts: { orderKind: 'normal', now: '2026-05-12T17:01:00' } }],
    notApplicable: [
      {
        site: 'global',
        day: '2026-04-30',
        facts: { orderKind: 'urgent', createdAt: '2026-04-10T10:00:00', now: '2026-04-12T10:00:00' },
      },
    ],
  },
});
