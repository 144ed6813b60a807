import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo, floorTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/retail-price-ratio.json' with { type: 'json' };

/** The suggested retail price is 1.5 to 10 times the declared price (settings of the seller); the bounds pass. */
export default defineRule({
  id: 'temu/retail-price-ratio',
  topic: 'offer',
  severity: 'info',
  needs: ['retailPrice', 'declaredPrice'],
  uses: ['retailCurrency', 'declaredCurrency', 'ratioMin', 'ratioMax', 'managedMode'],
  marks: ['retailPrice'],
  policy: readPolicy(file, { ratioMin: 'decimal', ratioMax: 'decimal' }),
  quietUnknown: true,
  before: ({ managedMode }) => (managedMode === 'local' ? notApplicable('exempt') : undefined),
  check({ retailPrice, declaredPrice, retailCurrency, declaredCurrency, ratioMin, ratioMax }, limits, { digits }) {
    if (!retailCurrency || !declaredCurrency || retailCurrency !== declaredCurrency) return unknown('retailCurrency');
    const lowest = declaredPrice.times(ratioMin ?? limits.ratioMin);
    const highest = declaredPrice.times(ratioMax ?? limits.ratioMax);
    if (retailPrice.gte(lowest) && retailPrice.lte(highest)) return ok();
    const fix = { minPrice: ceilTo(lowest, digits), maxPrice: floorTo(highest, digits) };
    return violation({ values: { retailPrice, declaredPrice }, fix });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { retailCurrency: 'USD', declaredCurrency: 'USD', retailPrice: '15.00', declaredPrice: '10.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { retailCurrency: 'USD', declaredCurrency: 'USD', retailPrice: '100.00', declaredPrice: '10.00' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { retailCurrency: 'USD', declaredCurrency: 'USD', retailPrice: '100.01', declaredPrice: '10.00' },
        gives: { minPrice: '15.00', maxPrice: '100.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { retailCurrency: 'USD', declaredCurrency: 'USD', retailPrice: '14.99', declaredPrice: '10.00' },
        gives: { minPrice: '15.00' },
      },
    ],
    unknown: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { retailCurrency: 'USD', declaredCurrency: 'CNY', retailPrice: '15.00', declaredPrice: '10.00' },
      },
      { site: 'global', day: '2026-11-20', facts: { retailPrice: '15.00' } },
    ],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'local', retailPrice: '1.00', declaredPrice: '10.00' },
      },
    ],
  },
});
