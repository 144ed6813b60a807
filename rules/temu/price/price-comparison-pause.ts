import { ok } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/price-comparison-pause.json' with { type: 'json' };

/** From 2026-02-06 to 2026-02-22 the price comparison rested for products listed before, never limited, with a quality score of 80 or more. */
export default defineRule({
  id: 'temu/price-comparison-pause',
  topic: 'offer',
  severity: 'info',
  needs: ['listedOn', 'everLimited', 'qualityScore'],
  marks: ['declaredPrice'],
  policy: readPolicy(file, { minQuality: 'decimal', listedBefore: 'text', lastDay: 'text' }),
  estimate: true,
  quietUnknown: true,
  check({ listedOn, everLimited, qualityScore }, { minQuality, listedBefore, lastDay }) {
    const paused = listedOn < listedBefore && !everLimited && qualityScore.gte(minQuality);
    return ok({ paused, ...(paused ? { until: lastDay } : {}) });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-02-06',
        facts: { listedOn: '2026-02-05', everLimited: false, qualityScore: '80' },
        gives: { paused: true, until: '2026-02-22' },
      },
      {
        site: 'global',
        day: '2026-02-10',
        facts: { listedOn: '2026-02-05', everLimited: false, qualityScore: '79.9' },
        gives: { paused: false },
      },
      {
        site: 'global',
        day: '2026-02-10',
        facts: { listedOn: '2026-02-06', everLimited: false, qualityScore: '80' },
        gives: { paused: false },
      },
    ],
    unknown: [{ site: 'global', day: '2026-02-10', facts: { listedOn: '2026-02-05', everLimited: false } }],
    notApplicable: [
      { site: 'global', day: '2026-02-05', facts: { listedOn: '2026-02-05', everLimited: false, qualityScore: '80' } },
      { site: 'global', day: '2026-02-23', facts: { listedOn: '2026-02-05', everLimited: false, qualityScore: '80' } },
    ],
  },
});
