import type { Facts } from '../../engine/facts.ts';
import { notApplicable, type Outcome, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/sale-price-dates.json' with { type: 'json' };

/**
 * A Sale Price has a start day and an end day, the end not before the start, and has not ended before the day on which
 * a coupon starts that relies on it; in both places the same day is allowed.
 */
export default defineRule({
  id: 'amazon/sale-price-dates',
  topic: 'offer',
  severity: 'warning',
  needs: [],
  uses: ['salePrice', 'saleStart', 'saleEnd', 'couponStart', 'yourPrice'],
  emptyWhenAbsent: ['salePrice', 'saleStart', 'saleEnd'],
  marks: ['saleEnd', 'saleStart', 'salePrice'],
  policy: readPolicy(file, {}),
  before({ salePrice }) {
    return salePrice === null ? notApplicable('nothing-to-check') : undefined;
  },
  check(facts) {
    const { salePrice, saleStart, saleEnd, couponStart } = facts;
    if (!salePrice) return notApplicable('no-trigger');
    if (!saleStart || !saleEnd) return dayMissing(facts);
    if (saleEnd < saleStart)
      return violation({
        message: 'reversed',
        values: { saleStart, saleEnd },
        fix: { earliestEnd: saleStart, latestStart: saleEnd },
      });
    if (couponStart && saleEnd < couponStart) return endsBeforeCoupon(facts);
    return ok();
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '18.00', saleStart: '2026-11-21', saleEnd: '2026-11-21', couponStart: '2026-11-21' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '18.00', saleStart: '2026-11-21' },
        gives: { earliestEnd: '2026-11-21' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '18.00', saleEnd: '2026-11-21', saleStart: null },
        gives: { latestStart: '2026-11-21' },
      },
      { site: 'US', day: '2026-11-20', facts: { salePrice: '18.00' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '18.00', saleStart: '2026-11-22', saleEnd: '2026-11-21' },
        gives: { earliestEnd: '2026-11-22', latestStart: '2026-11-21' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '18.00', saleStart: '2026-11-01', saleEnd: '2026-11-24', couponStart: '2026-11-25' },
        gives: { earliestEnd: '2026-11-25' },
        severity: 'info',
      },
    ],
    unknown: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { salePrice: '18.00', saleStart: '2026-11-21' },
        unread: ['saleEnd'],
      },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { salePrice: null } },
    ],
  },
});

function dayMissing({ salePrice, saleStart, saleEnd }: Facts): Outcome {
  if (saleStart)
    return violation({
      message: 'endMissing',
      marks: ['saleEnd'],
      values: { saleStart },
      fix: { earliestEnd: saleStart },
    });
  if (saleEnd)
    return violation({
      message: 'startMissing',
      marks: ['saleStart'],
      values: { saleEnd },
      fix: { latestStart: saleEnd },
    });
  return violation({ marks: ['saleStart', 'saleEnd'], values: { salePrice }, fix: {} });
}

/** The coupon is taken from Your Price then. */
function endsBeforeCoupon({ salePrice, saleEnd, couponStart, yourPrice }: Facts): Outcome {
  return violation({
    severity: 'info',
    message: yourPrice ? 'couponUsesPrice' : 'couponUsesOtherPrice',
    marks: ['saleEnd', 'couponStart'],
    values: { salePrice, saleEnd, couponStart, yourPrice },
    fix: { earliestEnd: couponStart },
  });
}
