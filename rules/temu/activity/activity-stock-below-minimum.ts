import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-stock-below-minimum.json' with { type: 'json' };

/** The activity stock reaches the minimum (error below) and, where one is shown, the suggestion (warning below); both inclusive. */
export default defineRule({
  id: 'temu/activity-stock-below-minimum',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityStock'],
  uses: ['targetActivityStock', 'suggestedActivityStock'],
  marks: ['activityStock'],
  bounds: [{ of: 'activityStock', side: 'above', figure: 'minStock' }],
  policy: readPolicy(file, {}),
  check({ activityStock, targetActivityStock, suggestedActivityStock }) {
    if (typeof targetActivityStock === 'number' && activityStock < targetActivityStock)
      return violation({ values: { activityStock, targetActivityStock }, fix: { minStock: targetActivityStock } });
    if (typeof suggestedActivityStock === 'number' && activityStock < suggestedActivityStock)
      return violation({
        severity: 'warning',
        message: 'belowSuggestion',
        values: { activityStock, suggestedActivityStock },
        fix: { minStock: suggestedActivityStock },
      });
    if (typeof targetActivityStock === 'number') return ok();
    if (targetActivityStock === undefined) return unknown('targetActivityStock');
    return typeof suggestedActivityStock === 'number' ? ok() : notApplicable('nothing-to-check');
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { activityStock: 30, targetActivityStock: 30 } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { targetActivityStock: 30, suggestedActivityStock: 50, activityStock: 50 },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { suggestedActivityStock: 50, activityStock: 49 },
        gives: { minStock: 50 },
        severity: 'warning',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { targetActivityStock: 30, suggestedActivityStock: 50, activityStock: 29 },
        gives: { minStock: 30 },
        severity: 'error',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { targetActivityStock: 30, suggestedActivityStock: 50, activityStock: 49 },
        gives: { minStock: 50 },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { activityStock: 40 } }],
    notApplicable: [{ site: 'global', day: '2026-01-07', facts: { targetActivityStock: 30, activityStock: 29 } }],
  },
});
