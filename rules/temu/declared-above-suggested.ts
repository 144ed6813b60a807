import { floorTo } from '../decimals.ts';
import { ok, violation } from '../outcome.ts';
import file from '../policies/temu.declared-above-suggested.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';
import { defineRule } from '../rule.ts';

/** The declared price of a SKU is at most the price the platform suggests; equal is accepted. */
export default defineRule({
  id: 'temu/declared-above-suggested',
  topic: 'offer',
  severity: 'warning',
  needs: ['declaredPrice', 'suggestedDeclaredPrice'],
  uses: ['unitCost'],
  marks: ['declaredPrice'],
  quietUnknown: true,
  policy: readPolicy(file, {}),
  check({ declaredPrice, suggestedDeclaredPrice, unitCost }, _, { digits }) {
    if (declaredPrice.lte(suggestedDeclaredPrice)) return ok();
    const values = { declaredPrice, suggestedDeclaredPrice, difference: declaredPrice.minus(suggestedDeclaredPrice) };
    const fix = { maxPrice: floorTo(suggestedDeclaredPrice, digits) };
    if (!unitCost) return violation({ values, fix });
    const profitAtSuggestion = suggestedDeclaredPrice.minus(unitCost);
    return violation({ message: 'withCost', values: { ...values, unitCost, profitAtSuggestion }, fix });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '1.96', suggestedDeclaredPrice: '1.96' } },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '1.95', suggestedDeclaredPrice: '1.96' } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '1.97', suggestedDeclaredPrice: '1.96' },
        gives: { maxPrice: '1.96', difference: '0.01' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '4.00', suggestedDeclaredPrice: '1.96', unitCost: '1.88' },
        gives: { maxPrice: '1.96', difference: '2.04', profitAtSuggestion: '0.08' },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '4.00' } },
      { site: 'global', day: '2026-11-20', facts: { suggestedDeclaredPrice: '1.96' } },
    ],
  },
});
