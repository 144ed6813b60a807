import { describe, expect, test } from 'vitest';
import { mergeSeen } from '../../entrypoints/background/database/listings.ts';
import { count, emptySummary } from '../../entrypoints/background/database/summary.ts';
import type { ListingRow } from '../../entrypoints/background/rows/rows.ts';
import { isSame } from '../../entrypoints/background/rows/same.ts';
import { finding } from './finding.ts';

const fact = (value: string, day = '2026-11-18') => ({ value, page: 'amazon/manage-inventory', day });
const row = (sku: string | null, facts: ListingRow['facts']): ListingRow => ({
  store: 'amazon|US|Harbor Demo Goods',
  listing: sku === null ? 'asin:B0DEMO0001' : `sku:${sku}`,
  sku,
  asin: 'B0DEMO0001',
  facts,
});
const product = { listing: 'asin:B0DEMO0001', sku: null, asin: 'B0DEMO0001', code: null };
const offer = { listing: 'sku:A', sku: 'A', asin: 'B0DEMO0001', code: null };

const sources = (own: ListingRow | undefined, sameAsin: readonly ListingRow[], item?: ListingRow) => ({
  own,
  sameAsin,
  item,
});

describe('what was seen of an ASIN', () => {
  test('counts for a product without SKU where only one offer has it', () => {
    expect(mergeSeen(product, sources(undefined, [row('A', { yourPrice: fact('98.60') })])).yourPrice?.value).toBe(
      '98.60',
    );
  });

  test('never takes the price of one of several offers', () => {
    const offers = [
      row('A', { yourPrice: fact('98.60'), wasPrice: fact('98') }),
      row('B', { yourPrice: fact('12.00') }),
    ];
    const seen = mergeSeen(product, sources(undefined, offers));
    expect(seen.yourPrice).toBeUndefined();
    expect(seen.wasPrice?.value).toBe('98');
  });

  test('never takes another offer’s price for an offer of its own', () => {
    const own = row('A', {});
    const seen = mergeSeen(offer, sources(own, [own, row('B', { yourPrice: fact('12.00'), wasPrice: fact('98') })]));
    expect(seen.yourPrice).toBeUndefined();
    expect(seen.wasPrice?.value).toBe('98');
  });

  test('is the newest, and the offer’s own on the same day', () => {
    const own = row('A', { wasPrice: fact('90'), title: fact('Old mug', '2026-11-01') });
    const other = row(null, { wasPrice: fact('98'), title: fact('Mug', '2026-11-18') });
    const seen = mergeSeen(offer, sources(own, [own, other]));
    expect(seen).toMatchObject({ wasPrice: { value: '90' }, title: { value: 'Mug' } });
  });
});

describe('what the seller’s tables say of a code', () => {
  const sku = { listing: 'sku:80000000001', sku: '80000000001', asin: null, code: 'MUG-A' };
  const own = { store: 'temu|global|Demo', listing: sku.listing, sku: sku.sku, asin: null };
  const item = {
    ...own,
    listing: 'code:MUG-A',
    sku: null,
    facts: { unitCost: fact('5.10'), declaredPrice: fact('20.00') },
  };

  test('counts for every SKU with it, and what was seen of the SKU itself goes before it', () => {
    const seen = mergeSeen(sku, sources({ ...own, facts: { declaredPrice: fact('17.90') } }, [], item));
    expect(seen).toMatchObject({ unitCost: { value: '5.10' }, declaredPrice: { value: '17.90' } });
  });

  test('is what a form with nothing but the code has', () => {
    const form = { listing: 'code:MUG-A', sku: null, asin: null, code: 'MUG-A' };
    expect(mergeSeen(form, sources(item, [], item)).unitCost?.value).toBe('5.10');
  });
});

describe('a store’s counts', () => {
  const findings = [
    finding({}),
    finding({ level: 'warning' }),
    finding({ rule: 'amazon/coupon-price-above-was', level: 'unknown', wanted: ['wasPrice'] }),
    finding({ rule: 'amazon/coupon-budget-low', level: 'unknown', wanted: ['expectedDailyUnits'], quiet: true }),
  ];

  test('go by level and rule, and know which facts are waited for', () => {
    const summary = emptySummary('s');
    count(summary, findings, 1);
    expect(summary).toMatchObject({
      counts: { error: 1, warning: 1, info: 0, unknown: 1 },
      problems: { 'amazon/title-length': { error: 1, warning: 1 } },
      waiting: {
        wasPrice: { 'amazon/coupon-price-above-was': 1 },
        expectedDailyUnits: { 'amazon/coupon-budget-low': 1 },
      },
    });
  });

  test('are as they were once findings are taken out again', () => {
    const summary = emptySummary('s');
    count(summary, findings, 1);
    count(summary, findings, 1);
    count(summary, findings, -1);
    count(summary, findings, -1);
    expect(summary).toEqual(emptySummary('s'));
  });
});

test('data is the same whatever the order of its keys', () => {
  expect(isSame({ a: 1, b: [{ c: null, d: 'x' }] }, { b: [{ d: 'x', c: null }], a: 1 })).toBe(true);
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame({ a: null }, {})).toBe(false);
  expect(isSame({}, { a: 1 })).toBe(false);
  expect(isSame([], {})).toBe(false);
});
