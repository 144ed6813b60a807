import { describe, expect, test, vi } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import {
  importRows,
  orderPeriods,
  type ReportListing,
  recordJudged,
  storeImport,
} from '../../entrypoints/background/database/imports.ts';
import { OrderBook, type OrderLine } from '../../entrypoints/background/rows/order-book.ts';
import type { PaidPricesRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from './finding.ts';
import { freshDatabase, rowsStored } from './in-node.ts';
import { check, NOON, offer, said, shop, US } from './rows.ts';

freshDatabase();

const line = (hash: number, parts: Partial<OrderLine> = {}): OrderLine => ({
  ...{ hash, site: 'US', sku: 'A', asin: 'B0DEMO0001', currency: 'USD', day: '2026-11-01', price: '9.50', units: 1 },
  ...{ sale: 'paid', state: 'settled', row: hash + 1 },
  ...parts,
});

let imports = 0;

/** Imports a report of orders and one of listings together. */
function take(lines: readonly OrderLine[], listings: readonly ReportListing[] = [], progress = (_done: number) => {}) {
  imports += 1;
  const book = new OrderBook();
  for (const one of lines) book.add(one);
  const record = { id: `import ${imports}`, at: NOON + imports, kind: 'orders', fileName: 'a.txt', stores: [US] };
  return storeImport(
    {
      record: { ...record, rows: lines.length, skipped: {}, from: '2026-11-01', to: '2026-11-02' },
      stores: [shop(US)],
      orders: lines.length > 0 ? { book, storeOf: () => US } : null,
      listings: new Map([[US, listings]]),
    },
    progress,
  );
}

const paid = async () => ((await rowsStored()).paidPrices as PaidPricesRow[]).map(({ sku, days }) => [sku, days]);

describe('order lines', () => {
  test('count once, in whatever file they stand', async () => {
    const lines = [line(1), line(2, { price: '8' }), line(3, { sku: 'B', asin: null, day: '2026-11-02' })];
    expect(await take(lines)).toEqual({ taken: 3, duplicates: [], isKnown: false });
    const before = await rowsStored();
    expect(await take(lines)).toEqual({ taken: 0, duplicates: [2, 3, 4], isKnown: true });
    expect(await rowsStored()).toEqual(before);
    expect(await take([...lines, line(4)])).toMatchObject({ taken: 1, isKnown: false });
    expect(await paid()).toEqual([
      [
        'A',
        [
          {
            day: '2026-11-01',
            paid: [
              ['9.50', 2],
              ['8', 1],
            ],
            promoted: [],
          },
        ],
      ],
      ['B', [{ day: '2026-11-02', paid: [['9.50', 1]], promoted: [] }]],
    ]);
  });

  test('that were open are replaced, and taken back when they were cancelled', async () => {
    await take([line(1, { state: 'open' }), line(2, { state: 'open', price: '8' })]);
    await take([line(1, { price: '9' }), line(2, { state: 'cancelled', price: '' })]);
    expect(await paid()).toEqual([['A', [{ day: '2026-11-01', paid: [['9', 1]], promoted: [] }]]]);
    expect((await rowsStored()).orderLines).toMatchObject([{ open: [], settled: Float64Array.of(1, 2) }]);
  });

  test('of two imports at once count once', async () => {
    const results = await Promise.all([take([line(1), line(2)]), take([line(2), line(3)])]);
    expect(results.map(({ taken }) => taken)).toEqual([2, 1]);
    expect(await paid()).toEqual([['A', [{ day: '2026-11-01', paid: [['9.50', 3]], promoted: [] }]]]);
  });

  test('tell a listing its ASIN, with which what stood by itself is one listing', async () => {
    const product = { listing: 'asin:B0DEMO0001', sku: null, asin: 'B0DEMO0001', code: null };
    const coupon = finding({ rule: 'amazon/coupon-price-above-was', topic: 'coupon' });
    await storeCheck(shop(US), [check(offer('A'), [finding({})])], NOON);
    await storeCheck(shop(US), [check(product, [coupon], { topics: new Set(['coupon']) })], NOON);
    expect((await rowsStored()).summaries).toMatchObject([{ listings: 2, counts: { error: 2 } }]);
    await take([line(1)]);
    const { catalogue, summaries } = await rowsStored();
    expect(catalogue).toMatchObject([{ listing: 'sku:A', asin: 'B0DEMO0001', counts: { error: 2 } }]);
    expect(summaries).toMatchObject([{ listings: 1, counts: { error: 2 } }]);
  });
});

describe('a report of listings', () => {
  const listing = (sku: string | null, asin: string | null, facts: ReportListing['facts']): ReportListing => ({
    listing: sku === null ? `asin:${asin}` : `sku:${sku}`,
    ...{ sku, asin, facts },
  });

  test('adds what it says, but nothing older than what was seen, and of the same day the page’s', async () => {
    const seen = said({ quantity: 5, unitCost: '3' });
    await storeCheck(shop(US), [check(offer('A'), [], { said: seen })], NOON);
    const report = (day: string) => said({ quantity: 7, unitCost: '4', title: 'Mug' }, day, 'report/listings');
    await take([], [listing('A', null, report('2026-11-19'))]);
    const facts = async () => ((await rowsStored()).listings as { facts: object }[])[0]?.facts;
    expect(await facts()).toMatchObject({ quantity: { value: 5 }, unitCost: { value: '3' }, title: { value: 'Mug' } });
    await take([], [listing('A', null, report('2026-11-20'))]);
    expect(await facts()).toMatchObject({ quantity: { value: 5 }, unitCost: { value: '3' } });
    await take([], [listing('A', null, report('2026-11-21'))]);
    expect(await facts()).toMatchObject({ quantity: { value: 7 }, unitCost: { value: '4' } });
  });

  test('that says of an ASIN holds for each of its offers', async () => {
    await storeCheck(
      shop(US),
      [check(offer('A', 'B0X'), []), check(offer('B', 'B0X'), []), check(offer('C', 'B0Y'), [])],
      NOON,
    );
    await take([], [listing(null, 'B0X', said({ unitCost: '4' }, '2026-11-21', 'report/table'))]);
    const rows = (await rowsStored()).listings as { listing: string; facts: { unitCost?: object } }[];
    expect(rows.filter(({ facts }) => facts.unitCost).map(({ listing: id }) => id)).toEqual([
      'asin:B0X',
      'sku:A',
      'sku:B',
    ]);
  });

  test('of very many rows is taken whole, and says how far it is', async () => {
    const facts = said({ quantity: 1 }, '2026-11-21', 'report/listings');
    const progress = vi.fn();
    const many = Array.from({ length: 1201 }, (_, index) => listing(`S${index}`, null, facts));
    expect(await take([], many, progress)).toMatchObject({ taken: 1201, isKnown: false });
    expect((await rowsStored()).listings).toHaveLength(1201);
    expect(progress.mock.calls.flat()).toEqual([500 / 1201, 1000 / 1201, 1]);
  });
});

test('an import that fails leaves nothing of itself, neither its orders nor its shop', async () => {
  await take([line(1)]);
  const before = await rowsStored();
  const facts = { title: { value: (() => 0) as never, page: 'report/listings', day: '2026-11-21' } };
  const broken = { listing: 'sku:Z', sku: 'Z', asin: null, facts };
  await expect(take([line(2), line(3, { sku: 'B' })], [broken])).rejects.toThrow();
  expect(await rowsStored()).toEqual(before);
});

test('imports are listed newest first, and know whether the listings were judged by them', async () => {
  await take([line(1)]);
  await take([line(2)]);
  const [newest, oldest] = await importRows();
  expect(newest?.at).toBeGreaterThan(oldest?.at ?? 0);
  await recordJudged([oldest?.id ?? '', 'nothing']);
  expect((await importRows()).map(({ judged }) => judged)).toEqual([false, true]);
  expect(await orderPeriods(US)).toEqual([
    { from: '2026-11-01', to: '2026-11-02' },
    { from: '2026-11-01', to: '2026-11-02' },
  ]);
  expect(await orderPeriods('amazon|DE|Harbor Demo Goods')).toEqual([]);
});
