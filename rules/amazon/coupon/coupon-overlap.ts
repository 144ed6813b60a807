import { notApplicable, type Outcome, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/amazon/coupon-overlap.json' with { type: 'json' };

type Kind = string | null | undefined;

/**
 * A product is in one coupon at a time: this coupon and another one share no day, first and last days included. Two
 * coupons of the different kinds named in the policy may.
 */
export default defineRule({
  id: 'amazon/coupon-overlap',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponStart', 'couponEnd', 'otherCouponStart', 'otherCouponEnd'],
  uses: ['otherCouponExists', 'couponKind', 'otherCouponKind'],
  marks: ['couponStart', 'couponEnd'],
  policy: readPolicy(file, { kindsThatMayOverlap: 'texts' }),
  quietUnknown: true,
  before(facts, { kindsThatMayOverlap }) {
    const { couponStart, couponEnd, couponKind, otherCouponStart, otherCouponEnd, otherCouponKind } = facts;
    if (facts.otherCouponExists === false) return ok();
    if (couponKind && otherCouponKind && isPair(couponKind, otherCouponKind, kindsThatMayOverlap))
      return notApplicable('exempt');
    // One end of each coupon is enough to see that they are apart.
    if (couponStart && otherCouponEnd && couponStart > otherCouponEnd) return ok();
    if (couponEnd && otherCouponStart && couponEnd < otherCouponStart) return ok();
    if (!facts.otherCouponExists && !otherCouponStart && !otherCouponEnd) return unknown('otherCouponExists');
    return undefined;
  },
  check(facts, { kindsThatMayOverlap }) {
    const { couponStart, couponEnd, otherCouponStart, otherCouponEnd } = facts;
    if (couponStart > otherCouponEnd || couponEnd < otherCouponStart) return ok();
    const undecided = undecidedExemption(facts.couponKind, facts.otherCouponKind, kindsThatMayOverlap);
    if (undecided) return undecided;
    const values = { couponStart, couponEnd, otherCouponStart, otherCouponEnd };
    const earliestStart = addDays(otherCouponEnd, 1);
    const latestEnd = addDays(otherCouponStart, -1);
    // A coupon lasts until the day after its start at least.
    if (latestEnd <= couponStart) return violation({ values, fix: { earliestStart } });
    return violation({ message: 'endsInto', values, fix: { earliestStart, latestEnd } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { couponStart: '2026-12-05', otherCouponExists: false } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          couponStart: '2026-12-11',
          couponEnd: '2026-12-20',
          otherCouponStart: '2026-12-01',
          otherCouponEnd: '2026-12-10',
        },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          couponStart: '2026-12-10',
          couponEnd: '2026-12-20',
          couponKind: 'standard',
          otherCouponStart: '2026-12-01',
          otherCouponEnd: '2026-12-10',
        },
        gives: { earliestStart: '2026-12-11' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          couponStart: '2026-11-25',
          couponEnd: '2026-12-01',
          couponKind: 'reorder',
          otherCouponStart: '2026-12-01',
          otherCouponEnd: '2026-12-10',
          otherCouponKind: 'reorder',
        },
        gives: { earliestStart: '2026-12-11', latestEnd: '2026-11-30' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { couponStart: '2026-12-05', couponEnd: '2026-12-20' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          couponStart: '2026-12-05',
          couponEnd: '2026-12-20',
          otherCouponStart: '2026-12-01',
          otherCouponEnd: '2026-12-10',
          otherCouponKind: 'reorder',
        },
      },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponKind: 'reorder', otherCouponExists: true, otherCouponKind: 'subscribe-and-save' },
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: {
          couponStart: '2026-12-10',
          couponEnd: '2026-12-20',
          couponKind: 'standard',
          otherCouponStart: '2026-12-01',
          otherCouponEnd: '2026-12-10',
        },
      },
    ],
  },
});

function isPair(kind: string, otherKind: string, kinds: readonly string[]): boolean {
  return kind !== otherKind && kinds.includes(kind) && kinds.includes(otherKind);
}

/** `unknown` while a missing kind could still make the two coupons a pair that may overlap. */
function undecidedExemption(kind: Kind, otherKind: Kind, kinds: readonly string[]): Outcome | undefined {
  if (!kind && !otherKind) return unknown('couponKind', 'otherCouponKind');
  if (!kind) return otherKind && kinds.includes(otherKind) ? unknown('couponKind') : undefined;
  if (!otherKind) return kinds.includes(kind) ? unknown('otherCouponKind') : undefined;
  return undefined;
}
