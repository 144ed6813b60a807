import type { Facts } from '../../engine/facts.ts';
import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/tiktok/promotion-conflict.json' with { type: 'json' };

/** The place in the platform’s order of priority; kinds of one place exclude each other. */
function groupOf(kind: string, groups: readonly (readonly string[])[]): number | string {
  const place = groups.findIndex((kinds) => kinds.includes(kind));
  return place < 0 ? kind : place;
}

/**
 * A product is not in two promotions of the same kind at the same time. Promotions that share only one day collide if
 * their times do; without the times that is not known, since a flash deal may last an hour.
 */
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
  uses: ['promotionStartAt', 'promotionEndAt', 'otherPromotionStartAt', 'otherPromotionEndAt'],
  marks: ['promotionStart', 'promotionEnd'],
  policy: readPolicy(file, { groups: 'table' }),
  quietUnknown: true,
  check({ promotionKind, promotionStart, promotionEnd, ...other }, { groups }) {
    const { otherPromotionKind, otherPromotionStart, otherPromotionEnd } = other;
    if (groupOf(promotionKind, groups) !== groupOf(otherPromotionKind, groups)) return ok();
    if (promotionStart > otherPromotionEnd || otherPromotionStart > promotionEnd) return ok();
    const times = collision(other);
    if (times === false) return ok();
    const sharesOneDay = promotionStart === otherPromotionEnd || otherPromotionStart === promotionEnd;
    if (times === null && sharesOneDay) return unknown('otherPromotionStartAt', 'otherPromotionEndAt');
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
          promotionStart: '2026-12-04',
          promotionEnd: '2026-12-04',
          promotionStartAt: '2026-12-04T12:00',
          promotionEndAt: '2026-12-04T14:00',
          otherPromotionKind: 'flash',
          otherPromotionStart: '2026-12-04',
          otherPromotionEnd: '2026-12-04',
          otherPromotionStartAt: '2026-12-04T10:00',
          otherPromotionEndAt: '2026-12-04T12:00',
        },
      },
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
          promotionEnd: '2026-12-04',
          promotionStartAt: '2026-12-04T12:00',
          promotionEndAt: '2026-12-04T14:00',
          otherPromotionKind: 'flash',
          otherPromotionStart: '2026-12-04',
          otherPromotionEnd: '2026-12-04',
          otherPromotionStartAt: '2026-12-04T10:00',
          otherPromotionEndAt: '2026-12-04T12:01',
        },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          promotionKind: 'flash',
          promotionStart: '2026-12-03',
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
          promotionStart: '2026-12-03',
          promotionEnd: '2026-12-07',
          otherPromotionKind: 'live-flash',
          otherPromotionStart: '2026-12-01',
          otherPromotionEnd: '2026-12-04',
        },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { promotionKind: 'flash' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          promotionKind: 'flash',
          promotionStart: '2026-12-04',
          promotionEnd: '2026-12-04',
          otherPromotionKind: 'flash',
          otherPromotionStart: '2026-12-04',
          otherPromotionEnd: '2026-12-04',
        },
      },
    ],
  },
});

/** Whether the times overlap; null where one of them is not known. One may begin at the minute in which the other ends. */
function collision({
  promotionStartAt,
  promotionEndAt,
  otherPromotionStartAt,
  otherPromotionEndAt,
}: Facts): boolean | null {
  if (!promotionStartAt || !promotionEndAt || !otherPromotionStartAt || !otherPromotionEndAt) return null;
  return promotionStartAt < otherPromotionEndAt && otherPromotionStartAt < promotionEndAt;
}
