import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/discount-product-limits.json' with { type: 'json' };

/** The code with which the console refuses without a word. */
const SILENT = '10000';

/** A product discount with a fixed price has at most 2 products, as one shop found; code 10000, which says nothing, is explained. */
export default defineRule({
  id: 'tiktok/discount-product-limits',
  topic: 'promotion',
  severity: 'warning',
  needs: ['discountKind', 'products'],
  uses: ['promotionKind', 'refusalCode'],
  marks: ['products'],
  policy: readPolicy(file, { fixedPrice: 'count', bothLimits: 'count' }),
  quietUnknown: true,
  before({ discountKind, products, promotionKind, refusalCode }, { fixedPrice, bothLimits }) {
    if (promotionKind && promotionKind !== 'product-discount') return notApplicable('no-trigger');
    if (discountKind === 'fixed' && typeof products === 'number' && products > fixedPrice)
      return violation({
        marks: ['products', 'discountKind'],
        values: { products },
        fix: { limit: fixedPrice, removeProducts: products - fixedPrice },
      });
    if (refusalCode !== SILENT) return undefined;
    // Of the two known causes a percentage leaves one.
    if (discountKind === 'percent' && typeof products === 'number' && products > bothLimits)
      return violation({
        message: 'limits',
        marks: ['refusalCode', 'products'],
        values: { refusalCode, products },
        fix: { limit: bothLimits },
      });
    return violation({
      message: 'refused',
      marks: ['refusalCode'],
      values: { refusalCode },
      fix: { limit: fixedPrice, bothLimits },
    });
  },
  check({ discountKind }) {
    return discountKind === 'fixed' ? ok() : notApplicable('no-trigger');
  },
  examples: {
    ok: [{ site: 'VN', day: '2026-11-30', facts: { discountKind: 'fixed', products: 2 } }],
    violation: [
      {
        site: 'VN',
        day: '2026-11-30',
        facts: { discountKind: 'fixed', products: 3 },
        gives: { limit: 2, removeProducts: 1 },
      },
      {
        site: 'VN',
        day: '2026-11-30',
        facts: { discountKind: 'fixed', products: 5, promotionKind: 'product-discount', refusalCode: '10000' },
        gives: { limit: 2, removeProducts: 3 },
      },
      {
        site: 'VN',
        day: '2026-11-30',
        facts: { discountKind: 'percent', products: 4, refusalCode: '10000' },
        gives: { limit: 3 },
      },
      {
        site: 'VN',
        day: '2026-11-30',
        facts: { discountKind: 'percent', products: 3, refusalCode: '10000' },
        gives: { limit: 2, bothLimits: 3 },
      },
      { site: 'VN', day: '2026-11-30', facts: { refusalCode: '10000' }, gives: { limit: 2, bothLimits: 3 } },
    ],
    unknown: [
      { site: 'VN', day: '2026-11-30', facts: { discountKind: 'fixed' } },
      { site: 'VN', day: '2026-11-30', facts: { products: 3 } },
      { site: 'VN', day: '2026-11-30', facts: {} },
    ],
    notApplicable: [
      { site: 'VN', day: '2026-11-30', facts: { discountKind: 'percent', products: 4 } },
      { site: 'VN', day: '2026-11-30', facts: { discountKind: 'percent', products: 4, refusalCode: '10001' } },
      { site: 'VN', day: '2026-11-30', facts: { discountKind: 'fixed', products: 3, promotionKind: 'flash' } },
      { site: 'TH', day: '2026-11-30', facts: { discountKind: 'fixed', products: 3 } },
      { site: 'VN', day: '2026-09-24', facts: { discountKind: 'fixed', products: 3 } },
    ],
  },
});
