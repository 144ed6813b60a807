import { expect, test } from 'vitest';
import { catalogueRowOf } from '../../entrypoints/background/database/catalogue-query.ts';
import { knownListing } from '../../entrypoints/background/database/listings.ts';
import { priceObservations } from '../../entrypoints/background/database/observations.ts';
import { repairRows } from '../../entrypoints/background/database/repair.ts';
import { type FrozenStore, frozenDatabase, LAST_FROZEN } from './frozen.ts';
import { freshDatabase, makeDatabase, putRows, rowsStored } from './in-node.ts';
import { US } from './rows.ts';

// Damaged rows are taken out, and lists and counts follow from those that are left.

freshDatabase();

type Row = Readonly<Record<string, unknown>>;
const MUG = 'sku:DEMO-MUG-01';
const PRODUCT = 'asin:B0DEMO0001';
const frozen = frozenDatabase(LAST_FROZEN);
const put = (stores: readonly FrozenStore[]) => makeDatabase(LAST_FROZEN, stores);
const others = ['stores', 'findings', 'observations', 'days', 'upcoming', 'paidPrices', 'orderLines', 'imports'];

test('nothing is taken out of a whole database, and lists and counts come out as they were', async () => {
  await put(frozen);
  const before = await rowsStored();
  expect(await repairRows()).toBe(0);
  expect(await rowsStored()).toEqual(before);
});

test.each(others)('a damaged row of %s is taken out, and no other', async (name) => {
  await put(frozen);
  const before = await rowsStored();
  const [first = {}] = (before[name] ?? []) as Row[];
  const key = frozen.find((store) => store.name === name)?.keyPath ?? [];
  const keys = Object.fromEntries([key].flat().map((member) => [member, first[member]]));
  await putRows({ [name]: [{ ...keys, damaged: true }] });
  expect(await repairRows()).toBe(1);
  const after = await rowsStored();
  expect(after[name]).toEqual((before[name] ?? []).slice(1));
  for (const other of others.filter((one) => one !== name)) expect(after[other], other).toEqual(before[other]);
});

test('a listing whose findings were damaged is out of lists and counts', async () => {
  await put(frozen);
  await putRows({ findings: [{ store: US, listing: MUG, findings: 5 }], catalogue: [], summaries: [] });
  expect(await repairRows()).toBe(1);
  const { catalogue, summaries, listings } = await rowsStored();
  expect(catalogue).toMatchObject([{ listing: 'sku:DEMO-TOWEL-BL' }]);
  expect(summaries).toMatchObject([{ listings: 1, counts: { error: 1, info: 0 } }]);
  expect(listings).toHaveLength(2);
});

test('what is stored twice, by ASIN and by SKU, is one listing, and nothing that was said of it is lost', async () => {
  const again = (name: string, change: (row: Row) => Row) =>
    (frozen.find((store) => store.name === name)?.rows ?? []).filter(({ listing }) => listing === MUG).map(change);
  const added: Readonly<Record<string, readonly Row[]>> = {
    listings: again('listings', ({ wider: _wider, ...row }) => ({
      ...row,
      listing: PRODUCT,
      sku: null,
      facts: { couponPercent: { value: '10', page: 'amazon/coupon-create', day: '2026-11-21' } },
    })),
    findings: again('findings', (row) => ({
      ...row,
      listing: PRODUCT,
      name: 'B0DEMO0001',
      findings: (row.findings as Row[])
        .slice(0, 1)
        .map((one) => ({ ...one, rule: 'amazon/coupon-price-above-was', topic: 'coupon' })),
      topics: { coupon: row.changed },
    })),
    observations: again('observations', (row) => ({ ...row, listing: PRODUCT, day: '2026-11-19', price: '97.00' })),
  };
  await put(
    // The row of the SKU is not found by its ASIN either.
    frozen.map((store) => ({
      ...store,
      rows: [
        ...store.rows.map(({ wider: _wider, ...row }) => row),
        ...(added[store.name] ?? []),
      ] as FrozenStore['rows'],
    })),
  );
  expect(await repairRows()).toBe(0);
  const { catalogue = [], summaries, listings, findings } = await rowsStored();
  expect(
    (catalogue as { listing: string; counts: { info: number } }[]).map(({ listing, counts }) => [listing, counts.info]),
  ).toEqual([
    [MUG, 2],
    ['sku:DEMO-TOWEL-BL', 0],
  ]);
  expect(summaries).toMatchObject([{ listings: 2, counts: { error: 1, info: 2 }, worst: { info: 1, error: 1 } }]);
  expect([listings?.length, findings?.length]).toEqual([3, 3]);
  // An address by the ASIN leads to it, with the prices of both.
  expect(await catalogueRowOf(US, PRODUCT)).toMatchObject({ listing: MUG });
  const known = await knownListing(US, PRODUCT);
  expect(known?.identity).toMatchObject({ listing: MUG, aliases: [PRODUCT] });
  if (!known) return;
  expect((await priceObservations(US, known.identity)).map(({ price }) => price)).toEqual(
    expect.arrayContaining(['97.00', '98.60']),
  );
});
