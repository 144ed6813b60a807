import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '../../entrypoints/background/database/database.ts';
import {
  discardStaged,
  stage,
  takeOverRows,
  waitingDecisions,
} from '../../entrypoints/background/database/restoring.ts';
import { DATABASE } from '../../entrypoints/background/database/schema.ts';
import { frozenDatabase } from './frozen.ts';
import { freshDatabase, makeDatabase, rowsStored } from './in-node.ts';
import { said, shop, US } from './rows.ts';

// What the next version will do with the database of the first one: here a made-up step follows the real one.

vi.mock(import('../../entrypoints/background/database/migrations.ts'), async (original) => {
  const { migrate, ...real } = await original();
  return {
    ...real,
    DATABASE_VERSION: 2,
    async migrate(upgraded, from, transaction, to = 2) {
      await migrate(upgraded, from, transaction, 1);
      if (from > 1 || to < 2) return;
      for await (const cursor of transaction.objectStore('stores'))
        await cursor.update({ ...cursor.value, sellerId: 'FROM-STEP-2' });
    },
  };
});

freshDatabase();
beforeEach(async () => {
  await discardStaged();
});

describe('a database of an earlier version', () => {
  test('goes through the steps that it lacks when it is opened', async () => {
    await deleteDB(DATABASE);
    await makeDatabase(1, frozenDatabase(1));
    expect((await database()).version).toBe(2);
    const { stores, listings } = await rowsStored();
    expect(stores).toMatchObject([{ key: US, sellerId: 'FROM-STEP-2' }]);
    expect(listings).toHaveLength(2);
  });

  test('that is held open is told of as such, and opened once it is free', async () => {
    await deleteDB(DATABASE);
    await makeDatabase(1, frozenDatabase(1));
    const held = await openDB(DATABASE, 1);
    await expect(database()).rejects.toThrow('still open');
    // Whoever asks meanwhile does not wait with it.
    await expect(database()).rejects.toThrow('still open');
    held.close();
    await vi.waitFor(async () => expect((await database()).version).toBe(2));
  });

  test('gives way to a later one', async () => {
    const opened = await database();
    const later = await openDB(DATABASE, 3);
    expect(later.version).toBe(3);
    expect(() => opened.transaction('stores')).toThrow();
    later.close();
    await expect(database()).rejects.toMatchObject({ name: 'VersionError' });
  });
});

describe('a backup of an earlier version', () => {
  const listing = { store: US, listing: 'sku:KETTLE-1', sku: 'KETTLE-1', asin: null, facts: said({ title: 'Kettle' }) };

  test('goes through the steps that it lacks before it takes the place of everything', async () => {
    const staging = await stage(1);
    await staging.add([['stores', shop(US)]]);
    await staging.add([['listings', listing]]);
    expect((await rowsStored()).stores).toEqual([]);
    expect(await staging.finish({ language: 'en' })).toBe(0);
    await takeOverRows();
    const { stores, listings } = await rowsStored();
    expect(stores).toEqual([{ ...shop(US), sellerId: 'FROM-STEP-2' }]);
    expect(listings).toEqual([listing]);
    expect(await waitingDecisions()).toEqual({ language: 'en' });
  });

  test('is refused with a row that its version had no place for, and nothing changes', async () => {
    const staging = await stage(1);
    await expect(staging.add([['nowhere', { store: US }]])).rejects.toThrow();
    await expect(staging.add([['listings', { store: US }]])).rejects.toThrow();
    await staging.discard();
    expect(await indexedDB.databases()).toEqual([{ name: DATABASE, version: 2 }]);
    await expect(takeOverRows()).rejects.toThrow('gone');
  });

  test('in parts is taken over whole, and leaves out what is not what it should be', async () => {
    const staging = await stage(1);
    const many = Array.from({ length: 1201 }, (_, index) => ({ ...listing, listing: `sku:${index}`, sku: `${index}` }));
    await staging.add(many.map((row) => ['listings', row]));
    await staging.add([['listings', { ...listing, facts: null }]]);
    expect(await staging.finish({})).toBe(1);
    await takeOverRows();
    expect((await rowsStored()).listings).toHaveLength(1201);
  });
});
