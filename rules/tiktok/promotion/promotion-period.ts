import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/promotion-period.json' with { type: 'json' };

const MINUTES_OF_DAY = 1440;

/** A product discount runs for 10 minutes to 30 days in Thailand, to 365 days in Vietnam; the ends pass. */
export default defineRule({
  id: 'tiktok/promotion-period',
  topic: 'promotion',
  severity: 'error',
  needs: ['durationMinutes'],
  uses: ['promotionKind'],
  marks: ['durationMinutes'],
  policy: readPolicy(file, { minMinutes: 'count', maxMinutes: 'count' }),
  check({ durationMinutes, promotionKind }, { minMinutes, maxMinutes }) {
    if (promotionKind && promotionKind !== 'product-discount') return notApplicable('no-trigger');
    if (durationMinutes < minMinutes)
      return violation({ message: 'short', values: { durationMinutes }, fix: { minMinutes } });
    if (durationMinutes <= maxMinutes) return ok();
    return violation({
      values: { durationMinutes },
      fix: { maxMinutes, maxDays: Math.floor(maxMinutes / MINUTES_OF_DAY) },
    });
  },
  examples: {
    ok: [
      { site: 'TH', day: '2026-11-20', facts: { durationMinutes: 10 } },
      { site: 'TH', day: '2026-11-20', facts: { durationMinutes: 43200 } },
      { site: 'VN', day: '2026-11-20', facts: { durationMinutes: 525600 } },
    ],
    violation: [
      { site: 'TH', day: '2026-11-20', facts: { durationMinutes: 43201 }, gives: { maxMinutes: 43200, maxDays: 30 } },
      { site: 'TH', day: '2026-11-20', facts: { durationMinutes: 9 }, gives: { minMinutes: 10 } },
      { site: 'VN', day: '2026-11-20', facts: { durationMinutes: 525601 }, gives: { maxMinutes: 525600 } },
    ],
    unknown: [
      { site: 'TH', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { durationMinutes: 60 } },
    ],
    notApplicable: [
      { site: 'TH', day: '2025-07-03', facts: { durationMinutes: 43201 } },
      { site: 'TH', day: '2026-11-20', facts: { durationMinutes: 43201, promotionKind: 'campaign' } },
    ],
  },
});
