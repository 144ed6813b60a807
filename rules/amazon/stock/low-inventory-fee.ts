import type { Facts } from '../../engine/facts.ts';
import { type Outcome, ok, violation } from '../../engine/outcome.ts';
import { type CheckContext, defineRule } from '../../engine/rule.ts';
import {
  type LowInventoryFee,
  type LowInventoryTable,
  lowInventoryFacts,
  lowInventoryFee,
  lowInventoryFees,
} from '../../fees/low-inventory.ts';
import { type Big, larger, roundTo } from '../../measures/decimals.ts';

/**
 * At least one of the two historical days of supply, short and long term, is 28 or more; otherwise every unit shipped
 * carries a fee that rises below 28, 21 and 14 days. Exactly 28, 21 or 14 belongs to the higher tier.
 */
export default defineRule({
  id: 'amazon/low-inventory-fee',
  topic: 'stock',
  severity: 'warning',
  needs: [],
  uses: [...lowInventoryFacts, 'units', 'minDaysOfSupply'],
  marks: ['unitsAvailable', 'quantity', 'sku'],
  policy: lowInventoryFees,
  quietUnknown: true,
  check(facts, table, context): Outcome {
    const found = lowInventoryFee(facts, table);
    if (!('kind' in found)) return charged(found, facts, table, context);
    return found.kind === 'ok' ? belowOwnMinimum(facts, table) : found;
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          sizeTier: 'large-standard',
          shippingWeightLb: '0.5',
          unitsSold7d: 40,
          daysLong: '28.0',
          daysShort: '10',
        },
      },
      // One horizon is enough, whatever else is not known.
      { site: 'US', day: '2026-11-20', facts: { daysShort: '35' } },
      { site: 'US', day: '2026-11-20', facts: { daysShort: '45', daysLong: '50', minDaysOfSupply: 45 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2024-06-03',
        facts: {
          sizeTier: 'large-standard',
          shippingWeightLb: '0.5',
          unitsSold7d: 40,
          daysLong: '18',
          daysShort: '24',
        },
        gives: { feePerUnit: '0.36', minStock: 160 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          sizeTier: 'large-standard',
          shippingWeightLb: '0.5',
          unitsSold7d: 40,
          daysLong: '18',
          daysShort: '10',
          units: 1000,
        },
        gives: { daysOfSupply: '18', feePerUnit: '0.70', feeTotal: '700.00' },
      },
      {
        site: 'US',
        day: '2024-05-14',
        facts: { sizeTier: 'small-standard', unitsSold7d: 19, daysLong: '13.9', daysShort: '5' },
        gives: { feePerUnit: '0.89', credited: true },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          sizeTier: 'large-standard',
          shippingWeightOz: '48.1',
          unitsSold7d: 20,
          daysLong: '14',
          daysShort: '5',
        },
        gives: { feePerUnit: '0.87' },
      },
      // The report's own word settles all exemptions.
      {
        site: 'US',
        day: '2026-11-20',
        facts: { sizeTier: 'large-standard', lowInvExempt: false, daysLong: '10', daysShort: '5' },
        gives: { feeMin: '0.97', feeMax: '1.11' },
      },
      {
        site: 'US',
        day: '2026-01-15',
        facts: { sizeTier: 'small-bulky', unitsSold7d: 40, daysLong: '10', daysShort: '5' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { daysShort: '30', daysLong: '28', minDaysOfSupply: 45, unitsSold7d: 40 },
        gives: { daysOfSupply: '30', minStock: 258 },
        severity: 'info',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { daysLong: '10', unitsSold7d: 40, sizeTier: 'large-standard' } },
      { site: 'US', day: '2026-11-20', facts: { daysLong: '10', daysShort: '5', sizeTier: 'large-standard' } },
      { site: 'US', day: '2026-11-20', facts: { daysLong: '10', daysShort: '5', unitsSold7d: 40 } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { daysLong: '10', daysShort: '5', unitsSold7d: 40, sizeTier: 'large-standard', inNewSelection: true },
      },
    ],
    notApplicable: [
      {
        site: 'US',
        day: '2024-05-15',
        facts: { sizeTier: 'small-standard', unitsSold7d: 19, daysLong: '13.9', daysShort: '5' },
      },
      { site: 'US', day: '2026-11-20', facts: { lowInvExempt: true, daysLong: '10', daysShort: '5' } },
      { site: 'US', day: '2026-01-15', facts: { isGrocery: true, daysLong: '10', daysShort: '5' } },
      {
        site: 'US',
        day: '2026-01-14',
        facts: { sizeTier: 'small-bulky', unitsSold7d: 40, daysLong: '10', daysShort: '5' },
      },
      { site: 'US', day: '2026-11-20', facts: { awdShare90d: '70', daysLong: '10', daysShort: '5' } },
      { site: 'US', day: '2026-11-20', facts: { fulfilment: 'MFN', daysLong: '10', daysShort: '5' } },
      { site: 'UK', day: '2026-11-20', facts: { daysLong: '10', daysShort: '5' } },
      {
        site: 'US',
        day: '2024-03-31',
        facts: { sizeTier: 'large-standard', unitsSold7d: 40, daysLong: '10', daysShort: '5' },
      },
    ],
  },
});

function charged(
  { daysOfSupply, fee }: LowInventoryFee,
  { daysShort, daysLong, unitsSold7d, units }: Facts,
  { minDaysOfSupply: minimum, credited }: LowInventoryTable,
  { digits }: CheckContext,
): Outcome {
  const values = { daysOfSupply, daysShort, daysLong, credited: credited || undefined };
  const fix = { minimum, minStock: stockFor(minimum, unitsSold7d) };
  if (fee === null) return violation({ message: 'unknownRate', values, fix });
  if (!fee.least.eq(fee.most))
    return violation({ message: 'range', values: { ...values, feeMin: fee.least, feeMax: fee.most }, fix });
  return violation({
    message: credited ? 'credited' : 'problem',
    values: { ...values, feePerUnit: fee.least, feeTotal: totalOf(fee.least, units, digits) },
    fix,
  });
}

function totalOf(fee: Big, units: number | null | undefined, digits: number): Big | undefined {
  return units ? roundTo(fee.times(units), digits) : undefined;
}

/** Average units in stock for that many days of supply, at the pace of the last 7 days. */
function stockFor(days: number, unitsSold7d: number | null | undefined): number | undefined {
  return unitsSold7d ? Math.ceil((days * unitsSold7d) / 7) : undefined;
}

/** No fee, yet less stock than the seller wants. */
function belowOwnMinimum(
  { daysShort, daysLong, minDaysOfSupply, unitsSold7d }: Facts,
  table: LowInventoryTable,
): Outcome {
  if (!minDaysOfSupply || minDaysOfSupply <= table.minDaysOfSupply || !daysShort || !daysLong) return ok();
  const daysOfSupply = larger(daysShort, daysLong);
  if (daysOfSupply.gte(minDaysOfSupply)) return ok();
  return violation({
    severity: 'info',
    message: 'own',
    values: { daysOfSupply, daysShort, daysLong },
    fix: { minimum: minDaysOfSupply, minStock: stockFor(minDaysOfSupply, unitsSold7d) },
  });
}
