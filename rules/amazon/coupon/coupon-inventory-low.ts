import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-inventory.json' with { type: 'json' };

/** Stock covers the units a coupon is expected to sell on all its days; exactly enough is enough. */
export default defineRule({
  id: 'amazon/coupon-inventory-low',
  topic: 'coupon',
  severity: 'warning',
  needs: ['unitsAvailable', 'couponDays', 'expectedDailyUnits'],
  marks: ['couponEnd', 'couponDays', 'unitsAvailable'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ unitsAvailable, couponDays, expectedDailyUnits }) {
    const unitsMissing = couponDays * expectedDailyUnits - unitsAvailable;
    if (unitsMissing <= 0) return ok();
    const maxDays = Math.floor(unitsAvailable / expectedDailyUnits);
    return violation({
      message: maxDays > 0 ? 'problem' : 'noDay',
      values: { unitsAvailable, couponDays, expectedDailyUnits },
      fix: maxDays > 0 ? { unitsMissing, maxDays } : { unitsMissing },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { unitsAvailable: 200, couponDays: 10, expectedDailyUnits: 20 } },
      { site: 'US', day: '2026-11-20', facts: { unitsAvailable: 0, couponDays: 10, expectedDailyUnits: 0 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { unitsAvailable: 199, couponDays: 10, expectedDailyUnits: 20 },
        gives: { unitsMissing: 1, maxDays: 9 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { unitsAvailable: 19, couponStart: '2026-11-20', couponEnd: '2026-11-21', expectedDailyUnits: 20 },
        gives: { unitsMissing: 21 },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { couponDays: 10, expectedDailyUnits: 20 } }],
    notApplicable: [
      { site: 'US', day: '2024-03-11', facts: { unitsAvailable: 0, couponDays: 10, expectedDailyUnits: 20 } },
    ],
  },
});
