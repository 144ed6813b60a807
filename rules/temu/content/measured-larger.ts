import type { FactName, Facts } from '../../engine/facts.ts';
import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Big } from '../../measures/decimals.ts';
import file from '../../policies/temu/measured-larger.json' with { type: 'json' };

const OWN_SIDES = ['longest', 'middle', 'shortest'] as const;
const MEASURED_SIDES = ['measuredLongest', 'measuredMiddle', 'measuredShortest'] as const;

/**
 * What the marketplace measured (平台测量参考) is not larger or heavier than what the seller entered, within a tolerance of
 * our own; equal to it passes. What the marketplace does about a difference is not published: advice.
 */
export default defineRule({
  id: 'temu/measured-larger',
  topic: 'content',
  severity: 'info',
  needs: [],
  uses: [...OWN_SIDES, 'weight', 'weightUnit', ...MEASURED_SIDES, 'measuredWeight', 'measureTolerance'],
  marks: ['measuredWeight', 'measuredLongest', 'weight', 'longest'],
  policy: readPolicy(file, { measureTolerance: 'decimal' }),
  quietUnknown: true,
  check(facts, policy) {
    const { weight, measuredWeight, weightUnit } = facts;
    if (measuredWeight === null && facts.measuredLongest === null) return notApplicable('nothing-to-check');
    const tolerance = facts.measureTolerance ?? policy.measureTolerance;
    const [own, measured] = [sidesOf(facts, OWN_SIDES), sidesOf(facts, MEASURED_SIDES)];
    const bothWeights = weight && measuredWeight && weightUnit === 'g' ? { weight, measuredWeight } : null;
    if (!bothWeights && !(own && measured)) return unknown(missingOf(facts));
    const isHeavier = bothWeights !== null && isAbove(bothWeights.measuredWeight, bothWeights.weight, tolerance);
    const isLarger = own && measured && own.some((side, index) => isAbove(measured[index] as Big, side, tolerance));
    if (!isHeavier && !isLarger) return ok();
    const sides = isLarger
      ? { ownSides: own.map((side) => side.toFixed()), measuredSides: measured.map((side) => side.toFixed()) }
      : {};
    return violation({
      message: isHeavier ? (isLarger ? 'both' : 'problem') : 'sides',
      marks: isHeavier ? ['measuredWeight', 'weight'] : ['measuredLongest', 'longest'],
      values: { ...(isHeavier ? bothWeights : {}), ...sides },
      fix: {},
    });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-30', facts: { weight: '100', weightUnit: 'g', measuredWeight: '110' } },
      {
        site: 'global',
        day: '2026-11-30',
        facts: {
          ...{ longest: '12', middle: '9', shortest: '9' },
          ...{ measuredLongest: '12.5', measuredMiddle: '9', measuredShortest: '8' },
        },
      },
      {
        site: 'global',
        day: '2026-11-30',
        facts: { weight: '100', weightUnit: 'g', measuredWeight: '120', measureTolerance: '20' },
      },
    ],
    violation: [
      { site: 'global', day: '2026-11-30', facts: { weight: '100', weightUnit: 'g', measuredWeight: '110.1' } },
      {
        site: 'global',
        day: '2026-11-30',
        facts: {
          ...{ longest: '12', middle: '9', shortest: '9' },
          ...{ measuredLongest: '14', measuredMiddle: '9', measuredShortest: '9' },
        },
      },
      {
        site: 'global',
        day: '2026-11-30',
        facts: {
          ...{ weight: '100', weightUnit: 'g', measuredWeight: '150' },
          ...{ longest: '12', middle: '9', shortest: '9' },
          ...{ measuredLongest: '14', measuredMiddle: '9', measuredShortest: '9' },
        },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-30', facts: { weight: '100', weightUnit: 'g' } },
      { site: 'global', day: '2026-11-30', facts: { measuredWeight: '100' } },
      { site: 'global', day: '2026-11-30', facts: { weight: '1', weightUnit: 'kg', measuredWeight: '1500' } },
    ],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-30',
        facts: { weight: '100', weightUnit: 'g', measuredWeight: null, measuredLongest: null },
      },
    ],
  },
});

/** Three sides from long to short, where all are known. */
function sidesOf(facts: Pick<Facts, (typeof OWN_SIDES | typeof MEASURED_SIDES)[number]>, names: readonly FactName[]) {
  const sides = names.flatMap((name) => facts[name as keyof typeof facts] ?? []);
  return sides.length === names.length ? sides.toSorted((a, b) => b.cmp(a)) : null;
}

function isAbove(measured: Big, own: Big, tolerance: Big): boolean {
  return measured.gt(own.times(tolerance.div(100).plus(1)));
}

/** What is worth supplying first. */
function missingOf({ measuredWeight, weight }: Pick<Facts, 'measuredWeight' | 'weight'>): FactName {
  if (!measuredWeight) return 'measuredWeight';
  return weight ? 'weightUnit' : 'weight';
}
