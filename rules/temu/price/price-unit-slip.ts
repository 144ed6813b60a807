import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, roundTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/price-unit-slip.json' with { type: 'json' };

/** The declared price is not 50 to 200 times, nor 0.005 to 0.02 times, the earlier or the suggested price; bounds included. */
export default defineRule({
  id: 'temu/price-unit-slip',
  topic: 'offer',
  severity: 'warning',
  needs: ['declaredPrice'],
  uses: ['previousDeclaredPrice', 'suggestedDeclaredPrice'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, { minTimes: 'decimal', maxTimes: 'decimal', minPart: 'decimal', maxPart: 'decimal' }),
  quietUnknown: true,
  ofTyping: true,
  check({ declaredPrice, previousDeclaredPrice, suggestedDeclaredPrice }, limits, { digits }) {
    const reference = previousDeclaredPrice?.gt(0) ? previousDeclaredPrice : suggestedDeclaredPrice;
    if (!reference?.gt(0)) return unknown('previousDeclaredPrice');
    const isTooHigh = within(declaredPrice, reference, limits.minTimes, limits.maxTimes);
    if (!isTooHigh && !within(declaredPrice, reference, limits.minPart, limits.maxPart)) return ok();
    const didYouMean = isTooHigh ? roundTo(declaredPrice.div(100), digits) : declaredPrice.times(100);
    return violation({ values: { declaredPrice, referencePrice: reference }, fix: { didYouMean } });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '49.99', previousDeclaredPrice: '1.00' } },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '200.01', previousDeclaredPrice: '1.00' } },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '20.50', previousDeclaredPrice: '20.36' } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '0.20', previousDeclaredPrice: '20.36' },
        gives: { didYouMean: '20.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '50.00', previousDeclaredPrice: '1.00' },
        gives: { didYouMean: '0.50' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '200.00', previousDeclaredPrice: '1.00' },
        gives: { didYouMean: '2.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '2000.00', suggestedDeclaredPrice: '19.60' },
        gives: { didYouMean: '20.00' },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '20.36' } },
      { site: 'global', day: '2026-11-20', facts: { previousDeclaredPrice: '20.36' } },
    ],
  },
});

function within(price: Big, reference: Big, lowest: Big, highest: Big): boolean {
  return price.gte(reference.times(lowest)) && price.lte(reference.times(highest));
}
