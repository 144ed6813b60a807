import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import file from '../../policies/amazon/bullet-count.json' with { type: 'json' };

/** There are 3 to 5 filled bullets, both inclusive. Vendors may use more and are not checked. */
export default defineRule({
  id: 'amazon/bullet-count',
  topic: 'content',
  severity: 'info',
  needs: ['bulletCount'],
  uses: ['bullets', 'isVendor'],
  marks: ['bullets'],
  policy: readPolicy(file, { minimum: 'count', limit: 'count' }),
  before({ bullets, bulletCount, isVendor }) {
    if (isVendor) return notApplicable('exempt');
    return withoutLength('bullets', bullets, bulletCount);
  },
  check({ bulletCount }, { minimum, limit }) {
    const values = { bulletCount };
    if (bulletCount < minimum) return violation({ values, fix: { minimum, addBullets: minimum - bulletCount } });
    if (bulletCount <= limit) return ok();
    return violation({ message: 'tooMany', values, fix: { limit, removeBullets: bulletCount - limit } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { bulletCount: 3 } },
      { site: 'US', day: '2026-11-20', facts: { bulletCount: 5 } },
      { site: 'US', day: '2026-11-20', facts: { bullets: ['Keeps warm', 'Easy to clean', ' ', 'Fits every shelf'] } },
    ],
    violation: [
      { site: 'US', day: '2024-08-15', facts: { bulletCount: 2 }, gives: { minimum: 3, addBullets: 1 } },
      { site: 'US', day: '2026-11-20', facts: { bulletCount: 6 }, gives: { limit: 5, removeBullets: 1 } },
      { site: 'US', day: '2026-11-20', facts: { bullets: [] }, gives: { addBullets: 3 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2024-08-14', facts: { bulletCount: 2 } },
      { site: 'US', day: '2026-11-20', facts: { bulletCount: 10, isVendor: true } },
    ],
  },
});
