import { describe, expect, test } from 'vitest';
import { readingRow } from '../../../entrypoints/background/database/readings.ts';
import {
  lostSentences,
  type Missed,
  missedOn,
  SETTLED_AFTER_MS,
} from '../../../entrypoints/background/health/lost-fields.ts';
import { ownDay } from '../../../entrypoints/background/understanding/site-days.ts';
import type { FieldReadings } from '../../../entrypoints/console.content/reading/reading.ts';
import { freshDatabase } from '../../database/in-node.ts';
import { DAY, NOON, shop, US } from '../../database/rows.ts';
import { absent, fieldsOf, unreadable } from '../readings.ts';

// What was read on every visit of a page and is not any more is missed: after three visits, and not before.

freshDatabase();

const address = 'https://sellercentral.amazon.com/coupons/create-coupon';
const there = fieldsOf({ couponPercent: '5', couponBudget: '500' });
const gone = { ...there, couponPercent: unreadable };
let visits = 0;

/** A visit of the page that lasts until it has settled; each begins a day after the one before. */
function visit(fields: FieldReadings, parts: { page?: string | null; since?: number; settled?: boolean } = {}) {
  visits += parts.since === undefined ? 1 : 0;
  const since = parts.since ?? NOON + visits * DAY;
  const { sellerName: _name, seen: _seen, ...store } = shop(US);
  const now = new Date(since + (parts.settled === false ? 10 : SETTLED_AFTER_MS));
  const opened = {
    page: parts.page === undefined ? 'amazon/coupon-create' : parts.page,
    generation: null,
    language: 'en-US',
    records: new Map(parts.page === null ? [] : [['page', { fields, findings: [] }]]),
    address,
    since,
    store: { ...store, known: true, sellerName: 'Harbor Demo Goods' } as never,
    list: undefined,
  };
  return { now, since, miss: (before: Missed | null = null) => missedOn(opened, before, now) };
}

async function visitTimes(count: number, fields: FieldReadings = there): Promise<void> {
  for (let index = 0; index < count; index += 1) await visit(fields).miss();
}

/** The seller's own day of the last visit. */
const until = () => ownDay(new Date(NOON + visits * DAY));

describe('a field that is gone', () => {
  test.each([0, 1, 2])('after %i visits on which it was read is not missed', async (count) => {
    await visitTimes(count);
    expect((await visit(gone).miss()).lost).toBeUndefined();
  });

  test('after three visits is missed, with the day on which it was last read', async () => {
    await visitTimes(3);
    const last = until();
    const { miss, now, since } = visit(gone);
    const { lost } = await miss();
    expect(lost).toEqual({ fields: ['couponPercent'], until: last });
    expect(lostSentences({ ...(lost ? { lost } : {}), since }, 'en', now).join()).toMatch(
      /could read the coupon discount on this page; now it cannot/,
    );
    // Nothing is said while the page may still be loading.
    expect(lostSentences({ ...(lost ? { lost } : {}), since }, 'en', new Date(since + 10))).toEqual([]);
  });

  test('stays missed on every visit until it is read again', async () => {
    await visitTimes(3);
    const last = until();
    for (const _visit of [1, 2, 3]) expect((await visit(gone).miss()).lost?.until).toBe(last);
    await visitTimes(1);
    const again = until();
    expect((await visit(gone).miss()).lost?.until).toBe(again);
  });

  test('is missed within a visit, too, and once more is told as it was', async () => {
    await visitTimes(3);
    const { miss } = visit(gone);
    const before = await miss();
    expect(await miss(before)).toEqual(before);
  });

  test('and was read many times on one visit has one visit behind it', async () => {
    const { since } = visit(there);
    for (const _look of [1, 2, 3, 4]) await visit(there, { since }).miss();
    expect((await readingRow(US, 'amazon/coupon-create'))?.fields.couponPercent?.visits).toBe(1);
    expect((await visit(gone).miss()).lost).toBeUndefined();
  });

  test('now and then before it was expected begins to count anew', async () => {
    await visitTimes(2);
    await visit(gone).miss();
    await visitTimes(2);
    expect((await visit(gone).miss()).lost).toBeUndefined();
  });

  test('only while its page loads keeps what was counted', async () => {
    await visitTimes(2);
    await visit(gone, { settled: false }).miss();
    await visitTimes(1);
    expect((await visit(gone).miss()).lost?.fields).toEqual(['couponPercent']);
  });

  test('because the page has none is not missed', async () => {
    await visitTimes(3);
    expect((await visit({ ...there, couponPercent: absent }).miss()).lost).toBeUndefined();
  });
});

test('a page that is not recognised any more is missed as a whole', async () => {
  await visitTimes(2);
  expect((await visit({}, { page: null }).miss()).lost).toBeUndefined();
  await visitTimes(1);
  const last = until();
  expect((await visit({}, { page: null }).miss()).lost).toEqual({ fields: [], until: last });
});
