import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { percent } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/listing-quota.json' with { type: 'json' };

/** Most products, and most orders a day; null for a tier without limits. */
type Tiers = Readonly<Record<string, readonly [products: number, orders: number] | null>>;

/** A shop stays under the number of products and of orders a day that its tier allows; at the limit the next upload is refused. */
export default defineRule({
  id: 'tiktok/listing-quota',
  topic: 'account',
  severity: 'error',
  needs: ['shopTier'],
  uses: ['listedProducts', 'ordersToday', 'productId'],
  marks: ['title', 'depositPaid'],
  policy: readPolicy(file, { tiers: 'table', warnPercent: 'decimal' }),
  quietUnknown: true,
  // A product that is listed already takes no further place.
  before: ({ productId }) => (productId ? notApplicable('no-trigger') : undefined),
  check({ shopTier, listedProducts, ordersToday }, { tiers, warnPercent }) {
    const limits = (tiers as Tiers)[shopTier];
    if (limits === null) return notApplicable('exempt');
    if (limits === undefined) return unknown('shopTier');
    const [products, orders] = limits;
    if (typeof listedProducts === 'number' && listedProducts >= products)
      return violation({ values: { listedProducts }, fix: { limit: products } });
    if (typeof ordersToday === 'number' && ordersToday >= orders)
      return violation({ message: 'orders', values: { ordersToday }, fix: { limit: orders } });
    // Orders come in by themselves; products are uploaded one by one, and the last free place is as good as any.
    if (typeof ordersToday === 'number' && percent(warnPercent).times(orders).lte(ordersToday))
      return violation({ severity: 'warning', message: 'ordersNear', values: { ordersToday }, fix: { limit: orders } });
    // Orders reset each day: without their number the products decide.
    return typeof listedProducts === 'number' ? ok() : unknown('listedProducts');
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-30', facts: { shopTier: 'beginner', listedProducts: 99, ordersToday: 44 } },
      { site: 'TH', day: '2026-11-30', facts: { shopTier: 'standard', listedProducts: 1000 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-30',
        facts: { shopTier: 'beginner', listedProducts: 100 },
        gives: { limit: 100 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-30',
        facts: { shopTier: 'beginner', listedProducts: 10, ordersToday: 45 },
        gives: { limit: 50 },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-30',
        facts: { shopTier: 'standard', listedProducts: 185, ordersToday: 100 },
        gives: { limit: 100 },
        severity: 'error',
      },
      {
        site: 'TH',
        day: '2026-01-30',
        facts: { shopTier: 'beginner', listedProducts: 10, ordersToday: 90 },
        severity: 'warning',
      },
      { site: 'TH', day: '2026-11-30', facts: { shopTier: 'beginner', listedProducts: 1000 }, gives: { limit: 1000 } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-30', facts: { listedProducts: 100 } },
      { site: 'US', day: '2026-11-30', facts: { shopTier: 'beginner' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-30', facts: { shopTier: 'pro', listedProducts: 5000 } },
      {
        site: 'US',
        day: '2026-11-30',
        facts: { shopTier: 'beginner', listedProducts: 100, productId: '1730000000000' },
      },
      { site: 'TH', day: '2026-01-29', facts: { shopTier: 'beginner', listedProducts: 1000 } },
      { site: 'UK', day: '2026-11-30', facts: { shopTier: 'beginner', listedProducts: 100 } },
    ],
  },
});
