import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Overview } from '../../../entrypoints/background/messages/overview.ts';
import { route } from '../../../entrypoints/background/router.ts';
import { read, snapshotOf, unreadable } from '../readings.ts';
import { freshWorker, ownPage, pageAt, tab } from '../worker.ts';

// The tab's count is compared with the orders that stand in the list, however many rows each of them has.

const now = new Date('2026-11-20T18:00:00Z');
const orders = 'https://agentseller.temu.com/main/adjust-price-manage/order-price';

freshWorker();
beforeEach(() => {
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => [{ id: tab }] as never);
});

const row = (adjustNo: string, sku: string) => ({ adjustNo: read(adjustNo), sku: read(sku) });
const list = { a: row('HJD1', '80001'), b: row('HJD1', '80002'), c: row('HJD2', '80003') };
const page = { ordersWaiting: read(39) };

async function show(records: Parameters<typeof snapshotOf>[1], { sequence = 1, keys = Object.keys(records) } = {}) {
  const shown = snapshotOf('temu/order-price', records, { country: '全球', sequence, keys });
  await route({ kind: 'check', snapshot: { ...shown, list: 'read' } }, pageAt(orders), now);
  const { page: seen } = (await route({ kind: 'overview', tab }, ownPage, now)) as Overview;
  return (seen?.findings ?? [])
    .filter(({ rule }) => rule === 'temu/price-orders-waiting')
    .map(({ sentence }) => sentence.map(({ text }) => text).join(''));
}

test('tells once how many of the orders that wait stand on other pages', async () => {
  expect(await show({ page, ...list })).toEqual([
    '39 price orders wait for your decision, 2 of them on this page. The other 37 are checked once you open them.',
  ]);
});

test('counts anew when the list shows other orders and the tab says the same', async () => {
  await show({ page, ...list });
  const more = { d: row('HJD3', '80004'), e: row('HJD4', '80005') };
  const told = await show(more, { sequence: 2, keys: ['page', 'a', 'b', 'c', 'd', 'e'] });
  expect(told).toEqual([expect.stringContaining('4 of them on this page. The other 35')]);
});

test('says nothing where all of them stand in the list, or one row does not say which order it is of', async () => {
  expect(await show({ page: { ordersWaiting: read(2) }, ...list })).toEqual([]);
  expect(await show({ page, ...list, d: { ...row('HJD3', '80004'), adjustNo: unreadable } }, { sequence: 2 })).toEqual(
    [],
  );
});
