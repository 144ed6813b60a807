import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-blocked.json' with { type: 'json' };

/** No state blocks enrolment: no price order under way, no large single-item coupon, and the SKU is live on the site. */
export default defineRule({
  id: 'temu/activity-blocked',
  topic: 'promotion',
  severity: 'error',
  needs: [],
  uses: ['pendingPriceOrder', 'hasBigCoupon', 'siteLive'],
  marks: ['activityPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ pendingPriceOrder, hasBigCoupon, siteLive }) {
    if (pendingPriceOrder) return violation({ values: {}, fix: {} });
    if (hasBigCoupon) return violation({ message: 'coupon', values: {}, fix: {} });
    if (siteLive === false) return violation({ message: 'notLive', values: {}, fix: {} });
    if (typeof pendingPriceOrder !== 'boolean') return unknown('pendingPriceOrder');
    if (typeof hasBigCoupon !== 'boolean') return unknown('hasBigCoupon');
    return typeof siteLive === 'boolean' ? ok() : unknown('siteLive');
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { pendingPriceOrder: false, hasBigCoupon: false, siteLive: true } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { pendingPriceOrder: true, hasBigCoupon: false, siteLive: true } },
      { site: 'global', day: '2026-11-20', facts: { hasBigCoupon: true } },
      { site: 'global', day: '2026-11-20', facts: { siteLive: false } },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { pendingPriceOrder: false } }],
    notApplicable: [{ site: 'global', day: '2026-01-07', facts: { siteLive: false } }],
  },
});
