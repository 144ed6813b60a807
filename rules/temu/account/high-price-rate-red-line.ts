import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { addDays } from '../../measures/days.ts';
import file from '../../policies/temu/high-price-rate-red-line.json' with { type: 'json' };

/** The shop’s high-price rate (申报价高价率, a percentile) stays below the red line of 95; 95 itself counts, the cautious reading. */
export default defineRule({
  id: 'temu/high-price-rate-red-line',
  topic: 'account',
  severity: 'error',
  needs: ['highPriceRate'],
  uses: ['highPriceAmount', 'redLine'],
  marks: ['highPriceRate'],
  policy: readPolicy(file, { redLine: 'decimal', limitDays: 'count' }),
  quietUnknown: true,
  check({ highPriceRate, highPriceAmount, redLine: own }, { redLine, limitDays }, { day }) {
    const line = own ?? redLine;
    if (highPriceRate.lt(line)) return ok();
    const values = { highPriceRate, redLine: line, newListingsLimited: true };
    if (!highPriceAmount?.gt(0)) return violation({ values, fix: {} });
    const withdrawalLimitUntil = addDays(day, limitDays);
    return violation({
      message: 'withAmount',
      values: { ...values, withdrawalLimitAmount: highPriceAmount, withdrawalLimitUntil },
      fix: {},
    });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { highPriceRate: '94.9' } },
      { site: 'global', day: '2026-11-20', facts: { highPriceRate: '89.9', redLine: '90' } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { highPriceRate: '95' }, gives: { newListingsLimited: true } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { highPriceRate: '95.1', highPriceAmount: '3200.00' },
        gives: { withdrawalLimitAmount: '3200.00', withdrawalLimitUntil: '2026-12-20' },
      },
      { site: 'global', day: '2026-11-20', facts: { highPriceRate: '90', redLine: '90' } },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'global', day: '2024-03-30', facts: { highPriceRate: '99' } }],
  },
});
