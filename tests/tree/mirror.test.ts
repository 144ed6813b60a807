import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// Whoever looks for the tests of a room finds them in the folder of its name.

const root = resolve(import.meta.dirname, '../..');
const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

test.each([
  ['tests/rules', 'rules'],
  ['tests/background', 'entrypoints/background'],
])('every folder of %s is one of %s', (tests, product) => {
  const folders = foldersIn(tests);
  expect(folders.length).toBeGreaterThan(0);
  expect(folders.filter((name) => !existsSync(join(root, product, name)))).toEqual([]);
});

test.each([
  // What goes through all of the worker, and what its tests share.
  ['tests/background', ['readings.ts', 'router.test.ts', 'worker.ts']],
  // What holds for every rule of every marketplace.
  [
    'tests/rules',
    ['cases.json', 'cases.test.ts', 'deadlines.test.ts', 'examples.test.ts', 'fixes.test.ts', 'sentences.test.ts'],
  ],
])('nothing but what belongs to no room of its own lies in %s itself', (folder, files) => {
  const found = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(found.map(({ name }) => name).toSorted()).toEqual(files);
});
