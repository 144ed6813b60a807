import { notApplicable } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { parcelDuty } from '../../fees/eu-parcel-duty.ts';
import file from '../../policies/temu/eu-parcel-duty.json' with { type: 'json' };

/** A parcel of up to 150 euros from outside the EU costs 3 euros of duty for each kind of goods in it; stock in the EU is free. */
export default defineRule({
  id: 'temu/eu-parcel-duty',
  topic: 'fees',
  severity: 'info',
  needs: ['shipFrom', 'itemKinds'],
  uses: ['consumerPrice'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, { perKind: 'decimal', upTo: 'decimal' }),
  currency: 'EUR',
  quietUnknown: true,
  before: ({ shipFrom }) => (shipFrom === 'eu' ? notApplicable('exempt') : undefined),
  check: ({ consumerPrice, itemKinds }, duty) => parcelDuty(consumerPrice, itemKinds, duty),
  examples: {
    ok: [{ site: 'eu', day: '2026-11-30', facts: { shipFrom: 'china', consumerPrice: '12.00', itemKinds: 0 } }],
    violation: [
      {
        site: 'eu',
        day: '2026-07-01',
        facts: { shipFrom: 'china', consumerPrice: '12.00', itemKinds: 1 },
        gives: { duty: '3.00' },
      },
      {
        site: 'eu',
        day: '2026-11-30',
        facts: { shipFrom: 'elsewhere', consumerPrice: '150.00', itemKinds: 3 },
        gives: { duty: '9.00' },
      },
    ],
    unknown: [
      { site: 'eu', day: '2026-11-30', facts: { shipFrom: 'china', itemKinds: 1 } },
      { site: 'eu', day: '2026-11-30', facts: { consumerPrice: '12.00', itemKinds: 1 } },
    ],
    notApplicable: [
      { site: 'eu', day: '2026-06-30', facts: { shipFrom: 'china', consumerPrice: '12.00', itemKinds: 1 } },
      { site: 'eu', day: '2026-11-30', facts: { shipFrom: 'eu', consumerPrice: '12.00', itemKinds: 1 } },
      { site: 'eu', day: '2026-11-30', facts: { shipFrom: 'china', consumerPrice: '150.01', itemKinds: 1 } },
    ],
  },
});
