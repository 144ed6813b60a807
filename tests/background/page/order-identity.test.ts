import { expect, test } from 'vitest';
import { identityOn } from '../../../entrypoints/background/page/order-identity.ts';
import type { FieldReadings } from '../../../entrypoints/console.content/reading/reading.ts';
import { fieldsOf, unreadable } from '../readings.ts';

const page = (records: { readonly [key: string]: FieldReadings }) =>
  new Map(Object.entries(records).map(([key, fields]) => [key, { fields }]));

const order = (adjustNo: string, sku?: string): FieldReadings =>
  fieldsOf(sku === undefined ? { adjustNo } : { adjustNo, sku });

test('a row of the dialog is the SKU of its order', () => {
  const records = page({ list: order('HJD01', '80000000001'), dialog: order('HJD01 未选中但需一同确认') });
  expect(identityOn(records, 'dialog')).toEqual({
    listing: 'sku:80000000001',
    sku: '80000000001',
    asin: null,
    code: null,
  });
});

test('an order of several SKUs names none of them', () => {
  const records = page({ a: order('HJD01', '80000000001'), b: order('HJD01', '80000000002'), dialog: order('HJD01') });
  expect(identityOn(records, 'dialog')).toBeNull();
});

test('an order that could not be read, is not listed, or is no order names none', () => {
  const records = page({
    list: order('HJD01', '80000000001'),
    unread: { adjustNo: unreadable },
    other: order('HJD02'),
    none: order('-'),
  });
  for (const key of ['unread', 'other', 'none', 'gone']) expect(identityOn(records, key)).toBeNull();
});

test('what shows nothing but the seller’s code is that item; a SKU or its order goes before it', () => {
  const code = fieldsOf({ itemCode: ' mug－a ' });
  const records = page({
    form: code,
    row: { ...code, ...order('HJD01', '80000000001') },
    dialog: { ...code, ...order('HJD01') },
    tiktok: fieldsOf({ sellerSku: 'MUG-W' }),
  });
  expect(identityOn(records, 'form')).toEqual({ listing: 'code:MUG-A', sku: null, asin: null, code: 'MUG-A' });
  for (const key of ['row', 'dialog'])
    expect(identityOn(records, key)).toMatchObject({
      listing: 'sku:80000000001',
      code: 'MUG-A',
    });
  expect(identityOn(records, 'tiktok')?.listing).toBe('code:MUG-W');
});
