import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { daysBetween } from '../../measures/days.ts';
import file from '../../policies/tiktok/flash-sets-amazon-floor.json' with { type: 'json' };

/** A flash price becomes the seller’s own lowest price of 30 days, so an Amazon deal planned within that time at a higher price may be refused; equal passes. */
export default defineRule({
  id: 'tiktok/flash-sets-amazon-floor',
  topic: 'promotion',
  severity: 'info',
  needs: ['promotionPrice', 'amazonDealPrice', 'amazonDealOn'],
  uses: ['promotionKind'],
  marks: ['promotionPrice'],
  policy: readPolicy(file, { days: 'count' }),
  quietUnknown: true,
  check({ promotionPrice, promotionKind, amazonDealPrice, amazonDealOn }, { days }, { day }) {
    if (promotionKind && promotionKind !== 'flash' && promotionKind !== 'live-flash')
      return notApplicable('no-trigger');
    const ahead = daysBetween(day, amazonDealOn);
    if (ahead < 0 || ahead > days) return notApplicable('no-trigger');
    if (promotionPrice.gte(amazonDealPrice)) return ok();
    return violation({ values: { promotionPrice, amazonDealPrice, amazonDealOn }, fix: { minPrice: amazonDealPrice } });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '15.00', amazonDealPrice: '15.00', amazonDealOn: '2026-12-20' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '14.99', amazonDealPrice: '15.00', amazonDealOn: '2026-12-20' },
        gives: { minPrice: '15.00' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { promotionPrice: '15.00' } }],
    notApplicable: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '14.99', amazonDealPrice: '15.00', amazonDealOn: '2026-12-21' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { promotionPrice: '14.99', amazonDealPrice: '15.00', amazonDealOn: '2026-11-19' },
      },
    ],
  },
});
