import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { ceilTo, roundTo } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/package-weight.json' with { type: 'json' };

/** The package weighs more than 0, in a unit of the region, with its decimals (kg 3, lb 2, g none), in the same system as the size. */
export default defineRule({
  id: 'tiktok/package-weight',
  topic: 'content',
  severity: 'error',
  needs: ['weight', 'weightUnit'],
  uses: ['dimUnit', 'offeredChoices'],
  marks: ['weight', 'weightUnit'],
  policy: readPolicy(file, { units: 'table' }),
  check({ weight, weightUnit, dimUnit, offeredChoices }, { units }) {
    const values = { weight, weightUnit };
    const decimals = (units as Readonly<Record<string, number>>)[weightUnit];
    // What the form itself offers is no error on this form, whatever the open platform takes.
    if (decimals === undefined && !offeredChoices?.includes('weightUnit'))
      return violation({
        message: 'unit',
        marks: ['weightUnit'],
        values: { ...values, reason: 'unit' },
        fix: { unitNames: Object.keys(units) },
      });
    if (dimUnit && (dimUnit === 'inch') !== (weightUnit === 'lb'))
      return violation({ message: 'systems', values: { weightUnit, dimUnit, reason: 'unit systems' }, fix: {} });
    if (weight.lte(0)) return violation({ message: 'zero', values: { ...values, reason: 'zero' }, fix: {} });
    if (decimals === undefined || weight.eq(roundTo(weight, decimals))) return ok();
    return violation({ values: { ...values, reason: 'decimals' }, fix: { rounded: ceilTo(weight, decimals) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { weight: '0.01', weightUnit: 'lb' } },
      { site: 'JP', day: '2026-11-20', facts: { weight: '500', weightUnit: 'g' } },
      { site: 'UK', day: '2026-11-20', facts: { weight: '1.234', weightUnit: 'kg', dimUnit: 'cm' } },
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { weight: '380', weightUnit: 'g', dimUnit: 'cm', offeredChoices: ['weightUnit'] },
      },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { weight: '0', weightUnit: 'lb' }, gives: { reason: 'zero' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { weight: '0.001', weightUnit: 'lb' },
        gives: { reason: 'decimals', rounded: '0.01' },
      },
      { site: 'UK', day: '2026-11-20', facts: { weight: '1', weightUnit: 'lb' }, gives: { reason: 'unit' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { weight: '1', weightUnit: 'lb', dimUnit: 'cm' },
        gives: { reason: 'unit systems' },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { weight: '1' } }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { weight: '0', weightUnit: 'lb' } }],
  },
});
