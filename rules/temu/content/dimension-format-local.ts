import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Big, decimalPlaces, fitsDigits, roundTo } from '../../measures/decimals.ts';
import file from '../../policies/temu/dimension-format-local.json' with { type: 'json' };

const FIELDS = ['length', 'width', 'height', 'weight', 'price', 'stock'] as const;

/** Numbers of local sellers: sides at most 3 digits before and 1 after the point (inches), weight 4 and 1 (pounds), price 8 and 2 (USD), stock 6 digits. */
export default defineRule({
  id: 'temu/dimension-format-local',
  topic: 'content',
  severity: 'error',
  needs: ['managedMode'],
  uses: ['length', 'width', 'height', 'weight', 'price', 'stock'],
  marks: ['length', 'width', 'height', 'weight', 'price', 'stock'],
  policy: readPolicy(file, {
    length: 'table',
    width: 'table',
    height: 'table',
    weight: 'table',
    price: 'table',
    stock: 'table',
  }),
  before: ({ managedMode }) => (managedMode && managedMode !== 'local' ? notApplicable('exempt') : undefined),
  check(facts, limits) {
    let isKnown = false;
    for (const field of FIELDS) {
      const value = facts[field];
      if (!value) continue;
      isKnown = true;
      const [whole, fraction] = limits[field] as readonly [number, number];
      if (fits(value, whole, fraction)) continue;
      const rounded = roundTo(value, fraction);
      const fix = fits(rounded, whole, fraction) ? { rounded } : {};
      return violation({
        message: 'rounded' in fix ? 'problem' : 'tooLarge',
        marks: [field],
        values: { field, value, digits: whole },
        fix,
      });
    }
    return isKnown ? ok() : unknown('length');
  },
  examples: {
    ok: [
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'local', length: '999.9' } },
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'local', weight: '9999.9', stock: '999999' } },
    ],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', length: '20.25' },
        gives: { field: 'length', rounded: '20.3' },
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', length: '1000.0' },
        gives: { field: 'length', digits: 3 },
      },
      { site: 'us', day: '2026-11-20', facts: { managedMode: 'local', weight: '10000' }, gives: { field: 'weight' } },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', stock: '1000000' },
        gives: { field: 'stock', digits: 6 },
      },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local' } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', length: '1000' } },
      { site: 'global', day: '2025-10-10', facts: { managedMode: 'local', length: '1000' } },
    ],
  },
});

function fits(value: Big, whole: number, fraction: number): boolean {
  return fitsDigits(value, whole) && decimalPlaces(value) <= fraction;
}
