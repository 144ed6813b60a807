import type { Outcome } from '../../engine/outcome.ts';
import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/sku-count.json' with { type: 'json' };

/** Apparel: at most 10 SKUs per SKC (error); full and semi: 20 variants (warning); local: 500 SKUs and 2 specification names (error). */
export default defineRule({
  id: 'temu/sku-count',
  topic: 'content',
  severity: 'warning',
  needs: ['managedMode', 'skuCount'],
  uses: ['skusPerSkc', 'specNames', 'isApparel'],
  marks: ['skuCount', 'declaredPrice'],
  policy: readPolicy(file, { perSkc: 'count', variants: 'count', localSkus: 'count', localNames: 'count' }),
  quietUnknown: true,
  check({ managedMode, skuCount, skusPerSkc, specNames, isApparel }, limits) {
    if (managedMode === 'local') {
      if (skuCount > limits.localSkus) return tooMany('skus', skuCount, limits.localSkus);
      return specNames && specNames > limits.localNames ? tooMany('names', specNames, limits.localNames) : ok();
    }
    if (isApparel && skusPerSkc && skusPerSkc > limits.perSkc) return tooMany('perSkc', skusPerSkc, limits.perSkc);
    if (skuCount <= limits.variants) return ok();
    return violation({
      values: { count: skuCount },
      fix: { limit: limits.variants, remove: skuCount - limits.variants },
    });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'full', isApparel: true, skuCount: 10, skusPerSkc: 10 },
      },
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', skuCount: 20 } },
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'local', skuCount: 500, specNames: 2 } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'full', isApparel: true, skuCount: 11, skusPerSkc: 11 },
        gives: { limit: 10, remove: 1 },
        severity: 'error',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'full', skuCount: 21 },
        gives: { remove: 1 },
        severity: 'warning',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', skuCount: 501 },
        gives: { limit: 500 },
        severity: 'error',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', skuCount: 10, specNames: 3 },
        gives: { limit: 2 },
        severity: 'error',
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full' } },
      { site: 'global', day: '2026-11-20', facts: { skuCount: 5 } },
    ],
  },
});

function tooMany(message: string, count: number, limit: number): Outcome {
  return violation({ severity: 'error', message, values: { count }, fix: { limit, remove: count - limit } });
}
