import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/violation-points.json' with { type: 'json' };

/** From 36 violation points flash sales are blocked; 48 is the maximum, from which a shop may be closed. */
export default defineRule({
  id: 'tiktok/violation-points',
  topic: 'account',
  severity: 'warning',
  needs: ['violationPoints'],
  uses: ['warnAtPoints'],
  marks: ['violationPoints'],
  policy: readPolicy(file, { blocked: 'count', closed: 'count' }),
  quietUnknown: true,
  check({ violationPoints, warnAtPoints }, { blocked, closed }) {
    if (violationPoints >= closed)
      return violation({ severity: 'error', message: 'closed', values: { violationPoints }, fix: { limit: closed } });
    if (violationPoints >= blocked)
      return violation({ values: { violationPoints }, fix: { limit: blocked, pointsLeft: closed - violationPoints } });
    if (typeof warnAtPoints !== 'number' || violationPoints < warnAtPoints) return ok();
    return violation({
      message: 'own',
      values: { violationPoints, warnAtPoints },
      fix: { pointsLeft: blocked - violationPoints },
    });
  },
  examples: {
    ok: [
      { site: 'TH', day: '2026-11-20', facts: { violationPoints: 35 } },
      { site: 'TH', day: '2026-11-20', facts: { violationPoints: 4 } },
    ],
    violation: [
      { site: 'TH', day: '2026-11-20', facts: { violationPoints: 36 }, gives: { pointsLeft: 12 }, severity: 'warning' },
      { site: 'TH', day: '2026-11-20', facts: { violationPoints: 47 }, gives: { pointsLeft: 1 }, severity: 'warning' },
      { site: 'TH', day: '2026-11-20', facts: { violationPoints: 48 }, severity: 'error' },
      { site: 'TH', day: '2026-11-20', facts: { violationPoints: 30, warnAtPoints: 24 }, gives: { pointsLeft: 6 } },
    ],
    unknown: [{ site: 'TH', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { violationPoints: 40 } },
      { site: 'TH', day: '2025-10-05', facts: { violationPoints: 40 } },
    ],
  },
});
