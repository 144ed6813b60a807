import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/semi-fulfilment.json' with { type: 'json' };

/** Semi-managed sellers ship from an overseas warehouse until 2025-04-25; from 2025-04-26 also from China. */
export default defineRule({
  id: 'temu/semi-fulfilment',
  topic: 'account',
  severity: 'info',
  needs: ['managedMode', 'shipFrom'],
  marks: ['shipFrom'],
  policy: readPolicy(file, { fromChina: 'flag' }),
  quietUnknown: true,
  before: ({ managedMode }) => (managedMode && managedMode !== 'semi' ? notApplicable('exempt') : undefined),
  check({ shipFrom }, { fromChina }) {
    return fromChina || shipFrom !== 'CN' ? ok() : violation({ values: { shipFrom }, fix: {} });
  },
  examples: {
    ok: [
      { site: 'us', day: '2024-03-05', facts: { managedMode: 'semi', shipFrom: 'US' } },
      { site: 'us', day: '2025-04-26', facts: { managedMode: 'semi', shipFrom: 'CN' } },
    ],
    violation: [
      { site: 'us', day: '2024-03-05', facts: { managedMode: 'semi', shipFrom: 'CN' } },
      { site: 'us', day: '2025-04-25', facts: { managedMode: 'semi', shipFrom: 'CN' } },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'semi' } }],
    notApplicable: [
      { site: 'us', day: '2024-03-04', facts: { managedMode: 'semi', shipFrom: 'CN' } },
      { site: 'us', day: '2024-03-05', facts: { managedMode: 'full', shipFrom: 'CN' } },
    ],
  },
});
