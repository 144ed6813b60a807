import { type Limits, type Policy, readPolicy } from '../engine/policy.ts';
import { Big, larger } from '../measures/decimals.ts';
import file from '../policies/amazon/aged-inventory.json' with { type: 'json' };
import { carriedForward } from './carried.ts';

const shape = {
  /** Day of the month on which ages are taken. */
  snapshotDate: 'count',
  /** Up to and including this age in days the exempt categories pay nothing. */
  exemptUpTo: 'count',
  exemptCategories: 'texts',
  bands: 'table',
} as const;

/** What units pay from an age in days on; of two amounts the greater. Null: no such amount, or not published. */
export interface AgeBand {
  readonly from: number;
  /** US dollars per cubic foot. */
  readonly perFt3: Big | null;
  /** US dollars per unit. */
  readonly perUnit: Big | null;
}
type BandFile = { readonly perFt3?: string; readonly perUnit?: string } | null;

export interface AgedInventoryTable extends Omit<Limits<typeof shape>, 'bands'> {
  /** By age, falling. */
  readonly bands: readonly AgeBand[];
}

export const agedInventory: Policy<AgedInventoryTable> = readTables();

function readTables(): Policy<AgedInventoryTable> {
  const policy = readPolicy(carriedForward(file), shape);
  return {
    ...policy,
    periods: policy.periods.map(({ values, ...period }) => ({
      ...period,
      values: values && { ...values, bands: readBands(values.bands) },
    })),
  };
}

function readBands(bands: Record<string, BandFile>): readonly AgeBand[] {
  return Object.entries(bands)
    .map(([from, band]) => readBand(Number(from), band))
    .sort((a, b) => b.from - a.from);
}

function readBand(from: number, band: BandFile): AgeBand {
  const perFt3 = band?.perFt3 === undefined ? null : new Big(band.perFt3);
  const perUnit = band?.perUnit === undefined ? null : new Big(band.perUnit);
  return { from, perFt3, perUnit };
}

/** The band of an age, or undefined below the first one. */
export function bandOf({ bands }: AgedInventoryTable, ageDays: number): AgeBand | undefined {
  return bands.find(({ from }) => ageDays >= from);
}

/** Exact amount of the published parts for units of a band; null where none is published. */
export function surcharge({ perFt3, perUnit }: AgeBand, units: number, unitVolumeFt3: Big | null): Big | null {
  const byVolume = unitVolumeFt3 && perFt3 ? perFt3.times(unitVolumeFt3).times(units) : null;
  const byUnit = perUnit?.times(units) ?? null;
  return byVolume && byUnit ? larger(byVolume, byUnit) : (byVolume ?? byUnit);
}

/** The first snapshot on or after a day: that date of this month or the next. */
export function nextSnapshot(day: string, snapshotDate: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, date <= snapshotDate ? month - 1 : month, snapshotDate)).toISOString().slice(0, 10);
}
