import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/image-count.json' with { type: 'json' };

/** At most 10 carousel images; 1 to 6 of the outer package; local sellers at least 3 (error). */
export default defineRule({
  id: 'temu/image-count',
  topic: 'media',
  severity: 'warning',
  needs: ['carouselCount'],
  uses: ['outerPackageCount', 'managedMode'],
  marks: ['carouselCount'],
  policy: readPolicy(file, { max: 'count', outerMin: 'count', outerMax: 'count', localMin: 'count' }),
  check({ carouselCount, outerPackageCount, managedMode }, limits) {
    if (managedMode === 'local' && carouselCount < limits.localMin)
      return violation({
        severity: 'error',
        message: 'tooFew',
        values: { carouselCount },
        fix: { minimum: limits.localMin },
      });
    if (carouselCount > limits.max) return violation({ values: { carouselCount }, fix: { limit: limits.max } });
    if (typeof outerPackageCount !== 'number') return ok();
    if (outerPackageCount >= limits.outerMin && outerPackageCount <= limits.outerMax) return ok();
    const fix = { minimum: limits.outerMin, limit: limits.outerMax };
    return violation({ message: 'outer', marks: ['outerPackageCount'], values: { outerPackageCount }, fix });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { carouselCount: 10 } },
      { site: 'us', day: '2026-11-20', facts: { carouselCount: 3, managedMode: 'local' } },
      { site: 'global', day: '2026-11-20', facts: { carouselCount: 5, outerPackageCount: 6 } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { carouselCount: 11 }, gives: { limit: 10 }, severity: 'warning' },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { carouselCount: 2, managedMode: 'local' },
        gives: { minimum: 3 },
        severity: 'error',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { carouselCount: 5, outerPackageCount: 7 },
        gives: { limit: 6 },
        severity: 'warning',
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { carouselCount: 5, outerPackageCount: 0 },
        gives: { minimum: 1 },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
  },
});
