import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/retail-price-pending.json' with { type: 'json' };

/**
 * The suggested retail price is submitted: the SKU stands under no tab that waits for the seller (待填写, 待修改, 待确认).
 * What follows while it does is not published: advice.
 */
export default defineRule({
  id: 'temu/retail-price-pending',
  topic: 'offer',
  severity: 'info',
  needs: ['retailPriceStatus'],
  uses: ['retailPrice'],
  marks: ['retailPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ retailPriceStatus, retailPrice }) {
    if (retailPriceStatus === 'to-change') return violation({ message: 'toChange', values: {}, fix: {} });
    if (retailPriceStatus === 'to-confirm') return violation({ message: 'toConfirm', values: {}, fix: {} });
    if (retailPriceStatus !== 'to-fill') return ok();
    // Rows of the tab before stand for seconds under the next one: one that has a price is not waiting for it.
    return retailPrice ? notApplicable('nothing-to-check') : violation({ values: {}, fix: {} });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-30', facts: { retailPriceStatus: 'submitted', retailPrice: '12.99' } }],
    violation: [
      { site: 'global', day: '2026-11-30', facts: { retailPriceStatus: 'to-fill', retailPrice: null } },
      { site: 'global', day: '2026-11-30', facts: { retailPriceStatus: 'to-change', retailPrice: '12.99' } },
      { site: 'global', day: '2026-11-30', facts: { retailPriceStatus: 'to-confirm', retailPrice: '12.99' } },
    ],
    unknown: [{ site: 'global', day: '2026-11-30', facts: { retailPrice: '12.99' } }],
    notApplicable: [
      { site: 'global', day: '2026-11-30', facts: { retailPriceStatus: 'to-fill', retailPrice: '12.99' } },
    ],
  },
});
