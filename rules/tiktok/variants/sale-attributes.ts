import type { Outcome } from '../../engine/outcome.ts';
import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/sale-attributes.json' with { type: 'json' };

/** At most 3 variation attributes; values up to 50 characters, own names up to 20 (warning) or 30 (error); no two SKUs with one combination. */
export default defineRule({
  id: 'tiktok/sale-attributes',
  topic: 'content',
  severity: 'error',
  needs: ['attributeTypes', 'longestValue', 'longestName'],
  uses: ['duplicateCombination'],
  marks: ['attributeTypes', 'price'],
  policy: readPolicy(file, { maxTypes: 'count', maxValue: 'count', safeName: 'count', maxName: 'count' }),
  quietUnknown: true,
  check({ attributeTypes, longestValue, longestName, duplicateCombination }, limits) {
    if (attributeTypes > limits.maxTypes) return tooMuch('types', attributeTypes, limits.maxTypes);
    if (longestValue > limits.maxValue) return tooMuch('value', longestValue, limits.maxValue);
    if (longestName > limits.maxName) return tooMuch('problem', longestName, limits.maxName);
    if (duplicateCombination) return violation({ message: 'duplicate', values: {}, fix: {} });
    if (longestName <= limits.safeName) return ok();
    const fix = { limit: limits.safeName, removeCharacters: longestName - limits.safeName };
    return violation({ severity: 'warning', message: 'name', values: { count: longestName }, fix });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { attributeTypes: 3, longestValue: 50, longestName: 20 } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTypes: 4, longestValue: 50, longestName: 20 },
        gives: { limit: 3 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTypes: 3, longestValue: 51, longestName: 20 },
        gives: { remove: 1 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTypes: 3, longestValue: 50, longestName: 31 },
        gives: { remove: 1 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTypes: 3, longestValue: 50, longestName: 30 },
        gives: { removeCharacters: 10 },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTypes: 2, longestValue: 10, longestName: 10, duplicateCombination: true },
        severity: 'error',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { attributeTypes: 3 } }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { attributeTypes: 4, longestValue: 1, longestName: 1 } }],
  },
});

function tooMuch(message: string, count: number, limit: number): Outcome {
  return violation({ message, values: { count }, fix: { limit, remove: count - limit } });
}
