import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/list-price-au.json' with { type: 'json' };

/** In Australia a former price is not above the lowest price of 30 calendar days; the same price is allowed. */
export default defineRule({
  id: 'amazon/list-price-au-30-day',
  topic: 'offer',
  severity: 'warning',
  needs: ['listPrice', 'lowestPrice30d'],
  marks: ['listPrice'],
  bounds: [{ of: 'listPrice', side: 'below', figure: 'maxListPrice' }],
  policy: readPolicy(file, { windowDays: 'count' }),
  quietUnknown: true,
  check({ listPrice, lowestPrice30d }, { windowDays }, { digits }) {
    // Amazon's form takes 0 for "no List Price".
    if (listPrice.lte(0)) return notApplicable('nothing-to-check');
    if (lowestPrice30d.lte(0)) return unknown('lowestPrice30d');
    if (listPrice.lte(lowestPrice30d)) return ok();
    return violation({
      values: { listPrice, lowestPrice30d, windowDays },
      fix: { maxListPrice: floorTo(lowestPrice30d, digits) },
    });
  },
  examples: {
    ok: [{ site: 'AU', day: '2026-11-20', facts: { listPrice: '30.00', lowestPrice30d: '30.00' } }],
    violation: [
      {
        site: 'AU',
        day: '2026-11-20',
        facts: { listPrice: '30.01', lowestPrice30d: '30.00' },
        gives: { maxListPrice: '30.00' },
      },
    ],
    unknown: [{ site: 'AU', day: '2026-11-20', facts: { listPrice: '30.00' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { listPrice: '30.01', lowestPrice30d: '30.00' } },
      { site: 'AU', day: '2026-11-20', facts: { listPrice: '0', lowestPrice30d: '30.00' } },
    ],
  },
});
