import type { Facts } from '../../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { clipped } from '../../measures/phrases.ts';
import file from '../../policies/amazon/gtin-exemption-wait.json' with { type: 'json' };

/**
 * A GTIN exemption is used 30 minutes after its approval or later, with exactly the approved brand, capitals and spaces
 * included, and in the approved category.
 */
export default defineRule({
  id: 'amazon/gtin-exemption-wait',
  topic: 'content',
  severity: 'info',
  needs: [],
  uses: ['minutesSinceApproval', 'approvedBrand', 'brand', 'approvedCategory', 'category', 'gtin'],
  marks: ['brand', 'gtin'],
  policy: readPolicy(file, { waitMinutes: 'count' }),
  quietUnknown: true,
  before({ gtin, minutesSinceApproval, approvedBrand, approvedCategory }) {
    // With an identifier and no word of an approval no exemption is used.
    const isExempted = minutesSinceApproval !== undefined || approvedBrand || approvedCategory;
    return gtin?.trim() && !isExempted ? notApplicable('no-trigger') : undefined;
  },
  check(facts, { waitMinutes }): Outcome {
    const { minutesSinceApproval: minutes, approvedBrand, approvedCategory, brand, category } = facts;
    const isTimed = typeof minutes === 'number';
    if (isTimed && minutes < waitMinutes)
      return violation({
        message: 'problem',
        values: { minutesSinceApproval: minutes },
        fix: { waitMinutes: waitMinutes - minutes },
      });
    if (approvedBrand && typeof brand === 'string' && brand !== approvedBrand)
      return violation({ message: 'brand', values: { brand: clipped(brand) }, fix: { approvedBrand } });
    if (approvedCategory && category && category !== approvedCategory)
      return violation({
        message: 'category',
        marks: ['category'],
        values: { category: clipped(category) },
        fix: { approvedCategory },
      });
    return isTimed && approvedBrand && brand ? ok() : unknown(...missing(facts));
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { minutesSinceApproval: 30, brand: 'Acme', approvedBrand: 'Acme' } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { minutesSinceApproval: 29, brand: 'Acme', approvedBrand: 'Acme' },
        gives: { waitMinutes: 1 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { minutesSinceApproval: 31, brand: 'acme', approvedBrand: 'Acme' },
        gives: { approvedBrand: 'Acme' },
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { brand: 'Acme ', approvedBrand: 'Acme' },
        gives: { approvedBrand: 'Acme' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { brand: 'Acme', approvedBrand: 'Acme', category: 'Toys', approvedCategory: 'Kitchen' },
        gives: { approvedCategory: 'Kitchen' },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { minutesSinceApproval: 45, brand: 'Acme' } },
    ],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { gtin: '4006381333931', brand: 'Acme' } }],
  },
});

const WANTED = ['minutesSinceApproval', 'approvedBrand', 'brand'] as const;

function missing(facts: Facts) {
  return WANTED.filter((name) => facts[name] === undefined || facts[name] === null);
}
