import { beforeEach, describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import {
  countStore,
  deleteAllRows,
  deleteRowsOfStores,
  deleteStoreRows,
  readEverything,
  storesInUse,
} from '../../entrypoints/background/database/everything.ts';
import { DATABASE_VERSION } from '../../entrypoints/background/database/migrations.ts';
import type { StoredRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from './finding.ts';
import { frozenDatabase, LAST_FROZEN, revived } from './frozen.ts';
import { freshDatabase, putRows, rowsStored } from './in-node.ts';
import { check, DAY, DE, NOON, offer, said, shop, US } from './rows.ts';

freshDatabase();

const imported = { at: NOON, kind: 'orders', fileName: 'a.txt', rows: 1, taken: 1, skipped: {}, from: null, to: null };
const imports = [
  { ...imported, id: 'both', stores: [US, DE], judged: true },
  { ...imported, id: 'one', stores: [US], judged: true },
];

/** Rows of two shops in every object store that has a shop's. */
beforeEach(async () => {
  const checks = ['A', 'B', 'C'].map((sku) => check(offer(sku), [finding({})], { said: said({ yourPrice: '9' }) }));
  await storeCheck(shop(US), checks, NOON);
  await storeCheck(shop(US), [check(offer('A'), [])], NOON + DAY);
  await storeCheck(shop(DE), checks.slice(0, 1), NOON);
  const ofBoth = (row: object) => [US, DE].map((store) => ({ ...row, store }));
  const frozen = new Map(frozenDatabase(LAST_FROZEN).map(({ name, rows }) => [name, rows.map(revived) as object[]]));
  const names = ['readings', 'upcoming', 'paidPrices', 'orderLines'];
  await putRows({
    ...Object.fromEntries(names.map((name) => [name, ofBoth(frozen.get(name)?.[0] ?? {})])),
    imports,
  });
});

describe('the rows of one shop', () => {
  test('are counted in every object store, listings as everywhere else', async () => {
    // Shop, listings, findings, list, prices, summary, two days, and one row of each of the four others.
    expect(await countStore(US)).toEqual({ listings: 3, rows: 1 + 3 + 3 + 3 + 3 + 1 + 2 + 4 });
    expect(await countStore('amazon|US|Nobody')).toEqual({ listings: 0, rows: 0 });
  });

  test('are deleted everywhere, and no row of another', async () => {
    const before = await rowsStored();
    await deleteStoreRows(US);
    const after = await rowsStored();
    expect(JSON.stringify(after)).not.toContain(US);
    for (const [name, rows] of Object.entries(after).filter(([name]) => name !== 'imports'))
      expect(rows, name).toEqual((before[name] ?? []).filter((row) => JSON.stringify(row).includes(DE)));
    // An import of several is kept for the others.
    expect(after.imports).toEqual([{ ...imports[0], stores: [DE] }]);
    expect(await countStore(US)).toEqual({ listings: 0, rows: 0 });
  });

  test('of which only the name begins alike stay', async () => {
    const longer = `${US} Two`;
    await storeCheck(shop(longer), [check(offer('A'), [])], NOON);
    await deleteStoreRows(US);
    expect((await countStore(longer)).listings).toBe(1);
  });

  test('are deleted for several at once', async () => {
    await deleteRowsOfStores([US, DE]);
    const { imports: kept, ...rest } = await rowsStored();
    expect(Object.values(rest).flat()).toEqual([]);
    expect(kept).toEqual(imports);
  });
});

test('every row of every object store is deleted, those of a backup that waits too', async () => {
  await deleteAllRows();
  expect(Object.values(await rowsStored()).flat()).toEqual([]);
});

test('the whole database is read, each row once, with the counts that were told first', async () => {
  const many = Array.from({ length: 450 }, (_, index) => check(offer(`S${index}`), [finding({})]));
  await storeCheck(shop(US), many, NOON);
  const told: unknown[] = [];
  const rows: StoredRow[] = [];
  await readEverything(
    (counts, version) => told.push(counts, version),
    (row) => rows.push(row),
  );
  const { restoring: _waiting, ...stored } = await rowsStored();
  expect(
    Object.fromEntries(
      [...Map.groupBy(rows, ([name]) => name)].map(([name, all]) => [name, all.map(([, row]) => row)]),
    ),
  ).toEqual(stored);
  expect(told).toEqual([
    Object.fromEntries(Object.entries(stored).map(([name, all]) => [name, all.length])),
    DATABASE_VERSION,
  ]);
});

test('how much a shop is used is told by its days, listings and imports', async () => {
  expect(await storesInUse()).toEqual([
    { key: DE, seen: '2026-11-20', listings: 1, hasImports: true, days: 1 },
    { key: US, seen: '2026-11-20', listings: 3, hasImports: true, days: 2 },
  ]);
});
