import type { Facts } from '../../engine/facts.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, isPositive, roundQuotient } from '../../measures/decimals.ts';
import file from '../../policies/temu/declared-overage-amount.json' with { type: 'json' };

/**
 * Overage is, over all SKUs, the difference above the comparable price times the orders of 30 days; any overage is
 * counted. For one SKU whose comparable price no page shows, the platform's suggested price stands in.
 */
export default defineRule({
  id: 'temu/declared-overage-amount',
  topic: 'offer',
  severity: 'warning',
  needs: [],
  uses: ['skus', 'declaredPrice', 'comparablePrice', 'suggestedDeclaredPrice', 'orders30d'],
  marks: ['declaredPrice'],
  bounds: [{ of: 'declaredPrice', side: 'below', figure: 'maxPrice' }],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check(facts) {
    const { skus } = facts;
    return skus ? ofStore(skus) : ofOne(facts);
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { skus: [{ declaredPrice: '18.00', comparablePrice: '18.00', orders30d: 50 }] },
      },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '17.99', comparablePrice: '18.00', orders30d: 50 } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: {
          skus: [
            { declaredPrice: '20.00', comparablePrice: '18.00', orders30d: 50 },
            { declaredPrice: '15.00', comparablePrice: '15.00', orders30d: 90 },
          ],
        },
        gives: { overageAmount: '100.00' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '45.00', comparablePrice: '38.00', orders30d: 120 },
        gives: { overageAmount: '840.00', difference: '7.00', percent: '18.4' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { declaredPrice: '17.90', suggestedDeclaredPrice: '15.20', orders30d: 120 },
        gives: { overageAmount: '324.00', difference: '2.70', percent: '17.8' },
      },
      {
        site: 'global',
        day: '2024-03-31',
        facts: { skus: [{ declaredPrice: '18.01', comparablePrice: '18.00', orders30d: 50 }] },
        gives: { overageAmount: '0.50' },
      },
    ],
    unknown: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { skus: [{ declaredPrice: '20.00', comparablePrice: '18.00', orders30d: null }] },
      },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '20.00', comparablePrice: '18.00' } },
      { site: 'global', day: '2026-11-20', facts: { declaredPrice: '20.00' } },
    ],
    notApplicable: [
      {
        site: 'global',
        day: '2024-03-30',
        facts: { skus: [{ declaredPrice: '20.00', comparablePrice: '18.00', orders30d: 50 }] },
      },
    ],
  },
});

const NOTHING = new Big(0);

function ofOne({ declaredPrice, comparablePrice, suggestedDeclaredPrice, orders30d }: Facts): Outcome {
  if (!declaredPrice) return unknown('declaredPrice');
  const isCompared = comparablePrice && isPositive(comparablePrice);
  const reference = isCompared ? comparablePrice : suggestedDeclaredPrice;
  if (!reference || !isPositive(reference)) return unknown('comparablePrice');
  if (declaredPrice.lte(reference)) return ok();
  if (typeof orders30d !== 'number') return unknown('orders30d');
  if (orders30d === 0) return ok();
  const difference = declaredPrice.minus(reference);
  const overage = { difference, percent: share(difference, reference), orders30d };
  const overageAmount = difference.times(orders30d);
  if (isCompared)
    return violation({
      values: { declaredPrice, comparablePrice, ...overage, overageAmount },
      fix: { maxPrice: reference },
    });
  return violation({
    message: 'suggested',
    values: { declaredPrice, suggestedDeclaredPrice: reference, ...overage, overageAmount },
    fix: { maxPrice: reference },
  });
}

/** SKUs without a comparable price are left out, as the platform cannot count them either. */
function ofStore(skus: readonly Facts[]): Outcome {
  let overageAmount = NOTHING;
  let isCounted = false;
  for (const { declaredPrice, comparablePrice, orders30d } of skus) {
    if (!declaredPrice || !comparablePrice) continue;
    isCounted = true;
    if (declaredPrice.lte(comparablePrice)) continue;
    if (typeof orders30d !== 'number') return unknown('orders30d');
    overageAmount = overageAmount.plus(declaredPrice.minus(comparablePrice).times(orders30d));
  }
  if (!isCounted) return unknown('comparablePrice');
  return isPositive(overageAmount) ? violation({ message: 'store', values: { overageAmount }, fix: {} }) : ok();
}

/** In percent, one decimal, half up. */
function share(difference: Big, of: Big): Big {
  return roundQuotient(difference.times(100), of, 1);
}
