import type { FieldReadings, Notice, Reading, Snapshot } from '../../entrypoints/console.content/reading/reading.ts';
import type { WireValue } from '../../rules/engine/facts.ts';

/** A field that was read. */
export function read(value: WireValue, currency?: string): Reading {
  return { state: 'read', value, via: 'name:test', ...(currency === undefined ? {} : { currency }) };
}

export const unreadable: Reading = { state: 'unreadable', reason: 'not-found' };
export const absent: Reading = { state: 'absent' };

/** Fields that were all read. */
export function fieldsOf(values: { readonly [name: string]: WireValue }): FieldReadings {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(value)]));
}

/** A snapshot of a page of the demo store. */
export function snapshotOf(
  page: string,
  records: { readonly [key: string]: FieldReadings },
  {
    sequence = 1,
    keys = Object.keys(records),
    notices = [] as readonly Notice[],
    country = 'united states',
    unsettled = [] as readonly string[],
  } = {},
): Snapshot {
  return {
    sequence,
    page,
    generation: null,
    language: 'en-US',
    store: { sellerName: 'Harbor Demo Goods', sellerId: null, marks: [{ by: 'header', text: country }] },
    keys,
    records: Object.entries(records).map(([key, fields]) => ({ key, fields })),
    notices,
    settled: unsettled.length === 0,
    unsettled,
  };
}
