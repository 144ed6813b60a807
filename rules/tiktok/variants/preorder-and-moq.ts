import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/preorder-and-moq.json' with { type: 'json' };

/** Pre-order 3–60 days (US; made-to-order 14, custom 30) or 3–30 (elsewhere); minimum order 1–20; limits pass. */
export default defineRule({
  id: 'tiktok/preorder-and-moq',
  topic: 'content',
  severity: 'warning',
  needs: [],
  uses: ['preorderKind', 'preorderDays', 'moq'],
  marks: ['preorderDays', 'moq'],
  policy: readPolicy(file, {
    minDays: 'count',
    maxDays: 'table',
    otherDays: 'count',
    minOrder: 'count',
    maxOrder: 'count',
  }),
  quietUnknown: true,
  check({ preorderKind, preorderDays, moq }, limits) {
    if (typeof preorderDays === 'number') {
      const most =
        (limits.maxDays as Readonly<Record<string, number>>)[preorderKind ?? 'pre-order'] ?? limits.otherDays;
      if (preorderDays < limits.minDays || preorderDays > most)
        return violation({ values: { preorderDays }, fix: { minimum: limits.minDays, limit: most } });
    }
    if (typeof moq === 'number' && (moq < limits.minOrder || moq > limits.maxOrder))
      return violation({
        message: 'moq',
        marks: ['moq'],
        values: { moq },
        fix: { minimum: limits.minOrder, limit: limits.maxOrder },
      });
    return preorderDays === undefined && moq === undefined ? unknown('preorderDays') : ok();
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { preorderDays: 60 } },
      { site: 'US', day: '2026-11-20', facts: { preorderKind: 'made-to-order', preorderDays: 14 } },
      { site: 'UK', day: '2026-11-20', facts: { preorderDays: 30 } },
      { site: 'US', day: '2026-11-20', facts: { moq: 20 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { preorderDays: 2 }, gives: { minimum: 3 } },
      { site: 'US', day: '2026-11-20', facts: { preorderDays: 61 }, gives: { limit: 60 } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { preorderKind: 'made-to-order', preorderDays: 15 },
        gives: { limit: 14 },
      },
      { site: 'UK', day: '2026-11-20', facts: { preorderDays: 31 }, gives: { limit: 30 } },
      { site: 'ID', day: '2026-11-20', facts: { moq: 21 }, gives: { limit: 20 } },
    ],
    unknown: [{ site: 'ID', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { moq: 21 } }],
  },
});
