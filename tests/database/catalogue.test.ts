import { describe, expect, test } from 'vitest';
import { catalogueRow, worstOf } from '../../entrypoints/background/database/catalogue.ts';
import { count, emptySummary } from '../../entrypoints/background/database/summary.ts';
import type { Finding } from '../../entrypoints/background/rows/finding.ts';
import type { FindingsRow, ListingRow } from '../../entrypoints/background/rows/rows.ts';
import { sellerCode } from '../../entrypoints/background/rows/seller-code.ts';
import { finding } from './finding.ts';

const store = 'amazon|US|Harbor Demo Goods';
const fact = (value: string) => ({ value, page: 'amazon/manage-inventory', day: '2026-11-18' });
const listing: ListingRow = {
  store,
  listing: 'sku:Mug-01',
  sku: 'Mug-01',
  asin: 'B0DEMO0001',
  facts: { yourPrice: fact('98.60') },
};
const judged = (findings: readonly Finding[]): FindingsRow => ({
  store,
  listing: 'sku:Mug-01',
  name: '马克杯 ＭＵＧ',
  currency: 'USD',
  address: '',
  changed: 5,
  findings,
  problems: [],
  margin: null,
  topics: {},
});

describe('a row of the list', () => {
  test('is placed by its worst finding, then by how many there are', () => {
    const places = [
      [finding({}), finding({})],
      [finding({})],
      [finding({ level: 'warning' }), finding({ level: 'warning' })],
      [finding({ level: 'warning' })],
      [finding({ level: 'unknown' })],
      [finding({ level: 'info' })],
      [],
    ].map((findings) => catalogueRow(listing, judged(findings)).worst);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
  });

  test('does not count what is not worth a word', () => {
    const quiet = finding({ level: 'unknown', quiet: true });
    expect(worstOf([quiet])).toBe('none');
    expect(catalogueRow(listing, judged([quiet])).counts.unknown).toBe(0);
  });

  test('is found by the rules and topics of its problems, not of what is unknown', () => {
    const row = catalogueRow(
      listing,
      judged([finding({}), finding({ rule: 'amazon/x', topic: 'fees', level: 'unknown' })]),
    );
    expect(row.found.map(([, tag]) => tag)).toEqual(['amazon/title-length', 'topic:content']);
  });

  test('is searched whatever the case and width', () => {
    const { search, price, sortPrice } = catalogueRow(listing, judged([]));
    for (const word of ['马克杯', 'mug', 'mug-01', 'b0demo0001']) expect(search).toContain(word);
    expect([price, sortPrice]).toEqual(['98.60', 98.6]);
  });

  test('without a price comes after those that have one', () => {
    expect(catalogueRow({ ...listing, facts: {} }, judged([])).sortPrice).toBe(Number.POSITIVE_INFINITY);
  });
});

test('a seller’s code is the same whatever its case, width and blanks', () => {
  expect(sellerCode('amazon', ' mug-01 ', {})).toBe('MUG-01');
  expect(sellerCode('temu', '70000001', { itemCode: fact('Ｍug-01') })).toBe('MUG-01');
  expect(sellerCode('tiktok', null, { sellerSku: fact('MUG -01') })).toBe('MUG-01');
  expect(sellerCode('temu', '70000001', {})).toBeNull();
});

describe('money at risk', () => {
  const overage = finding({
    rule: 'temu/declared-overage-amount',
    level: 'warning',
    values: { overageAmount: '840.10' },
  });
  const cliff = finding({ rule: 'amazon/referral-fee-cliff', level: 'info', values: { gain: '0.74' } });

  test('is summed exactly, totals apart from amounts of one unit', () => {
    const summary = emptySummary(store);
    count(summary, [overage, cliff], 1);
    count(summary, [{ ...overage, values: { overageAmount: '0.20' } }], 1);
    expect(summary.atRisk).toEqual({
      'temu/declared-overage-amount': { total: { amount: '840.3', listings: 2 } },
      'amazon/referral-fee-cliff': { unit: { amount: '0.74', listings: 1 } },
    });
    expect(summary.worst).toMatchObject({ warning: 2 });
    count(summary, [overage, cliff], -1);
    count(summary, [{ ...overage, values: { overageAmount: '0.20' } }], -1);
    expect(summary).toEqual(emptySummary(store));
  });

  test('is never taken from what is unknown, nor from the whole store’s sum', () => {
    const summary = emptySummary(store);
    count(summary, [{ ...overage, message: 'store' }, finding({ level: 'unknown', values: { gain: '1' } })], 1);
    expect(summary.atRisk).toEqual({});
  });
});
