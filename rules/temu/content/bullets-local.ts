import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/bullets-local.json' with { type: 'json' };

/** A local product has at most 6 bullets of 700 characters (error); above 5 bullets or 200 characters a later section of the same page warns. */
export default defineRule({
  id: 'temu/bullets-local',
  topic: 'content',
  severity: 'error',
  needs: ['managedMode', 'bulletCount', 'maxBulletLength'],
  marks: ['bullets'],
  policy: readPolicy(file, { maxCount: 'count', maxLength: 'count', advisedCount: 'count', advisedLength: 'count' }),
  before: ({ managedMode }) => (managedMode && managedMode !== 'local' ? notApplicable('exempt') : undefined),
  check({ bulletCount, maxBulletLength }, { maxCount, maxLength, advisedCount, advisedLength }) {
    if (bulletCount > maxCount || maxBulletLength > maxLength)
      return violation({ values: { bulletCount, maxBulletLength }, fix: { limit: maxLength, count: maxCount } });
    if (bulletCount <= advisedCount && maxBulletLength <= advisedLength) return ok();
    return violation({
      severity: 'warning',
      message: 'advised',
      values: { bulletCount, maxBulletLength },
      fix: { limit: advisedLength, count: advisedCount },
    });
  },
  examples: {
    ok: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', bulletCount: 5, maxBulletLength: 200 } }],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', bulletCount: 5, maxBulletLength: 701 },
        gives: { limit: 700 },
        severity: 'error',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', bulletCount: 7, maxBulletLength: 10 },
        gives: { count: 6 },
        severity: 'error',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', bulletCount: 6, maxBulletLength: 200 },
        gives: { count: 5 },
        severity: 'warning',
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', bulletCount: 5, maxBulletLength: 201 },
        gives: { limit: 200 },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', bulletCount: 5 } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'semi', bulletCount: 9, maxBulletLength: 900 } },
      { site: 'global', day: '2025-10-10', facts: { managedMode: 'local', bulletCount: 9, maxBulletLength: 900 } },
    ],
  },
});
