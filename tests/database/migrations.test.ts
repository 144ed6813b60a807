import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';
import { database } from '../../entrypoints/background/database/database.ts';
import { DATABASE_VERSION, migrate } from '../../entrypoints/background/database/migrations.ts';
import type { PreflightSchema } from '../../entrypoints/background/database/schema.ts';
import { frozenDatabase, LAST_FROZEN, revived } from './frozen.ts';
import { freshDatabase, makeDatabase, rowsStored, shapeOf } from './in-node.ts';

// A step of the migrations is released with a version and from then on makes what it has always made.

const CHANGED =
  'A released step never changes: append a new one, and freeze what it makes as the next file in tests/database/frozen.';

freshDatabase();

test('every version is frozen', () => {
  expect(DATABASE_VERSION, CHANGED).toBe(LAST_FROZEN);
});

const versions = Array.from({ length: LAST_FROZEN }, (_, index) => index + 1);

test.each(versions)('the steps up to version %i make the object stores and indexes that they made', async (version) => {
  await deleteDB('made');
  const made = await openDB<PreflightSchema>('made', version, {
    upgrade: (upgraded, from, _to, transaction) => migrate(upgraded, from, transaction, version),
  });
  const shape = shapeOf(made);
  made.close();
  const frozen = frozenDatabase(version).map(({ name, keyPath, indexes }) => [
    name,
    { keyPath, autoIncrement: false, indexes: indexes.map((index) => ({ ...index, unique: false })) },
  ]);
  expect(shape, CHANGED).toEqual(Object.fromEntries(frozen));
});

test.each(versions)('a database of version %i is opened, and nothing in it is lost', async (version) => {
  const stores = frozenDatabase(version);
  await makeDatabase(version, stores);
  expect((await database()).version).toBe(DATABASE_VERSION);
  const found = await rowsStored();
  for (const { name, rows } of stores) {
    expect(found[name], name).toHaveLength(rows.length);
    // A later step may add to a row; it takes nothing away.
    expect(found[name], name).toMatchObject(rows.map(revived) as object[]);
  }
});

test('no step calls code of ours, which would change what it makes', () => {
  const source = readFileSync(join(import.meta.dirname, '../../entrypoints/background/database/migrations.ts'), 'utf8');
  const imports = source.match(/^import .*$/gmu) ?? [];
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
  expect(source).not.toMatch(/\bimport\(/u);
});
