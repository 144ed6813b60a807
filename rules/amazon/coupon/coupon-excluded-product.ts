import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-excluded-product.json' with { type: 'json' };

const couponExcludedProduct = readPolicy(file, {
  /** Condition codes up to the first underscore: `used` stands for `used_like_new` too. */
  excludedConditions: 'texts',
  allowedConditions: 'texts',
  /** In small letters, with spaces for underscores and "and" for "&". */
  excludedCategories: 'texts',
});

/** A product with a coupon is new and in none of the categories that Amazon leaves out. */
export default defineRule({
  id: 'amazon/coupon-excluded-product',
  topic: 'coupon',
  severity: 'error',
  needs: ['condition', 'category'],
  marks: ['condition', 'category'],
  policy: couponExcludedProduct,
  quietUnknown: true,
  before({ condition, category }, { excludedConditions, excludedCategories }) {
    if (condition && startsWithOne(condition, excludedConditions))
      return violation({ marks: ['condition'], values: { condition }, fix: {} });
    if (category && excludedCategories.includes(plain(category)))
      return violation({ message: 'category', marks: ['category'], values: { category }, fix: {} });
    return undefined;
  },
  check({ condition, category }, { allowedConditions }) {
    if (category.trim() === '') return notApplicable('nothing-to-check');
    // A condition that is in neither list was not understood.
    return startsWithOne(condition, allowedConditions) ? ok() : unknown('condition');
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { condition: 'new_new', category: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { condition: 'new', category: 'Video Games' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { condition: 'used_like_new', category: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { condition: 'refurbished_refurbished' } },
      { site: 'US', day: '2026-11-20', facts: { condition: 'new_new', category: 'Hunting & Fishing' } },
      { site: 'US', day: '2026-11-20', facts: { category: 'ABIS_BOOK' } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { condition: 'new_new' } },
      { site: 'US', day: '2026-11-20', facts: { category: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { condition: 'gebraucht', category: 'home' } },
    ],
    notApplicable: [{ site: 'US', day: '2024-03-11', facts: { condition: 'used', category: 'home' } }],
  },
});

function startsWithOne(condition: string, words: readonly string[]): boolean {
  const end = condition.indexOf('_');
  return words.includes(end < 0 ? condition : condition.slice(0, end));
}

function plain(category: string): string {
  return category.trim().toLowerCase().replaceAll('_', ' ').replaceAll('&', 'and');
}
