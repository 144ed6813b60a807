import { limitNotPublished, ok, violation } from '../../engine/outcome.ts';
import { limit, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { returnsFees } from '../../fees/returns.ts';
import file from '../../policies/amazon/deal-high-return-rate.json' with { type: 'json' };

/**
 * A product in a deal has no high return rate. Amazon publishes no number, so the category's threshold of the returns
 * fee stands in for it; the threshold itself is allowed.
 */
export default defineRule({
  id: 'amazon/deal-high-return-rate',
  topic: 'promotion',
  severity: 'info',
  needs: ['returnRate', 'feeCategory'],
  marks: ['dealPrice', 'asin', 'sku'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ returnRate, feeCategory }, _, { day, site }) {
    const returnLimit = limit(returnsFees, day, site)?.values?.returnLimits.get(feeCategory);
    if (!returnLimit) return limitNotPublished();
    if (returnRate.lte(returnLimit)) return ok();
    return violation({ values: { returnRate, returnLimit, feeCategory }, fix: {} });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { returnRate: '8.1', feeCategory: 'home' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { returnRate: '8.2', feeCategory: 'home' },
        gives: { returnLimit: '8.1' },
      },
      {
        site: 'US',
        day: '2026-01-01',
        facts: { returnRate: '12', feeCategory: 'computers' },
        gives: { returnLimit: '11.4' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { feeCategory: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { returnRate: '30', feeCategory: 'clothing' } },
      { site: 'US', day: '2025-12-31', facts: { returnRate: '30', feeCategory: 'home' } },
    ],
    notApplicable: [
      { site: 'US', day: '2025-01-15', facts: { returnRate: '30', feeCategory: 'home' } },
      { site: 'DE', day: '2026-11-20', facts: { returnRate: '30', feeCategory: 'home' } },
    ],
  },
});
