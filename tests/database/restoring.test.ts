import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { catalogueSlice } from '../../entrypoints/background/database/catalogue-query.ts';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { deleteAllRows, readEverything } from '../../entrypoints/background/database/everything.ts';
import { DATABASE_VERSION } from '../../entrypoints/background/database/migrations.ts';
import {
  discardStaged,
  stage,
  takeOverRows,
  waitingDecisions,
} from '../../entrypoints/background/database/restoring.ts';
import { DATABASE } from '../../entrypoints/background/database/schema.ts';
import type { StoredRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from './finding.ts';
import { freshDatabase, rowsStored } from './in-node.ts';
import { check, DE, NOON, offer, shop, US } from './rows.ts';

// A backup waits whole, and takes the place of everything at once or not at all.

freshDatabase();

let backup: StoredRow[] = [];
const named = (store: string) =>
  ({ store, found: null, worst: null, search: 'a', sort: 'name', descending: false }) as const;

/** A backup of one shop, and another shop by now. */
beforeEach(async () => {
  backup = [];
  await storeCheck(shop(US), [check(offer('A'), [finding({})]), check(offer('B'), [])], NOON);
  await readEverything(
    () => undefined,
    (row) => backup.push(row),
  );
  await deleteAllRows();
  await storeCheck(shop(DE), [check(offer('A'), [])], NOON);
});

async function staged(rows: readonly StoredRow[] = backup): Promise<number> {
  const staging = await stage(DATABASE_VERSION);
  await staging.add(rows.slice(0, 3));
  await staging.add(rows.slice(3));
  return staging.finish({ language: 'en' });
}

describe('a backup', () => {
  test('takes the place of everything, and its decisions wait on', async () => {
    expect((await catalogueSlice(named(DE), 0, 10)).total).toBe(1);
    expect(await staged()).toBe(0);
    expect(await waitingDecisions()).toBeNull();
    await takeOverRows();
    expect(await waitingDecisions()).toEqual({ language: 'en' });
    const { restoring, ...rows } = await rowsStored();
    expect(Object.values(rows).flat()).toEqual(backup.map(([, row]) => row));
    expect(restoring).toEqual([{ decisions: { language: 'en' } }]);
    // Lists that were looked at before are those of now.
    expect((await catalogueSlice(named(DE), 0, 10)).total).toBe(0);
    expect((await catalogueSlice(named(US), 0, 10)).total).toBe(1);
  });

  test('that only waits changes nothing, and is thrown away', async () => {
    const { restoring: _none, ...before } = await rowsStored();
    await staged();
    const { restoring, ...meanwhile } = await rowsStored();
    expect(meanwhile).toEqual(before);
    expect(restoring?.length).toBeGreaterThan(1);
    await discardStaged();
    expect(await rowsStored()).toEqual({ ...before, restoring: [] });
    await expect(takeOverRows()).rejects.toThrow('gone');
  });

  test('leaves out rows that are not what they should be, and says how many', async () => {
    const damaged: StoredRow[] = [
      ['findings', { store: US, listing: 'sku:C', findings: 5 }],
      ['stores', { key: US }],
    ];
    expect(await staged([...backup, ...damaged])).toBe(2);
    await takeOverRows();
    expect((await rowsStored()).findings).toHaveLength(2);
  });

  test('with a row that no object store takes is refused', async () => {
    await expect(staged([...backup, ['nowhere', {}]])).rejects.toThrow('No object store');
  });

  test('that cannot be put in place leaves everything as it was', async () => {
    await staged();
    const before = await rowsStored();
    // What waits was damaged: a row without its key, behind others that are whole.
    const opened = await openDB(DATABASE);
    await opened.put('restoring', { rows: [...backup, ['listings', { store: US }]] }, 1);
    opened.close();
    const { restoring: _waiting, ...there } = before;
    await expect(takeOverRows()).rejects.toThrow();
    expect(await rowsStored()).toMatchObject(there);
    expect(await waitingDecisions()).toBeNull();
  });
});
