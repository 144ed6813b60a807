import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { smaller } from '../../measures/decimals.ts';
import file from '../../policies/temu/apparel-price-differs-in-skc.json' with { type: 'json' };

/** All SKUs of one apparel SKC have the same declared price. */
export default defineRule({
  id: 'temu/apparel-price-differs-in-skc',
  topic: 'offer',
  severity: 'error',
  needs: ['isApparel', 'skcPrices'],
  marks: ['skcPrices', 'declaredPrice'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before: ({ isApparel }) => (isApparel === false ? notApplicable('exempt') : undefined),
  check({ skcPrices }) {
    const [first, ...others] = skcPrices;
    if (!first || others.every((price) => price.eq(first))) return ok();
    const lowest = others.reduce((least, price) => smaller(least, price), first);
    return violation({ values: { count: new Set(skcPrices.map((price) => price.toFixed())).size }, fix: { lowest } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { isApparel: true, skcPrices: ['20', '20.00'] } }],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, skcPrices: ['20.00', '20.01'] },
        gives: { lowest: '20.00', count: 2 },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, skcPrices: ['25.00', '20.00', '25.0'] },
        gives: { lowest: '20.00', count: 2 },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { skcPrices: ['20.00', '25.00'] } },
      { site: 'global', day: '2026-11-20', facts: { isApparel: true } },
    ],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { isApparel: false, skcPrices: ['20.00', '25.00'] } },
      { site: 'global', day: '2026-04-26', facts: { isApparel: true, skcPrices: ['20.00', '25.00'] } },
    ],
  },
});
