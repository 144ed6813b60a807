import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { codePoints } from '../../measures/text.ts';
import file from '../../policies/tiktok/seller-sku.json' with { type: 'json' };

/** A seller SKU has 1 to 50 characters and no space. */
export default defineRule({
  id: 'tiktok/seller-sku',
  topic: 'content',
  severity: 'error',
  needs: ['sellerSku'],
  marks: ['sellerSku'],
  policy: readPolicy(file, { limit: 'count' }),
  check({ sellerSku }, { limit }) {
    const length = codePoints(sellerSku);
    if (length === 0) return notApplicable('nothing-to-check');
    if (length > limit) return violation({ values: { count: length }, fix: { limit, remove: length - limit } });
    if (!/\s/u.test(sellerSku)) return ok();
    return violation({ message: 'space', values: {}, fix: { corrected: sellerSku.trim().replace(/\s+/gu, '-') } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { sellerSku: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' } },
      { site: 'US', day: '2026-11-20', facts: { sellerSku: 'AB-12' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sellerSku: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
        gives: { remove: 1 },
      },
      { site: 'US', day: '2026-11-20', facts: { sellerSku: 'AB 12' }, gives: { corrected: 'AB-12' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { sellerSku: '' } },
      { site: 'US', day: '2025-12-01', facts: { sellerSku: 'AB 12' } },
    ],
  },
});
