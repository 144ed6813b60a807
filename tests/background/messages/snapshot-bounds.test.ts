import { describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { isBoundedSnapshot } from '../../../entrypoints/background/messages/snapshot-bounds.ts';
import { route } from '../../../entrypoints/background/router.ts';
import { read, snapshotOf } from '../readings.ts';
import { freshWorker, pageAt } from '../worker.ts';

const now = new Date('2026-11-20T18:00:00Z');
const manyFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, read('1')]));

freshWorker();

const page = () => pageAt('https://sellercentral.amazon.com/abis/listing/edit?sku=DEMO-MUG-01');
const check = (snapshot: object) => route({ kind: 'check', snapshot }, page(), now) as Promise<unknown>;

describe('a page that sends more than any page has', () => {
  const snapshot = snapshotOf('amazon/listing-editor', { page: manyFields(3) });
  const wide = snapshotOf('amazon/listing-editor', { page: manyFields(100_000) });

  test.each([
    ['fields of a record', wide],
    ['fields of all records', { ...snapshot, records: Array(100).fill({ key: 'page', fields: manyFields(300) }) }],
    ['records', { ...snapshot, records: Array(2001).fill({ key: 'page', fields: {} }) }],
    ['keys', { ...snapshot, keys: Array(2001).fill('page') }],
    ['keys that still load', { ...snapshot, unsettled: Array(2001).fill('page') }],
    ['sentences of the console', { ...snapshot, notices: Array(2001).fill(null) }],
    ['marks of its shop', { ...snapshot, store: { ...snapshot.store, marks: Array(21).fill(null) } }],
    ['items of a list', { ...snapshot, records: [{ key: 'page', fields: { bullets: read(Array(20_001).fill('')) } }] }],
  ])('is refused for its %s, and nothing is kept of it', async (_what, sent) => {
    await expect(check(sent)).rejects.toThrow('more than a page can have');
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  test('is refused before its parts are validated one by one', () => {
    const times = Array.from({ length: 10 }, () => {
      const start = performance.now();
      isBoundedSnapshot(wide);
      return performance.now() - start;
    });
    // Validating them takes hundreds of milliseconds.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

test('the largest list of a console is taken: 250 rows with 40 fields each', async () => {
  const rows = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`sku:DEMO-${index}`, manyFields(40)]));
  await expect(check(snapshotOf('amazon/manage-inventory', rows))).resolves.toMatchObject({ sequence: 1 });
});
