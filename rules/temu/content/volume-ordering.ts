import type { FactName } from '../../engine/facts.ts';
import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/volume-ordering.json' with { type: 'json' };

/** Longest side ≥ middle side ≥ shortest side; equal sides pass. */
export default defineRule({
  id: 'temu/volume-ordering',
  topic: 'content',
  severity: 'error',
  needs: ['longest', 'middle', 'shortest'],
  uses: ['managedMode'],
  marks: ['longest', 'middle', 'shortest'],
  policy: readPolicy(file, {}),
  before: ({ managedMode }) => (managedMode === 'local' ? notApplicable('exempt') : undefined),
  check({ longest, middle, shortest }) {
    if (longest.gte(middle) && middle.gte(shortest)) return ok();
    const sorted = [longest, middle, shortest].sort((a, b) => b.cmp(a)).map((side) => side.toFixed());
    // The note stands at the first side that is longer than the one before it.
    const marks: FactName[] = longest.lt(middle)
      ? ['middle', 'longest', 'shortest']
      : ['shortest', 'middle', 'longest'];
    return violation({ marks, values: { longest, middle, shortest }, fix: { sorted } });
  },
  examples: {
    ok: [{ site: 'global', day: '2026-11-20', facts: { longest: '12', middle: '4', shortest: '4' } }],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { longest: '12', middle: '4', shortest: '4.1' },
        gives: { sorted: ['12', '4.1', '4'] },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { longest: '12', middle: '4' } }],
    notApplicable: [
      { site: 'global', day: '2026-04-26', facts: { longest: '4', middle: '12', shortest: '1' } },
      { site: 'global', day: '2026-11-20', facts: { longest: '4', middle: '12', shortest: '1', managedMode: 'local' } },
    ],
  },
});
