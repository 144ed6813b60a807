import { limitNotPublished, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-asin-count.json' with { type: 'json' };

/**
 * Child ASINs in one coupon. Every text allows `undisputed`, none allows more than `maximum`; between them the texts
 * differ. `currentText` is false where only older copies are known.
 */
const couponSize = readPolicy(file, {
  undisputed: 'count',
  maximum: 'count',
  spreadsheetMinimum: 'count',
  currentText: 'flag',
});

/** A coupon has at most so many child ASINs and, in the spreadsheet, at least so many; both limits are allowed. */
export default defineRule({
  id: 'amazon/coupon-asin-count',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponChildAsins'],
  uses: ['couponRoute'],
  marks: ['couponChildAsins'],
  policy: couponSize,
  check({ couponChildAsins, couponRoute }, { undisputed, maximum, spreadsheetMinimum, currentText }) {
    if (couponChildAsins > maximum)
      return violation({
        severity: currentText ? 'error' : 'warning',
        message: currentText ? 'problem' : 'olderLimit',
        values: { couponChildAsins, limit: maximum },
        fix: { removeProducts: couponChildAsins - maximum },
      });
    if (couponChildAsins > undisputed) return limitNotPublished();
    // Left out where the store's spreadsheet has no minimum.
    if (spreadsheetMinimum === undefined || couponChildAsins >= spreadsheetMinimum) return ok();
    if (couponRoute === 'form') return ok();
    if (couponRoute !== 'bulk') return unknown('couponRoute');
    return violation({
      message: 'tooFew',
      values: { couponChildAsins, minimum: spreadsheetMinimum },
      fix: { addProducts: spreadsheetMinimum - couponChildAsins },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { couponChildAsins: 2900, couponRoute: 'bulk' } },
      { site: 'US', day: '2026-11-20', facts: { couponChildAsins: 15 } },
      { site: 'US', day: '2026-11-20', facts: { couponChildAsins: 1, couponRoute: 'form' } },
      { site: 'JP', day: '2026-11-20', facts: { couponChildAsins: 14, couponRoute: 'bulk' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponChildAsins: 2901, couponRoute: 'bulk' },
        gives: { removeProducts: 1 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponChildAsins: 14, couponRoute: 'bulk' },
        gives: { addProducts: 1 },
        severity: 'error',
      },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { couponChildAsins: 8001 },
        gives: { removeProducts: 1 },
        severity: 'warning',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { couponChildAsins: 14 } },
      { site: 'UK', day: '2026-11-20', facts: { couponChildAsins: 2901, couponRoute: 'bulk' } },
    ],
    notApplicable: [{ site: 'US', day: '2024-12-31', facts: { couponChildAsins: 2901, couponRoute: 'bulk' } }],
  },
});
