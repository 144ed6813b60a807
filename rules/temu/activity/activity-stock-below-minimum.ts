import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/activity-stock-below-minimum.json' with { type: 'json' };

/** The activity stock reaches the minimum (error below) and the suggestion (warning below); both inclusive. */
export default defineRule({
  id: 'temu/activity-stock-below-minimum',
  topic: 'promotion',
  severity: 'error',
  needs: ['activityStock', 'targetActivityStock'],
  uses: ['suggestedActivityStock'],
  marks: ['activityStock'],
  bounds: [{ of: 'activityStock', side: 'above', figure: 'minStock' }],
  policy: readPolicy(file, {}),
  check({ activityStock, targetActivityStock, suggestedActivityStock }) {
    if (activityStock < targetActivityStock)
      return violation({ values: { activityStock, targetActivityStock }, fix: { minStock: targetActivityStock } });
    if (typeof suggestedActivityStock !== 'number') return unknown('suggestedActivityStock');
    if (activityStock >= suggestedActivityStock) return ok();
    return violation({
      severity: 'warning',
      message: 'belowSuggestion',
      values: { activityStock, suggestedActivityStock },
      fix: { minStock: suggestedActivityStock },
    });
  },
  examples: {
    ok: [
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
    unknown: [{ site: 'global', day: '2026-11-20', facts: { activityStock: 40, targetActivityStock: 30 } }],
    notApplicable: [{ site: 'global', day: '2026-01-07', facts: { targetActivityStock: 30, activityStock: 29 } }],
  },
});
