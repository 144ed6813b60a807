import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { larger } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/list-price-below-retail.json' with { type: 'json' };

/** A US list price is at least the retail price, or it is dropped (warning), and between 0.01 and 7,600, or it is refused; equal passes. */
export default defineRule({
  id: 'tiktok/list-price-below-retail',
  topic: 'offer',
  severity: 'error',
  needs: ['price'],
  uses: ['listPrice'],
  emptyWhenAbsent: ['listPrice'],
  marks: ['listPrice'],
  policy: readPolicy(file, { lowest: 'decimal', highest: 'decimal' }),
  check({ price, listPrice }, { lowest, highest }) {
    if (!listPrice) return notApplicable('exempt');
    const minListPrice = larger(price, lowest);
    const fix = { minListPrice, maxListPrice: highest };
    if (listPrice.lt(lowest)) return violation({ message: 'high', values: { listPrice, price }, fix });
    if (listPrice.lt(minListPrice)) return violation({ severity: 'warning', values: { listPrice, price }, fix });
    return listPrice.lte(highest) ? ok() : violation({ message: 'high', values: { listPrice, price }, fix });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { listPrice: '20.00', price: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { listPrice: '7600', price: '20.00' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { listPrice: '19.99', price: '20.00' },
        gives: { minListPrice: '20.00' },
        severity: 'warning',
      },
      { site: 'US', day: '2026-11-20', facts: { listPrice: '0', price: '20.00' }, severity: 'error' },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { listPrice: '7600.01', price: '20.00' },
        gives: { minListPrice: '20.00', maxListPrice: '7600.00' },
        severity: 'error',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { listPrice: '20.00' } },
      { site: 'US', day: '2026-11-20', facts: { price: '20.00' }, unread: ['listPrice'] },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { price: '20.00' } },
      { site: 'UK', day: '2026-11-20', facts: { listPrice: '19.99', price: '20.00' } },
      { site: 'US', day: '2025-12-01', facts: { listPrice: '19.99', price: '20.00' } },
    ],
  },
});
