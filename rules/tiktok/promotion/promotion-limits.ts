import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Big } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/promotion-limits.json' with { type: 'json' };

/** A promotion’s name has at most 100 characters, a limit is 1 to 99 pieces or none (−1), a promotion has at most 10,000 products, added at most 300 at a time. */
export default defineRule({
  id: 'tiktok/promotion-limits',
  topic: 'promotion',
  severity: 'error',
  needs: ['nameLength', 'quantityLimit'],
  uses: ['products', 'itemsPerStep'],
  marks: ['nameLength'],
  policy: readPolicy(file, { name: 'count', pieces: 'count', products: 'count', atOnce: 'count' }),
  quietUnknown: true,
  before(facts, limits) {
    const { nameLength, quantityLimit, products, itemsPerStep } = facts;
    if (typeof nameLength === 'number' && nameLength > limits.name)
      return violation({
        values: { nameLength },
        fix: { limit: limits.name, removeCharacters: nameLength - limits.name },
      });
    if (quantityLimit && !isAllowed(quantityLimit, limits.pieces))
      return violation({
        message: 'quantity',
        marks: ['quantityLimit'],
        values: { quantityLimit },
        fix: { minimum: 1, limit: limits.pieces },
      });
    if (typeof products === 'number' && products > limits.products)
      return violation({
        message: 'products',
        marks: ['products'],
        values: { products },
        fix: { limit: limits.products, remove: products - limits.products },
      });
    if (limits.atOnce && typeof itemsPerStep === 'number' && itemsPerStep > limits.atOnce)
      return violation({
        message: 'atOnce',
        marks: ['products'],
        values: { itemsPerStep },
        fix: { limit: limits.atOnce, remove: itemsPerStep - limits.atOnce },
      });
    return undefined;
  },
  check() {
    return ok();
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { nameLength: 100, quantityLimit: '99' } },
      { site: 'US', day: '2026-11-20', facts: { nameLength: 10, quantityLimit: '-1' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { nameLength: 10, quantityLimit: '1', products: 10000, itemsPerStep: 300 },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { nameLength: 101, quantityLimit: '99' },
        gives: { removeCharacters: 1 },
      },
      { site: 'US', day: '2026-11-20', facts: { nameLength: 10, quantityLimit: '100' }, gives: { limit: 99 } },
      { site: 'US', day: '2026-11-20', facts: { nameLength: 10, quantityLimit: '0' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { nameLength: 10, quantityLimit: '1', products: 10001 },
        gives: { remove: 1 },
      },
      {
        site: 'US',
        day: '2024-08-21',
        facts: { nameLength: 10, quantityLimit: '1', itemsPerStep: 301 },
        gives: { remove: 1 },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { nameLength: 10 } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
  },
});

function isAllowed(quantity: Big, most: number): boolean {
  if (quantity.eq(-1)) return true;
  return quantity.eq(quantity.round(0)) && quantity.gte(1) && quantity.lte(most);
}
