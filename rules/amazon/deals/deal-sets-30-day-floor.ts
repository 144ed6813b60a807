import type { Facts } from '../../engine/facts.ts';
import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/amazon/deal-30-day-floor.json' with { type: 'json' };

/**
 * A deal below the lowest price of 30 days becomes that lowest price, so for 30 days after it no deal may cost more;
 * the same price changes nothing.
 */
export default defineRule({
  id: 'amazon/deal-sets-30-day-floor',
  topic: 'promotion',
  severity: 'info',
  needs: ['dealPrice', 'lowestPrice30d'],
  uses: ['promotionStart', 'promotionEnd', 'dealDays'],
  marks: ['dealPrice'],
  policy: readPolicy(file, { windowDays: 'count' }),
  quietUnknown: true,
  check(facts, { windowDays }) {
    const { dealPrice, lowestPrice30d } = facts;
    if (dealPrice.gte(lowestPrice30d)) return ok();
    const values = { dealPrice, lowestPrice30d, windowDays };
    const lastDay = lastDayOf(facts);
    if (!lastDay) return violation({ values, fix: { newFloor: dealPrice } });
    return violation({
      message: 'dated',
      values: { ...values, until: addDays(lastDay, windowDays) },
      fix: { newFloor: dealPrice },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '19.99', lowestPrice30d: '19.99' } },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '20.00', lowestPrice30d: '19.99' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { dealPrice: '19.98', lowestPrice30d: '19.99' },
        gives: { newFloor: '19.98' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { dealPrice: '15.00', lowestPrice30d: '19.99', promotionEnd: '2026-11-30' },
        gives: { newFloor: '15.00', until: '2026-12-30' },
      },
      {
        site: 'US',
        day: '2025-01-16',
        facts: { dealPrice: '15.00', lowestPrice30d: '19.99', promotionStart: '2025-01-20', dealDays: 7 },
        gives: { newFloor: '15.00', until: '2025-02-25' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { lowestPrice30d: '19.99' } }],
    notApplicable: [{ site: 'US', day: '2025-01-15', facts: { dealPrice: '15.00', lowestPrice30d: '19.99' } }],
  },
});

function lastDayOf({ promotionStart, promotionEnd, dealDays }: Facts): string | undefined {
  if (promotionEnd) return promotionEnd;
  return promotionStart && dealDays ? addDays(promotionStart, dealDays - 1) : undefined;
}
