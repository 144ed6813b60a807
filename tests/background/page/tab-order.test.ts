import { describe, expect, test, vi } from 'vitest';
import type { CheckAnswer } from '../../../entrypoints/background/messages/shown.ts';
import { inTurn, tabPage } from '../../../entrypoints/background/page/tabs.ts';
import { route } from '../../../entrypoints/background/router.ts';
import type { Snapshot } from '../../../entrypoints/console.content/reading/reading.ts';
import { freshDatabase, rowsStored } from '../../database/in-node.ts';
import { fieldsOf, snapshotOf } from '../readings.ts';
import { freshWorker, pageAt, tab } from '../worker.ts';

// What a tab asks is answered one after the other: an older snapshot never overwrites a newer one.

freshDatabase();
freshWorker();

const now = new Date('2026-11-20T18:00:00Z');
const page = 'amazon/manage-inventory';
const row = (sku: string, yourPrice: string) =>
  fieldsOf({ sku, yourPrice, minSellerPrice: '10', maxSellerPrice: '50' });
const check = (snapshot: Snapshot) =>
  route(
    { kind: 'check', snapshot },
    pageAt('https://sellercentral.amazon.com/myinventory/inventory'),
    now,
  ) as Promise<CheckAnswer>;

describe('tasks of a tab', () => {
  test('run in the order in which they came, however long the first takes', async () => {
    const order: string[] = [];
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const first = inTurn(1, async () => {
      order.push('first begins');
      await held;
      order.push('first ends');
    });
    const second = inTurn(1, async () => void order.push('second'));
    const elsewhere = inTurn(2, async () => void order.push('another tab'));
    await elsewhere;
    await vi.waitFor(() => expect(order).toContain('first begins'));
    expect(order).not.toContain('second');
    letGo();
    await Promise.all([first, second]);
    expect(order.indexOf('second')).toBe(order.indexOf('first ends') + 1);
  });

  test('go on after one that failed, which alone is told', async () => {
    const failing = inTurn(1, () => Promise.reject(new Error('No room')));
    const next = inTurn(1, async () => 'done');
    await expect(failing).rejects.toThrow('No room');
    await expect(next).resolves.toBe('done');
  });
});

describe('snapshots that come right after each other', () => {
  test('add up to what the page shows: the newer one knows what the older one brought', async () => {
    const [first, second, third] = await Promise.all([
      check(snapshotOf(page, { a: row('A', '60'), b: row('B', '60') }, { sequence: 1 })),
      check(snapshotOf(page, { a: row('A', '40') }, { sequence: 2, keys: ['a', 'b'] })),
      check(snapshotOf(page, { b: row('B', '40') }, { sequence: 3, keys: ['a', 'b'] })),
    ]);
    expect([first, second, third].map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(first.findings.map(({ record }) => record)).toEqual(['a', 'b']);
    expect(second.findings.map(({ record }) => record)).toEqual(['a']);
    const kept = await tabPage(tab);
    expect(kept?.sequence).toBe(3);
    expect([...(kept?.records ?? [])].map(([key, { fields }]) => [key, fields.yourPrice])).toMatchObject([
      ['a', { value: '40' }],
      ['b', { value: '40' }],
    ]);
  });

  test('are stored in that order: what was typed last stands, with the price history of it', async () => {
    const prices = ['60', '55', '50', '45', '40'];
    await Promise.all(
      prices.map((price, index) => check(snapshotOf(page, { a: row('A', price) }, { sequence: index + 1 }))),
    );
    const { listings, observations, summaries } = await rowsStored();
    expect(listings).toMatchObject([{ listing: 'sku:A', facts: { yourPrice: { value: '40' } } }]);
    expect(observations).toMatchObject([{ listing: 'sku:A', price: '40' }]);
    expect(summaries).toMatchObject([{ listings: 1, counts: { error: 0 } }]);
  });
});
