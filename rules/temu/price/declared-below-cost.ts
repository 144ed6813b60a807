import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, ceilTo, larger } from '../../measures/decimals.ts';
import file from '../../policies/temu/declared-below-cost.json' with { type: 'json' };

/** The declared price covers unit cost and smallest profit, and leaves the target margin; equality is enough. */
export default defineRule({
  id: 'temu/declared-below-cost',
  topic: 'offer',
  severity: 'warning',
  needs: ['declaredPrice', 'unitCost'],
  uses: ['minProfit', 'targetMarginPercent'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, {}),
  before: ({ declaredPrice, unitCost }) => (declaredPrice && !unitCost ? notApplicable('no-trigger') : undefined),
  check({ declaredPrice, unitCost, minProfit, targetMarginPercent }, _, { digits }) {
    const lowest = larger(unitCost.plus(minProfit ?? 0), forMargin(unitCost, targetMarginPercent));
    if (declaredPrice.gte(lowest)) return ok();
    return violation({
      values: { declaredPrice, unitCost, profit: declaredPrice.minus(unitCost) },
      fix: { minPrice: ceilTo(lowest, digits) },
    });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '10.00', unitCost: '8.00', minProfit: '2.00' } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '10.00', unitCost: '8.00', targetMarginPercent: '20' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '9.99', unitCost: '8.00', minProfit: '2.00' },
        gives: { minPrice: '10.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '9.99', unitCost: '8.00', targetMarginPercent: '20' },
        gives: { minPrice: '10.00' },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { unitCost: '8.00' } }],
    notApplicable: [{ site: 'global', day: '2026-11-20', facts: { declaredPrice: '9.99' } }],
  },
});

const NOTHING = new Big(0);

/** The price of which the margin is the target; 0 where none is set or no price reaches it. */
function forMargin(unitCost: Big, target: Big | null | undefined): Big {
  return target?.gt(0) && target.lt(100) ? unitCost.div(NOTHING.plus(100).minus(target).div(100)) : NOTHING;
}
