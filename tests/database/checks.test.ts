import { describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { finding } from './finding.ts';
import { freshDatabase, putRows, refuseDatabase, rowsStored } from './in-node.ts';
import { check, DAY, NOON, offer, said, shop, US } from './rows.ts';

// What a check of a page leaves behind, and what it leaves alone.

freshDatabase();

const A = offer('A', 'B0DEMO0001');
const title = finding({ rule: 'amazon/title-length', topic: 'content' });
const price = finding({ rule: 'amazon/sale-price-not-below-price', topic: 'offer', level: 'warning' });
const coupon = finding({ rule: 'amazon/coupon-discount-out-of-range', topic: 'coupon' });

describe('a check', () => {
  test('writes the shop, the listing with what was said, its findings, its price, list and counts of the day', async () => {
    const facts = said({ yourPrice: '98.60', title: 'Mug' });
    await storeCheck(shop(US), [check(A, [title, price], { said: facts, name: 'Mug' })], NOON);
    const rows = await rowsStored();
    expect(rows.stores).toEqual([shop(US)]);
    expect(rows.listings).toEqual([
      { store: US, listing: 'sku:A', sku: 'A', asin: 'B0DEMO0001', facts, wider: [[US, 'asin:B0DEMO0001']] },
    ]);
    expect(rows.findings).toMatchObject([
      {
        listing: 'sku:A',
        name: 'Mug',
        findings: [title, price],
        changed: NOON,
        problems: [
          [US, title.rule, NOON],
          [US, price.rule, NOON],
        ],
        topics: { content: NOON, offer: NOON },
      },
    ]);
    expect(rows.observations).toEqual([{ store: US, listing: 'sku:A', day: '2026-11-20', price: '98.60' }]);
    expect(rows.catalogue).toMatchObject([{ listing: 'sku:A', name: 'Mug', counts: { error: 1, warning: 1 } }]);
    expect(rows.summaries).toMatchObject([
      { store: US, listings: 1, counts: { error: 1, warning: 1 }, worst: { error: 1 } },
    ]);
    expect(rows.days).toMatchObject([{ store: US, day: '2026-11-20', listings: 1, counts: { error: 1, warning: 1 } }]);
  });

  test('replaces what was found on its topics and keeps what was found on others', async () => {
    await storeCheck(shop(US), [check(A, [title, price])], NOON);
    await storeCheck(shop(US), [check(A, [coupon], { topics: new Set(['coupon']) })], NOON + 1000);
    expect((await rowsStored()).findings).toMatchObject([{ findings: [title, price, coupon] }]);
    await storeCheck(shop(US), [check(A, [], { topics: new Set(['offer']) })], NOON + 2000);
    const { findings, summaries } = await rowsStored();
    expect(findings).toMatchObject([
      { findings: [title, coupon], topics: { content: NOON, coupon: NOON + 1000, offer: NOON + 2000 } },
    ]);
    expect(summaries).toMatchObject([
      {
        listings: 1,
        counts: { error: 2, warning: 0 },
        problems: { [title.rule]: { error: 1 }, [coupon.rule]: { error: 1 } },
      },
    ]);
    expect(summaries).not.toMatchObject([{ problems: { [price.rule]: expect.anything() } }]);
  });

  test('adds what its page said to what other pages said', async () => {
    await storeCheck(shop(US), [check(A, [], { said: said({ title: 'Mug', yourPrice: '98.60' }) })], NOON);
    await storeCheck(shop(US), [check(A, [], { said: said({ yourPrice: '97' }, '2026-11-21') })], NOON + DAY);
    expect((await rowsStored()).listings).toMatchObject([
      { facts: { ...said({ title: 'Mug' }), ...said({ yourPrice: '97' }, '2026-11-21') } },
    ]);
  });

  test('that finds the same again writes nothing anew', async () => {
    const again = check(A, [title], { said: said({ yourPrice: '98.60' }) });
    await storeCheck(shop(US), [again], NOON);
    const before = await rowsStored();
    await storeCheck(shop(US), [again], NOON + DAY);
    expect(await rowsStored()).toEqual(before);
  });

  test('keeps a price for each day on which it was another', async () => {
    for (const [days, amount] of ['98.60', '98.60', '97.00', '98.60'].entries())
      await storeCheck(shop(US), [check(A, [], { said: said({ yourPrice: amount }) })], NOON + days * DAY);
    expect((await rowsStored()).observations).toEqual([
      { store: US, listing: 'sku:A', day: '2026-11-20', price: '98.60' },
      { store: US, listing: 'sku:A', day: '2026-11-22', price: '97.00' },
      { store: US, listing: 'sku:A', day: '2026-11-23', price: '98.60' },
    ]);
  });

  test('of a listing that stands in several rows of a page keeps the worst of each finding', async () => {
    const warning = { ...price, level: 'warning' as const };
    const error = { ...price, level: 'error' as const };
    await storeCheck(shop(US), [check(A, [warning, title]), check(A, [error])], NOON);
    const { findings, summaries } = await rowsStored();
    expect(findings).toMatchObject([{ findings: [error, title] }]);
    expect(summaries).toMatchObject([{ listings: 1, counts: { error: 2, warning: 0 } }]);
  });

  test('without a topic to judge stores what was said, and no listing that was never judged', async () => {
    await storeCheck(shop(US), [check(A, [], { topics: new Set(), said: said({ title: 'Mug' }) })], NOON);
    const { listings, findings, catalogue, summaries } = await rowsStored();
    expect(listings).toHaveLength(1);
    expect([findings, catalogue, summaries]).toEqual([[], [], []]);
  });

  test('names the ASIN under which orders have a SKU that its page shows without one', async () => {
    await storeCheck(shop(US), [], NOON);
    await putRows({ paidPrices: [{ store: US, sku: 'A', asin: 'B0DEMO0009', currency: 'USD', days: [] }] });
    await storeCheck(shop(US), [check(offer('A'), [title])], NOON);
    expect((await rowsStored()).listings).toMatchObject([{ listing: 'sku:A', asin: 'B0DEMO0009' }]);
  });

  test('that fails in the middle leaves everything as it was', async () => {
    await storeCheck(shop(US), [check(A, [title], { said: said({ yourPrice: '98.60' }) })], NOON);
    const before = await rowsStored();
    // What a page said can hold nothing that the database cannot clone; a mistake of ours could.
    const broken = check(offer('B'), [{ ...title, values: { of: (() => 0) as never } }]);
    const changed = check(A, [price], { said: said({ yourPrice: '90.00' }) });
    await expect(storeCheck(shop(US, { sellerId: 'S' }), [changed, broken], NOON + DAY)).rejects.toThrow();
    expect(await rowsStored()).toEqual(before);
  });

  test('that stumbles over a damaged row leaves everything as it was, and the row as it is', async () => {
    await storeCheck(shop(US), [check(A, [title]), check(offer('B'), [title])], NOON);
    const { findings = [] } = await rowsStored();
    await putRows({
      findings: findings.map((row, index) => ({ ...(row as object), ...(index === 1 ? { findings: 5 } : {}) })),
    });
    const before = await rowsStored();
    const changed = [check(A, [price], { said: said({ yourPrice: '90.00' }) }), check(offer('B'), [])];
    await expect(storeCheck(shop(US), changed, NOON + DAY)).rejects.toThrow(TypeError);
    expect(await rowsStored()).toEqual(before);
  });

  test('of two tabs at once counts every listing', async () => {
    const skus = Array.from({ length: 12 }, (_, index) => offer(`S${index}`));
    await Promise.all(skus.map((identity, index) => storeCheck(shop(US), [check(identity, [title])], NOON + index)));
    const { summaries, catalogue } = await rowsStored();
    expect(catalogue).toHaveLength(12);
    expect(summaries).toMatchObject([{ listings: 12, counts: { error: 12 } }]);
  });
});

test('a database that refuses rejects, and takes the next check', async () => {
  await storeCheck(shop(US), [], NOON);
  const refusing = refuseDatabase();
  await expect(storeCheck(shop(US), [check(A, [title])], NOON)).rejects.toMatchObject({ name: 'UnknownError' });
  refusing.mockRestore();
  await storeCheck(shop(US), [check(A, [title])], NOON);
  expect((await rowsStored()).findings).toHaveLength(1);
});
