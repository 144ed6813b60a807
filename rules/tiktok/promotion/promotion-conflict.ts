import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/tiktok/promotion-conflict.json' with { type: 'json' };

/** The place in the platform’s order of priority; kinds of one place exclude each other. */
function groupOf(kind: string, groups: readonly (readonly string[])[]): number | string {
  const place = groups.findIndex((kinds) => kinds.includes(kind));
  return place < 0 ? kind : place;
}

/** A product is not in two promotions of the same kind at the same time; sharing one day counts as the same time. */
export default defineRule({
  id: 'tiktok/promotion-conflict',
  topic: 'promotion',
  severity: 'warning',
  needs: [
    'promotionKind',
    'promotionStart',
    'promotionEnd',
    'otherPromotionKind',
    'otherPromotionStart',
    'otherPromotionEnd',
  ],
  marks: ['promotionStart', 'promotionEnd'],
  policy: readPolicy(file, { groups: 'table' }),
  quietUnknown: true,
  check({ promotionKind, promotionStart, promotionEnd, ...other }, { groups }) {
    const { otherPromotionKind, otherPromotionStart, otherPromotionEnd } = other;
    if (groupOf(promotionKind, groups) !== groupOf(otherPromotionKind, groups)) return ok();
    if (promotionStart > otherPromotionEnd || otherPromotionStart > promotionEnd) return ok();
    const values = { promotionStart, promotionEnd, otherPromotionKind, otherPromotionStart, otherPromotionEnd };
    return violation({ values, fix: { earliestStart: addDays(otherPromotionEnd, 1) } });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          promotionKind: 'flash',
          promotionStart: '2026-12-05',
          promotionEnd: '2026-12-07',
          otherPromotionKind: 'flash',
          otherPromotionStart: '2026-12-01',
          otherPromotionEnd: '2026-12-04',
        },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          promotionKind: 'flash',
          promotionStart: '2026-12-01',
          promotionEnd: '2026-12-03',
          otherPromotionKind: 'product-discount',
          otherPromotionStart: '2026-12-01',
          otherPromotionEnd: '2026-12-31',
        },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          promotionKind: 'flash',
          promotionStart: '2026-12-04',
          promotionEnd: '2026-12-07',
          otherPromotionKind: 'flash',
          otherPromotionStart: '2026-12-01',
          otherPromotionEnd: '2026-12-04',
        },
        gives: { earliestStart: '2026-12-05' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          promotionKind: 'creator-live',
          promotionStart: '2026-12-04',
          promotionEnd: '2026-12-07',
          otherPromotionKind: 'live-flash',
          otherPromotionStart: '2026-12-01',
          otherPromotionEnd: '2026-12-04',
        },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { promotionKind: 'flash' } }],
  },
});
