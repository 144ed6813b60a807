import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/list-price-support.json' with { type: 'json' };

/**
 * A List Price is shown only if the product was bought or offered at it, or above, in the last 90 days (180 for
 * seasonal products). Books are exempt.
 */
export default defineRule({
  id: 'amazon/list-price-not-supported',
  topic: 'offer',
  severity: 'warning',
  needs: ['listPrice'],
  uses: ['highestPrice90d', 'feeCategory'],
  marks: ['listPrice'],
  bounds: [{ of: 'listPrice', side: 'below', figure: 'maxListPrice' }],
  policy: readPolicy(file, { windowDays: 'count', exemptCategories: 'texts' }),
  quietUnknown: true,
  check({ listPrice, highestPrice90d, feeCategory }, { windowDays, exemptCategories }, { digits }) {
    // Amazon's form takes 0 for "no List Price".
    if (listPrice.lte(0)) return notApplicable('nothing-to-check');
    if (feeCategory && exemptCategories.includes(feeCategory)) return notApplicable('exempt');
    if (highestPrice90d === undefined) return unknown('highestPrice90d');
    if (!highestPrice90d?.gt(0)) return violation({ message: 'none', values: { listPrice, windowDays }, fix: {} });
    if (highestPrice90d.gte(listPrice)) return ok();
    return violation({
      values: { listPrice, highestPrice90d, windowDays },
      fix: { maxListPrice: floorTo(highestPrice90d, digits) },
    });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { listPrice: '49.99', highestPrice90d: '49.99' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { listPrice: '49.99', highestPrice90d: '49.98' },
        gives: { maxListPrice: '49.98' },
      },
      { site: 'US', day: '2026-11-20', facts: { listPrice: '49.99', highestPrice90d: null } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { listPrice: '49.99' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { listPrice: '0' } },
      { site: 'US', day: '2026-11-20', facts: { listPrice: '49.99', highestPrice90d: '30.00', feeCategory: 'books' } },
      { site: 'DE', day: '2026-11-20', facts: { listPrice: '49.99', highestPrice90d: '30.00' } },
    ],
  },
});
