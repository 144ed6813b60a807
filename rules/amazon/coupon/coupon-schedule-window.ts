import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays, addMonths, daysBetween } from '../../measures/days.ts';
import file from '../../policies/amazon/coupon-schedule-window.json' with { type: 'json' };

/** Days and calendar months between a coupon's creation and its start; months are left out where none are named. */
const couponStartWindow = readPolicy(file, { maxDaysAhead: 'count', maxMonthsAhead: 'count' });

/**
 * A coupon starts on the day of its creation at the earliest and at most so many days later; all limits are allowed.
 * A start beyond the advised number of calendar months is a risk only.
 */
export default defineRule({
  id: 'amazon/coupon-schedule-window',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponStart', 'couponCreatedOn'],
  marks: ['couponStart'],
  policy: couponStartWindow,
  check({ couponStart, couponCreatedOn }, { maxDaysAhead, maxMonthsAhead }) {
    if (couponStart < couponCreatedOn)
      return violation({
        message: 'past',
        values: { couponStart, couponCreatedOn },
        fix: { earliestStart: couponCreatedOn },
      });
    if (daysBetween(couponCreatedOn, couponStart) > maxDaysAhead)
      return violation({
        values: { couponStart, couponCreatedOn, maxDays: maxDaysAhead },
        fix: { latestStart: addDays(couponCreatedOn, maxDaysAhead) },
      });
    if (maxMonthsAhead === undefined) return ok();
    const advisedStart = addMonths(couponCreatedOn, maxMonthsAhead);
    if (couponStart <= advisedStart) return ok();
    return violation({
      severity: 'warning',
      message: 'monthsAhead',
      values: { couponStart, couponCreatedOn, maxMonths: maxMonthsAhead },
      fix: { latestStart: advisedStart },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20', couponStart: '2026-11-20' } },
      { site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20', couponStart: '2027-02-20' } },
      { site: 'UK', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20', couponStart: '2027-05-19' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponCreatedOn: '2026-11-20', couponStart: '2026-11-19' },
        gives: { earliestStart: '2026-11-20' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponCreatedOn: '2026-11-20', couponStart: '2027-02-21' },
        gives: { latestStart: '2027-02-20' },
        severity: 'warning',
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { couponCreatedOn: '2026-11-20', couponStart: '2027-05-20' },
        gives: { latestStart: '2027-05-19' },
        severity: 'error',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20' } }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { couponCreatedOn: '2026-11-20', couponStart: null } }],
  },
});
