import type { Facts } from '../../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../../engine/outcome.ts';
import { limit } from '../../engine/policy.ts';
import { type CheckContext, defineRule } from '../../engine/rule.ts';
import {
  type AgeBand,
  type AgedInventoryTable,
  agedInventory,
  bandOf,
  nextSnapshot,
  surcharge,
} from '../../fees/aged-inventory.ts';
import { daysBetween } from '../../measures/days.ts';
import { roundTo } from '../../measures/decimals.ts';

/**
 * On the 15th of the month units in stock for 181 days or more pay a surcharge by age band. Clothing, shoes, bags,
 * jewelry and watches are exempt up to 270 days. The age is taken on the next 15th, that day included.
 */
export default defineRule({
  id: 'amazon/aged-inventory-surcharge',
  topic: 'stock',
  severity: 'warning',
  needs: ['ageDays'],
  uses: ['agedUnits', 'unitVolumeFt3', 'feeCategory', 'isApparel'],
  marks: ['unitsAvailable', 'quantity', 'sku'],
  policy: agedInventory,
  quietUnknown: true,
  check(facts, today, context): Outcome {
    if (facts.agedUnits === 0) return notApplicable('nothing-to-check');
    const snapshotOn = nextSnapshot(context.day, today.snapshotDate);
    const ageThen = facts.ageDays + daysBetween(context.day, snapshotOn);
    // What holds on the day of the snapshot is charged.
    const table = limit(agedInventory, snapshotOn, context.site)?.values ?? today;
    const band = bandOf(table, ageThen);
    if (!band) return ok();
    if (ageThen <= table.exemptUpTo && isExempt(facts, table)) return notApplicable('exempt');
    return charged(band, { ...facts, snapshotOn, ageThen }, context);
  },
  examples: {
    ok: [
      { site: 'US', day: '2023-05-15', facts: { ageDays: 180, agedUnits: 100, unitVolumeFt3: '0.05' } },
      { site: 'US', day: '2026-11-01', facts: { ageDays: 166 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2023-05-15',
        facts: { ageDays: 181, agedUnits: 100, unitVolumeFt3: '0.05' },
        gives: { fee: '2.50', snapshotOn: '2023-05-15' },
      },
      {
        site: 'US',
        day: '2023-05-14',
        facts: { ageDays: 365, agedUnits: 100, unitVolumeFt3: '0.05' },
        gives: { fee: '34.50', ageThen: 366, snapshotOn: '2023-05-15' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { ageDays: 246, agedUnits: 100, unitVolumeFt3: '0.05' },
        gives: { fee: '27.25', ageThen: 271, snapshotOn: '2026-12-15' },
      },
      { site: 'US', day: '2026-06-15', facts: { ageDays: 211, agedUnits: 100 } },
      { site: 'US', day: '2026-06-15', facts: { ageDays: 366, agedUnits: 100 }, gives: { feeMin: '30.00' } },
      {
        site: 'US',
        day: '2026-06-15',
        facts: { ageDays: 456, agedUnits: 100, unitVolumeFt3: '0.01' },
        gives: { fee: '35.00' },
      },
      {
        site: 'US',
        day: '2026-06-15',
        facts: { ageDays: 271, agedUnits: 10, unitVolumeFt3: '0.10', feeCategory: 'clothing' },
        gives: { fee: '5.45' },
      },
    ],
    unknown: [
      { site: 'US', day: '2023-05-15', facts: { ageDays: 200 } },
      { site: 'US', day: '2023-05-15', facts: { ageDays: 200, agedUnits: 100 } },
      { site: 'US', day: '2026-11-20', facts: { agedUnits: 100, unitVolumeFt3: '0.05' } },
    ],
    notApplicable: [
      { site: 'US', day: '2023-04-14', facts: { ageDays: 200, agedUnits: 100, unitVolumeFt3: '0.05' } },
      { site: 'US', day: '2026-06-15', facts: { ageDays: 270, agedUnits: 100, feeCategory: 'clothing' } },
      { site: 'US', day: '2026-06-15', facts: { ageDays: 300, agedUnits: 0 } },
      { site: 'UK', day: '2026-06-15', facts: { ageDays: 300, agedUnits: 100, unitVolumeFt3: '0.05' } },
    ],
  },
});

function isExempt({ feeCategory, isApparel }: Facts, { exemptCategories }: AgedInventoryTable): boolean {
  return isApparel === true || (feeCategory ? exemptCategories.includes(feeCategory) : false);
}

interface Charged extends Facts {
  readonly snapshotOn: string;
  readonly ageThen: number;
}

function charged(
  band: AgeBand,
  { ageDays, ageThen, snapshotOn, agedUnits, unitVolumeFt3 }: Charged,
  { digits }: CheckContext,
): Outcome {
  if (typeof agedUnits !== 'number') return unknown('agedUnits');
  if (band.perFt3 && !unitVolumeFt3) return unknown('unitVolumeFt3');
  const fee = surcharge(band, agedUnits, unitVolumeFt3 ?? null);
  const values = { ageDays, ageThen, agedUnits, unitVolumeFt3, snapshotOn };
  const fix = { remove: agedUnits };
  if (!fee) return violation({ message: 'unknownRate', values, fix });
  const amount = roundTo(fee, digits);
  if (!band.perFt3) return violation({ message: 'atLeast', values: { ...values, feeMin: amount }, fix });
  return violation({ values: { ...values, fee: amount }, fix });
}
