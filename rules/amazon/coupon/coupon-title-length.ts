import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { firstCodePoints } from '../../measures/text.ts';
import file from '../../policies/amazon/coupon-title-length.json' with { type: 'json' };

/** The part of the coupon title that the seller types has at most so many code points; exactly that many are allowed. */
export default defineRule({
  id: 'amazon/coupon-title-length',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponTitleLength'],
  uses: ['couponTitle'],
  marks: ['couponTitle'],
  policy: readPolicy(file, { maximum: 'count' }),
  before({ couponTitle, couponTitleLength }) {
    if (couponTitleLength !== undefined) return undefined;
    return couponTitle === null || couponTitle === '' ? notApplicable('nothing-to-check') : undefined;
  },
  check({ couponTitle, couponTitleLength }, { maximum }) {
    if (couponTitleLength <= maximum) return ok();
    return violation({
      values: { couponTitleLength, limit: maximum },
      fix: {
        removeCharacters: couponTitleLength - maximum,
        shortened: couponTitle ? firstCodePoints(couponTitle, maximum).trimEnd() : undefined,
      },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { couponTitleLength: 80 } }],
    violation: [
      { site: 'DE', day: '2026-11-20', facts: { couponTitleLength: 81 }, gives: { removeCharacters: 1 } },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { couponTitle: '茶'.repeat(82) },
        gives: { removeCharacters: 2, shortened: '茶'.repeat(80) },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { couponTitle: null } }],
  },
});
