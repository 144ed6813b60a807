import { type Outcome, ok, violation } from '../../engine/outcome.ts';
import { type Limits, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-bulk-rows.json' with { type: 'json' };

/** `maxCoupons` in one file; `lastRow` is the last spreadsheet row, counted from 1, that may hold data. */
const shape = { maxCoupons: 'count', lastRow: 'count' } as const;

/** A coupon spreadsheet holds at most so many coupons and no data below its last allowed row; both are allowed. */
export default defineRule({
  id: 'amazon/coupon-bulk-rows',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponRows', 'lastUsedRow'],
  marks: ['couponRows', 'lastUsedRow'],
  policy: readPolicy(file, shape),
  // Either number alone can be too high.
  before: ({ couponRows, lastUsedRow }, limits) => tooLong(couponRows, lastUsedRow, limits),
  check: () => ok(),
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { couponRows: 100, lastUsedRow: 119 } }],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { couponRows: 201 }, gives: { files: 3 } },
      { site: 'US', day: '2026-11-20', facts: { couponRows: 101, lastUsedRow: 120 }, gives: { files: 2 } },
      { site: 'US', day: '2026-11-20', facts: { couponRows: 40, lastUsedRow: 120 }, gives: { lastRow: 119 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { couponRows: 60 } }],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { couponRows: 101, lastUsedRow: 120 } },
      { site: 'US', day: '2024-12-31', facts: { couponRows: 101, lastUsedRow: 120 } },
    ],
  },
});

function tooLong(
  couponRows: number | null | undefined,
  lastUsedRow: number | null | undefined,
  { maxCoupons, lastRow }: Limits<typeof shape>,
): Outcome | undefined {
  if (couponRows && couponRows > maxCoupons)
    return violation({
      values: { couponRows, lastUsedRow, limit: maxCoupons },
      fix: { files: Math.ceil(couponRows / maxCoupons) },
    });
  if (lastUsedRow && lastUsedRow > lastRow)
    return violation({
      message: 'rowTooLow',
      marks: ['lastUsedRow'],
      values: { couponRows, lastUsedRow, limit: maxCoupons },
      fix: { lastRow },
    });
  return undefined;
}
