import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/price-orders-waiting.json' with { type: 'json' };

/** Every price order that waits for the seller (待卖家确认) stands on the page that is open. Those on other pages are not checked: advice. */
export default defineRule({
  id: 'temu/price-orders-waiting',
  topic: 'offer',
  severity: 'info',
  needs: ['ordersWaiting', 'ordersShown'],
  marks: ['ordersWaiting'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before({ ordersWaiting }) {
    // Said by the page, never by one of its orders.
    return ordersWaiting === undefined ? notApplicable('no-trigger') : undefined;
  },
  check({ ordersWaiting, ordersShown }) {
    // A list that is still loading shows none.
    if (ordersShown === 0) return notApplicable('nothing-to-check');
    const ordersElsewhere = ordersWaiting - ordersShown;
    return ordersElsewhere > 0 ? violation({ values: { ordersWaiting, ordersShown }, fix: { ordersElsewhere } }) : ok();
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-30', facts: { ordersWaiting: 10, ordersShown: 10 } },
      // The tab counts anew before the list does.
      { site: 'global', day: '2026-11-30', facts: { ordersWaiting: 9, ordersShown: 10 } },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-30',
        facts: { ordersWaiting: 39, ordersShown: 18 },
        gives: { ordersElsewhere: 21 },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-30', facts: { ordersWaiting: 39 } }],
    notApplicable: [
      { site: 'global', day: '2026-11-30', facts: { ordersShown: 18 } },
      { site: 'global', day: '2026-11-30', facts: { ordersWaiting: 39, ordersShown: 0 } },
    ],
  },
});
