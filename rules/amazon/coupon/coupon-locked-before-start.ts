import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-lock.json' with { type: 'json' };

const couponLock = readPolicy(file, {
  /** Hours before the start at which the coupon is validated and locked. */
  lockHours: 'count',
  /** Hours Amazon takes to look at a changed price. */
  recheckHours: 'count',
});

/** A change reaches a coupon until 6 hours before it starts; exactly 6 hours is in time. */
export default defineRule({
  id: 'amazon/coupon-locked-before-start',
  topic: 'coupon',
  severity: 'warning',
  needs: ['hoursUntilStart'],
  marks: ['couponStart'],
  policy: couponLock,
  check({ hoursUntilStart }, { lockHours, recheckHours }) {
    if (hoursUntilStart.gte(lockHours)) return ok();
    // A coupon that runs has been validated.
    if (hoursUntilStart.lt(0)) return notApplicable('no-trigger');
    return violation({ values: { hoursUntilStart, lockHours, recheckHours }, fix: {} });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { hoursUntilStart: '6' } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { hoursUntilStart: '5.99' } },
      { site: 'US', day: '2026-11-20', facts: { hoursUntilStart: '0' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { hoursUntilStart: '-0.1' } },
      { site: 'US', day: '2024-03-11', facts: { hoursUntilStart: '1' } },
    ],
  },
});
