import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/exemption-offer-margin.json' with { type: 'json' };

/** After the cut that the 30-day exemption asks for at once, target price minus unit cost is at least the smallest profit; equality is enough. */
export default defineRule({
  id: 'temu/exemption-offer-margin',
  topic: 'offer',
  severity: 'warning',
  needs: ['targetPrice', 'unitCost', 'minProfit'],
  marks: ['targetPrice', 'declaredPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ targetPrice, unitCost, minProfit }) {
    const profitAfterCut = targetPrice.minus(unitCost);
    if (profitAfterCut.gte(minProfit)) return ok({ profitAfterCut });
    return violation({
      values: { targetPrice, unitCost, minProfit, profitAfterCut },
      fix: { minPrice: unitCost.plus(minProfit) },
    });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { targetPrice: '20.00', unitCost: '18.00', minProfit: '2.00' } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { targetPrice: '20.01', unitCost: '18.00', minProfit: '2.00' },
        gives: { profitAfterCut: '2.01' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { targetPrice: '19.99', unitCost: '18.00', minProfit: '2.00' },
        gives: { profitAfterCut: '1.99', minPrice: '20.00' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { targetPrice: '20.00', minProfit: '2.00' } }],
    notApplicable: [
      { site: 'global', day: '2024-03-30', facts: { targetPrice: '19.99', unitCost: '18.00', minProfit: '2.00' } },
    ],
  },
});
