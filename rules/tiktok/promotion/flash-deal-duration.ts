import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/flash-deal-duration.json' with { type: 'json' };

/** A US flash deal lasts at most 72 hours; a LIVE flash deal 1 to 20 minutes with a countdown of 10 to 300 seconds; the ends pass. */
export default defineRule({
  id: 'tiktok/flash-deal-duration',
  topic: 'promotion',
  severity: 'error',
  needs: [],
  uses: ['durationHours', 'liveMinutes', 'countdownSeconds'],
  marks: ['durationHours', 'liveMinutes'],
  policy: readPolicy(file, { hours: 'count', liveMinutes: 'table', countdownSeconds: 'table' }),
  check({ durationHours, liveMinutes, countdownSeconds }, limits) {
    if (durationHours?.gt(limits.hours))
      return violation({ values: { durationHours }, fix: { maxHours: limits.hours } });
    const { liveMinutes: live, countdownSeconds: countdown } = limits;
    if (typeof liveMinutes === 'number' && isOutside(liveMinutes, live))
      return violation({
        message: 'live',
        marks: ['liveMinutes'],
        values: { liveMinutes },
        fix: { minMinutes: live[0], maxMinutes: live[1] },
      });
    if (typeof countdownSeconds === 'number' && isOutside(countdownSeconds, countdown))
      return violation({
        message: 'countdown',
        marks: ['countdownSeconds'],
        values: { countdownSeconds },
        fix: { minSeconds: countdown[0], maxSeconds: countdown[1] },
      });
    const isJudged = durationHours || typeof liveMinutes === 'number' || typeof countdownSeconds === 'number';
    return isJudged ? ok() : unknown('durationHours');
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { durationHours: '72' } },
      { site: 'US', day: '2026-11-20', facts: { liveMinutes: 20, countdownSeconds: 300 } },
      { site: 'US', day: '2026-11-20', facts: { liveMinutes: 1, countdownSeconds: 10 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { durationHours: '72.1' }, gives: { maxHours: 72 } },
      { site: 'US', day: '2026-11-20', facts: { liveMinutes: 21, countdownSeconds: 60 }, gives: { maxMinutes: 20 } },
      { site: 'US', day: '2026-11-20', facts: { liveMinutes: 0 }, gives: { minMinutes: 1 } },
      { site: 'US', day: '2026-11-20', facts: { liveMinutes: 5, countdownSeconds: 301 }, gives: { maxSeconds: 300 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'UK', day: '2026-11-20', facts: { durationHours: '73' } }],
  },
});

function isOutside(value: number, [lowest, highest]: readonly [number, number]): boolean {
  return value < lowest || value > highest;
}
