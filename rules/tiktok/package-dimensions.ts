import { ceilTo, decimalPlaces, isPositive } from '../decimals.ts';
import { notApplicable, ok, unknown, violation } from '../outcome.ts';
import file from '../policies/tiktok.package-dimensions.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';
import { defineRule } from '../rule.ts';

/** The three sides are positive whole numbers in a unit of the region; in ID, TH and VN they may be left out. */
export default defineRule({
  id: 'tiktok/package-dimensions',
  topic: 'content',
  severity: 'error',
  needs: [],
  uses: ['length', 'width', 'height', 'dimUnit'],
  emptyWhenAbsent: ['length', 'width', 'height'],
  marks: ['length', 'width', 'height'],
  policy: readPolicy(file, { units: 'texts', isOptional: 'flag' }),
  check({ length, width, height, dimUnit }, { units, isOptional }) {
    if (!length || !width || !height) {
      if (isOptional) return notApplicable('nothing-to-check');
      return unknown(length ? (width ? 'height' : 'width') : 'length');
    }
    if (dimUnit && !units.includes(dimUnit))
      return violation({ message: 'unit', marks: ['dimUnit'], values: { dimUnit }, fix: { unitNames: units } });
    const sides = [length, width, height];
    if (!sides.every(isPositive)) return violation({ message: 'zero', values: { length, width, height }, fix: {} });
    if (sides.every((side) => decimalPlaces(side) === 0)) return ok();
    const whole = sides.map((side) => ceilTo(side, 0).toFixed());
    return violation({ values: { length, width, height }, fix: { sides: whole } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { length: '10', width: '5', height: '1', dimUnit: 'inch' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { length: '10.5', width: '5', height: '1', dimUnit: 'inch' },
        gives: { sides: ['11', '5', '1'] },
      },
      { site: 'US', day: '2026-11-20', facts: { length: '0', width: '5', height: '1', dimUnit: 'cm' } },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { length: '10', width: '5', height: '1', dimUnit: 'inch' },
        gives: { unitNames: ['cm'] },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { length: '10', width: '5' } },
    ],
    notApplicable: [
      { site: 'VN', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2025-12-01', facts: { length: '0', width: '5', height: '1' } },
    ],
  },
});
