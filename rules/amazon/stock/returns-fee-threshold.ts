import type { Facts } from '../../engine/facts.ts';
import { limitNotPublished, notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { type ReturnsTable, returnsFees } from '../../fees/returns.ts';
import { type Big, floorTo, percent } from '../../measures/decimals.ts';

/**
 * The return rate of a product with 25 units or more shipped in the month is not above its category's threshold, which
 * itself is allowed. Charged are the returns above the threshold; apparel and shoes pay for every return instead.
 */
export default defineRule({
  id: 'amazon/returns-fee-threshold',
  topic: 'stock',
  severity: 'warning',
  needs: ['returnRate', 'feeCategory'],
  uses: ['unitsShippedMonth', 'isApparel', 'inNewSelection', 'parentDaysSinceFirstReceived'],
  marks: ['asin', 'sku'],
  policy: returnsFees,
  quietUnknown: true,
  before({ unitsShippedMonth, feeCategory, isApparel }, { minUnits, everyReturnCategories }) {
    const isFew = typeof unitsShippedMonth === 'number' && unitsShippedMonth < minUnits;
    const paysAlways = isApparel || (feeCategory && everyReturnCategories.includes(feeCategory));
    return isFew || paysAlways ? notApplicable('exempt') : undefined;
  },
  check(facts, table) {
    const { returnRate, feeCategory, unitsShippedMonth } = facts;
    const returnLimit = table.returnLimits.get(feeCategory);
    if (!returnLimit) return limitNotPublished();
    if (returnRate.lte(returnLimit)) return ok();
    if (typeof unitsShippedMonth !== 'number') return unknown('unitsShippedMonth');
    const above = unitsAbove(returnRate.minus(returnLimit), unitsShippedMonth);
    const isNew = isNewSelection(facts, table);
    if (isNew && above <= table.newSelectionUnits) return notApplicable('exempt');
    const chargedUnits = isNew ? above - table.newSelectionUnits : above;
    return violation({
      message: chargedUnits === 0 ? 'noUnit' : 'problem',
      values: { returnRate, returnLimit, unitsShippedMonth, chargedUnits },
      fix: {},
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { returnRate: '8.1', unitsShippedMonth: 1000, feeCategory: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { returnRate: '2.9', feeCategory: 'grocery' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { returnRate: '8.2', unitsShippedMonth: 1000, feeCategory: 'home' },
        gives: { chargedUnits: 1, returnLimit: '8.1' },
      },
      {
        site: 'US',
        day: '2026-01-01',
        facts: { returnRate: '12.0', unitsShippedMonth: 1000, feeCategory: 'home' },
        gives: { chargedUnits: 39 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { returnRate: '12.0', unitsShippedMonth: 25, feeCategory: 'home' },
        gives: { chargedUnits: 0 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          returnRate: '12.0',
          unitsShippedMonth: 1000,
          feeCategory: 'home',
          inNewSelection: true,
          parentDaysSinceFirstReceived: 179,
        },
        gives: { chargedUnits: 19 },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { unitsShippedMonth: 100, feeCategory: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { returnRate: '12.0', feeCategory: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { returnRate: '12.0', unitsShippedMonth: 100, feeCategory: 'pet' } },
      { site: 'US', day: '2025-12-31', facts: { returnRate: '12.0', unitsShippedMonth: 1000, feeCategory: 'home' } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { returnRate: '12.0', unitsShippedMonth: 24, feeCategory: 'home' } },
      { site: 'US', day: '2026-11-20', facts: { returnRate: '30', unitsShippedMonth: 900, feeCategory: 'clothing' } },
      { site: 'US', day: '2024-05-31', facts: { returnRate: '12.0', unitsShippedMonth: 1000, feeCategory: 'home' } },
      { site: 'DE', day: '2026-11-20', facts: { returnRate: '12.0', unitsShippedMonth: 1000, feeCategory: 'home' } },
    ],
  },
});

/** Whole units among those shipped that a share of them makes, in percent. */
function unitsAbove(share: Big, shipped: number): number {
  return floorTo(percent(share).times(shipped), 0).toNumber();
}

/** A parent product new to FBA, whose first returned units are free. */
function isNewSelection({ inNewSelection, parentDaysSinceFirstReceived }: Facts, { newSelectionDays }: ReturnsTable) {
  return (
    inNewSelection === true &&
    typeof parentDaysSinceFirstReceived === 'number' &&
    parentDaysSinceFirstReceived < newSelectionDays
  );
}
