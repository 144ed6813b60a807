import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/price-order-open.json' with { type: 'json' };

/** The declared price is not changed while a price order of the SKU is open. */
export default defineRule({
  id: 'temu/price-order-open',
  topic: 'offer',
  severity: 'error',
  needs: ['declaredPrice'],
  uses: ['pendingPriceOrder', 'previousDeclaredPrice'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ declaredPrice, pendingPriceOrder, previousDeclaredPrice }) {
    if (pendingPriceOrder === false) return ok();
    if (previousDeclaredPrice && declaredPrice.eq(previousDeclaredPrice)) return ok();
    if (!pendingPriceOrder) return unknown('pendingPriceOrder');
    if (!previousDeclaredPrice) return unknown('previousDeclaredPrice');
    return violation({ values: { declaredPrice, previousDeclaredPrice }, fix: {} });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-30', facts: { pendingPriceOrder: false, declaredPrice: '12.00' } },
      {
        site: 'global',
        day: '2026-11-30',
        facts: { pendingPriceOrder: true, declaredPrice: '12.00', previousDeclaredPrice: '12' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-30',
        facts: { pendingPriceOrder: true, declaredPrice: '12.00', previousDeclaredPrice: '13.00' },
        severity: 'error',
      },
      {
        site: 'us',
        day: '2026-11-30',
        facts: { pendingPriceOrder: true, declaredPrice: '13.01', previousDeclaredPrice: '13.00' },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-30', facts: { declaredPrice: '12.00', previousDeclaredPrice: '13.00' } },
      { site: 'global', day: '2026-11-30', facts: { pendingPriceOrder: true, declaredPrice: '12.00' } },
      { site: 'global', day: '2026-11-30', facts: { pendingPriceOrder: true } },
    ],
  },
});
