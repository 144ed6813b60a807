import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hits, named } from '../../measures/phrases.ts';
import { codePoints, isAscii } from '../../measures/text.ts';
import file from '../../policies/tiktok/seller-sku.json' with { type: 'json' };

const HAN = /\p{Script=Han}/u;

/** A seller SKU has 1 to 50 characters, no space and no Han character (in Japan only a hint). */
export default defineRule({
  id: 'tiktok/seller-sku',
  topic: 'content',
  severity: 'error',
  needs: ['sellerSku'],
  marks: ['sellerSku'],
  policy: readPolicy(file, { limit: 'count' }),
  check({ sellerSku }, { limit }, { site }) {
    const length = codePoints(sellerSku);
    if (length === 0) return notApplicable('nothing-to-check');
    if (length > limit) return violation({ values: { count: length }, fix: { limit, remove: length - limit } });
    const han = isAscii(sellerSku) ? [] : hits(sellerSku, HAN);
    if (han.length > 0)
      return violation({
        ...(site === 'JP' ? { severity: 'info' } : {}),
        message: 'han',
        values: {},
        fix: { characters: named(han) },
      });
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
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sellerSku: 'SKU-爆款红色' },
        gives: { characters: ['爆', '款', '红', '色'] },
        severity: 'error',
      },
      { site: 'JP', day: '2026-11-20', facts: { sellerSku: '黒-12' }, severity: 'info' },
      { site: 'US', day: '2026-11-20', facts: { sellerSku: 'AB 12' }, gives: { corrected: 'AB-12' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { sellerSku: '' } },
      { site: 'US', day: '2025-12-01', facts: { sellerSku: 'AB 12' } },
    ],
  },
});
