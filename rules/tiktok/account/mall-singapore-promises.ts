import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/mall-singapore-promises.json' with { type: 'json' };

/** A Mall shop in Singapore proves its goods are authentic, takes returns for 15 days (inclusive) and ships free. */
export default defineRule({
  id: 'tiktok/mall-singapore-promises',
  topic: 'account',
  severity: 'info',
  needs: ['mallShop', 'authenticityProof', 'returnDays', 'shippingFee'],
  marks: ['returnDays', 'shippingFee'],
  policy: readPolicy(file, { returnDays: 'count' }),
  quietUnknown: true,
  before({ mallShop, authenticityProof, returnDays, shippingFee }, limits) {
    if (mallShop === undefined || mallShop === null) return undefined;
    if (!mallShop) return notApplicable('exempt');
    if (authenticityProof === false) return violation({ message: 'authenticity', values: {}, fix: {} });
    if (typeof returnDays === 'number' && returnDays < limits.returnDays)
      return violation({ values: { returnDays }, fix: { minimum: limits.returnDays } });
    if (shippingFee?.gt(0)) return violation({ message: 'shipping', values: { shippingFee }, fix: {} });
    return undefined;
  },
  check() {
    return ok();
  },
  examples: {
    ok: [
      {
        site: 'SG',
        day: '2026-11-20',
        facts: { mallShop: true, shippingFee: '0', authenticityProof: true, returnDays: 15 },
      },
    ],
    violation: [
      {
        site: 'SG',
        day: '2026-11-20',
        facts: { mallShop: true, shippingFee: '0.01', authenticityProof: true, returnDays: 15 },
      },
      { site: 'SG', day: '2026-11-20', facts: { mallShop: true, returnDays: 14 }, gives: { minimum: 15 } },
      { site: 'SG', day: '2026-11-20', facts: { mallShop: true, authenticityProof: false } },
    ],
    unknown: [{ site: 'SG', day: '2026-11-20', facts: { mallShop: true, shippingFee: '0', authenticityProof: true } }],
    notApplicable: [
      { site: 'SG', day: '2026-11-20', facts: { mallShop: false } },
      { site: 'SG', day: '2024-02-29', facts: { mallShop: true, returnDays: 14 } },
      { site: 'MY', day: '2026-11-20', facts: { mallShop: true, returnDays: 14 } },
    ],
  },
});
