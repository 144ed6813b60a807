import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-price-positive.json' with { type: 'json' };

/** The activity price is above zero. */
export default defineRule({
  id: 'temu/activity-price-positive',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityPrice'],
  uses: ['activityPriceError'],
  marks: ['activityPrice'],
  policy: readPolicy(file, {}),
  before({ activityPrice, activityPriceError }) {
    if (activityPrice !== undefined || activityPriceError !== 'not-positive') return undefined;
    return violation({ message: 'told', values: {}, fix: {} });
  },
  check({ activityPrice }) {
    return activityPrice.gt(0) ? ok() : violation({ values: { activityPrice }, fix: {} });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { activityPrice: '0.01' } }],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { activityPrice: '0' } },
      { site: 'global', day: '2026-11-20', facts: { activityPrice: '-0.01' } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { activityPriceError: 'not-positive' },
        unread: ['activityPrice'],
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
  },
});
