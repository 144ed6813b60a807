import { limitNotPublished, ok, unknown, violation } from '../../engine/outcome.ts';
import { type Limits, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays, daysBetween } from '../../measures/days.ts';
import file from '../../policies/amazon/coupon-duration.json' with { type: 'json' };

/**
 * Days from start to end by kind of coupon. Every text allows `undisputed`; `currentText` is false where only older
 * texts are known.
 */
const shape = {
  undisputed: 'count',
  standard: 'count',
  subscribeAndSave: 'count',
  reorder: 'count',
  currentText: 'flag',
} as const;
type LongestCoupons = Limits<typeof shape>;

/** A coupon ends at least one day after it starts and at most its kind's number of days after it; both are allowed. */
export default defineRule({
  id: 'amazon/coupon-duration',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponStart', 'couponEnd'],
  uses: ['couponKind'],
  marks: ['couponEnd', 'couponStart'],
  policy: readPolicy(file, shape),
  check({ couponStart, couponEnd, couponKind }, values) {
    const days = daysBetween(couponStart, couponEnd);
    if (days < 1)
      return violation({
        message: 'endsTooEarly',
        values: { couponStart, couponEnd },
        fix: { earliestEnd: addDays(couponStart, 1) },
      });
    if (days <= values.undisputed) return ok();
    const ofKind = longest(couponKind, values);
    const maxDays = ofKind ?? Math.max(values.standard, values.subscribeAndSave, values.reorder);
    if (days > maxDays) {
      // With the kind not known only the shortest maximum is sure to pass.
      const lastDay = ofKind ?? Math.min(values.standard, values.subscribeAndSave, values.reorder);
      return violation({
        severity: values.currentText ? 'error' : 'warning',
        message: values.currentText ? (ofKind ? 'problem' : 'everyKind') : 'olderLimit',
        values: { couponStart, couponEnd, maxDays },
        fix: { latestEnd: addDays(couponStart, lastDay) },
      });
    }
    if (!values.currentText) return limitNotPublished();
    return ofKind ? ok() : unknown('couponKind');
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2026-12-31', couponKind: 'standard' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2027-12-01', couponKind: 'subscribe-and-save' },
      },
      { site: 'US', day: '2026-11-20', facts: { couponStart: '2026-12-01', couponEnd: '2026-12-02' } },
      { site: 'DE', day: '2024-12-31', facts: { couponStart: '2024-12-31', couponEnd: '2025-03-31' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2027-01-01', couponKind: 'standard' },
        gives: { latestEnd: '2026-12-31' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2027-05-31', couponKind: 'reorder' },
        gives: { latestEnd: '2027-05-30' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2027-12-02' },
        gives: { latestEnd: '2026-12-31' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2026-12-01' },
        gives: { earliestEnd: '2026-12-02' },
        severity: 'error',
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2027-03-02', couponKind: 'standard' },
        gives: { latestEnd: '2027-03-01' },
        severity: 'warning',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { couponStart: '2026-12-01' } },
      { site: 'US', day: '2026-11-20', facts: { couponStart: '2026-12-01', couponEnd: '2027-01-01' } },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { couponStart: '2026-12-01', couponEnd: '2027-03-01', couponKind: 'standard' },
      },
    ],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { couponStart: '2026-12-01', couponEnd: null } }],
  },
});

function longest(kind: string | null | undefined, values: LongestCoupons): number | undefined {
  if (kind === 'standard') return values.standard;
  if (kind === 'subscribe-and-save') return values.subscribeAndSave;
  return kind === 'reorder' ? values.reorder : undefined;
}
