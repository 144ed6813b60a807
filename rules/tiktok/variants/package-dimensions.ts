import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, ceilTo, decimalPlaces, isPositive } from '../../measures/decimals.ts';
import file from '../../policies/tiktok/package-dimensions.json' with { type: 'json' };

/** The three sides are positive whole numbers in a unit of the region; in ID, TH and VN they may be left out. */
export default defineRule({
  id: 'tiktok/package-dimensions',
  topic: 'content',
  severity: 'error',
  needs: [],
  uses: ['length', 'width', 'height', 'dimUnit', 'offeredChoices'],
  emptyWhenAbsent: ['length', 'width', 'height'],
  marks: ['height', 'width', 'length'],
  policy: readPolicy(file, { units: 'texts', isOptional: 'flag' }),
  check({ length, width, height, dimUnit, offeredChoices }, { units, isOptional }) {
    if (!length || !width || !height) {
      if (isOptional) return notApplicable('nothing-to-check');
      return unknown(length ? (width ? 'height' : 'width') : 'length');
    }
    // What the form itself shows is no error on this form.
    if (dimUnit && !units.includes(dimUnit) && !offeredChoices?.includes('dimUnit'))
      return violation({ message: 'unit', marks: ['dimUnit'], values: { dimUnit }, fix: { unitNames: units } });
    const sides = { height, width, length };
    const empty = sidesWhere(sides, (side) => !isPositive(side));
    if (empty.length > 0) return violation({ message: 'zero', marks: empty, values: sides, fix: {} });
    const broken = sidesWhere(sides, (side) => decimalPlaces(side) > 0);
    if (broken.length === 0) return ok();
    const fix = Object.fromEntries(broken.map((name) => [name, ceilTo(sides[name], 0)]));
    return violation({ marks: broken, values: sides, fix });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { length: '10', width: '5', height: '1', dimUnit: 'inch' } },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { length: '10', width: '5', height: '1', dimUnit: 'inch', offeredChoices: ['dimUnit'] },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { length: '10.5', width: '5', height: '1', dimUnit: 'inch' },
        gives: { length: '11' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { length: '10.5', width: '5', height: '3.2', dimUnit: 'inch' },
        gives: { height: '4', length: '11' },
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

type Sides = { readonly [Side in 'height' | 'width' | 'length']: Big };

/** In the order of the form's fields, consoles reference: height, width, length. */
function sidesWhere(sides: Sides, isMeant: (side: Big) => boolean): (keyof Sides)[] {
  return (['height', 'width', 'length'] as const).filter((name) => isMeant(sides[name]));
}
