import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, ceilTo, floorTo, percent, unit } from '../../measures/decimals.ts';
import file from '../../policies/amazon/prime-event-30-day-low.json' with { type: 'json' };

/**
 * On Prime Day a price is at least 5 % below the lowest price of 30 days, exactly 5 % is allowed; on Black Friday it is
 * below that lowest price by any amount.
 */
export default defineRule({
  id: 'amazon/prime-event-30-day-low',
  topic: 'promotion',
  severity: 'warning',
  needs: ['event', 'dealPrice', 'lowestPrice30d'],
  marks: ['dealPrice'],
  bounds: [{ of: 'dealPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, { requiredBelow: 'decimal' }),
  quietUnknown: true,
  check({ event, dealPrice, lowestPrice30d }, { requiredBelow }, { digits }) {
    if (lowestPrice30d.lte(0)) return unknown('lowestPrice30d');
    if (event === 'black-friday') return blackFriday(dealPrice, lowestPrice30d, digits);
    if (event !== 'prime-day') return notApplicable('no-trigger');
    const highest = lowestPrice30d.minus(lowestPrice30d.times(percent(requiredBelow)));
    if (dealPrice.lte(highest)) return ok();
    return violation({
      values: { dealPrice, lowestPrice30d, requiredBelow },
      fix: { maxPrice: floorTo(highest, digits) },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { event: 'prime-day', dealPrice: '95.00', lowestPrice30d: '100.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { event: 'black-friday', dealPrice: '99.99', lowestPrice30d: '100.00' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { event: 'prime-day', dealPrice: '95.01', lowestPrice30d: '100.00' },
        gives: { maxPrice: '95.00' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { event: 'prime-day', dealPrice: '24.99', lowestPrice30d: '24.99' },
        gives: { maxPrice: '23.74' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { event: 'black-friday', dealPrice: '100.00', lowestPrice30d: '100.00' },
        gives: { maxPrice: '99.99' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { event: 'prime-day', dealPrice: '95.00' } },
      { site: 'US', day: '2026-11-20', facts: { dealPrice: '95.00', lowestPrice30d: '100.00' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { event: null, dealPrice: '95.01', lowestPrice30d: '100.00' } },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { event: 'prime-day', dealPrice: '95.01', lowestPrice30d: '100.00' },
      },
    ],
  },
});

function blackFriday(dealPrice: Big, lowestPrice30d: Big, digits: number) {
  if (dealPrice.lt(lowestPrice30d)) return ok();
  return violation({
    message: 'blackFriday',
    values: { dealPrice, lowestPrice30d },
    fix: { maxPrice: ceilTo(lowestPrice30d, digits).minus(unit(digits)) },
  });
}
