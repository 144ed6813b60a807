import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/size-chart.json' with { type: 'json' };

/** A size chart is there where the category needs one, and its shorter side has at least 1,024 px. */
export default defineRule({
  id: 'tiktok/size-chart',
  topic: 'media',
  severity: 'warning',
  needs: ['sizeChartRequired'],
  uses: ['sizeChartShortSide'],
  marks: ['sizeChartRequired'],
  policy: readPolicy(file, { minSide: 'count' }),
  quietUnknown: true,
  check({ sizeChartRequired, sizeChartShortSide }, { minSide }) {
    if (sizeChartShortSide === null) return sizeChartRequired ? violation({ values: {}, fix: {} }) : ok();
    if (sizeChartShortSide === undefined) return unknown('sizeChartShortSide');
    if (!minSide || sizeChartShortSide >= minSide) return ok();
    return violation({ message: 'small', values: { sizeChartShortSide }, fix: { minimum: minSide } });
  },
  examples: {
    ok: [
      { site: 'UK', day: '2026-11-20', facts: { sizeChartRequired: true, sizeChartShortSide: 1024 } },
      { site: 'UK', day: '2026-11-20', facts: { sizeChartRequired: false, sizeChartShortSide: null } },
    ],
    violation: [
      { site: 'UK', day: '2026-11-20', facts: { sizeChartRequired: true, sizeChartShortSide: null } },
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { sizeChartRequired: true, sizeChartShortSide: 1023 },
        gives: { minimum: 1024 },
      },
    ],
    unknown: [
      { site: 'UK', day: '2026-11-20', facts: {} },
      { site: 'UK', day: '2026-11-20', facts: { sizeChartRequired: true } },
    ],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { sizeChartRequired: true, sizeChartShortSide: null } }],
  },
});
