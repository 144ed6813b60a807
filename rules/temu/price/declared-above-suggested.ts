import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { floorTo, isPositive, roundQuotient } from '../../measures/decimals.ts';
import file from '../../policies/temu/declared-above-suggested.json' with { type: 'json' };

/** The declared price of a SKU is at most the price the platform suggests; equal is accepted. */
export default defineRule({
  id: 'temu/declared-above-suggested',
  topic: 'offer',
  severity: 'warning',
  needs: ['declaredPrice', 'suggestedDeclaredPrice'],
  uses: ['unitCost', 'adjustNo'],
  marks: ['declaredPrice'],
  bounds: [{ of: 'declaredPrice', side: 'below', figure: 'maxPrice' }],
  // What the overage may cost is told by its own rule once the orders are known.
  asks: ['orders30d', 'unitCost'],
  quietUnknown: true,
  policy: readPolicy(file, {}),
  check({ declaredPrice, suggestedDeclaredPrice, unitCost, adjustNo }, _, { digits }) {
    if (declaredPrice.lte(suggestedDeclaredPrice)) return ok();
    if (!isPositive(suggestedDeclaredPrice)) return notApplicable('nothing-to-check');
    const difference = declaredPrice.minus(suggestedDeclaredPrice);
    // One decimal, half up.
    const percent = roundQuotient(difference.times(100), suggestedDeclaredPrice, 1);
    const values = { declaredPrice, suggestedDeclaredPrice, difference, percent };
    const fix = { maxPrice: floorTo(suggestedDeclaredPrice, digits) };
    // An order to change the price is accepted or refused; nothing is declared anew.
    if (!unitCost) return violation({ message: adjustNo ? 'order' : 'problem', values, fix });
    const profitAtSuggestion = suggestedDeclaredPrice.minus(unitCost);
    const message = `${adjustNo ? 'orderWith' : 'with'}${profitAtSuggestion.lt(0) ? 'Loss' : 'Cost'}`;
    return violation({
      message,
      values: { ...values, unitCost, profit: declaredPrice.minus(unitCost), profitAtSuggestion },
      fix,
    });
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
        gives: { maxPrice: '1.96', difference: '0.01', percent: '0.5' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '4.00', suggestedDeclaredPrice: '1.96', unitCost: '1.88' },
        gives: { maxPrice: '1.96', difference: '2.04', percent: '104.1', profitAtSuggestion: '0.08' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '4.00', suggestedDeclaredPrice: '1.96', unitCost: '2.10' },
        gives: { profitAtSuggestion: '-0.14' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '17.90', suggestedDeclaredPrice: '15.20', adjustNo: 'HJD00000000000001' },
        gives: { maxPrice: '15.20', difference: '2.70', percent: '17.8' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '17.90', suggestedDeclaredPrice: '15.20', adjustNo: 'HJD1', unitCost: '12.00' },
        gives: { profitAtSuggestion: '3.20' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '17.90', suggestedDeclaredPrice: '15.20', adjustNo: 'HJD1', unitCost: '15.50' },
        gives: { profitAtSuggestion: '-0.30' },
      },
    ],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '4.00', suggestedDeclaredPrice: '0' } },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '4.00' } },
      { site: 'global', day: '2026-11-20', facts: { suggestedDeclaredPrice: '1.96' } },
    ],
  },
});
