import { describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { database } from '../../entrypoints/background/database/database.ts';
import { knownListings } from '../../entrypoints/background/database/known-listings.ts';
import { factsOf, identityNow, knownListing, knownListingsOf } from '../../entrypoints/background/database/listings.ts';
import { priceObservations, priceObservationsOf } from '../../entrypoints/background/database/observations.ts';
import { paidDays } from '../../entrypoints/background/database/paid-prices.ts';
import {
  countListings,
  listingSlice,
  storeUpcoming,
  upcomingRows,
} from '../../entrypoints/background/database/upcoming.ts';
import { freshDatabase, putRows, refuseDatabase } from './in-node.ts';
import { check, DAY, DE, NOON, offer, said, shop, US } from './rows.ts';

// What is known of listings, one by one, of a page's at once, and of a whole shop.

freshDatabase();

const ASIN = 'B0DEMO0001';
const product = { listing: `asin:${ASIN}`, sku: null, asin: ASIN, code: null };
const row = (sku: string, parts: object = {}) => ({
  ...{ store: US, listing: `sku:${sku}`, sku, asin: null, facts: said({ title: `Title ${sku}` }), wider: [] },
  ...parts,
});
const days = (price: string) => [{ day: '2026-11-01', paid: [[price, 1]] as const, promoted: [] }];

describe('a product of which one offer is known', () => {
  test('is that offer, by whatever number it is shown', async () => {
    await storeCheck(shop(US), [check(offer('A', ASIN), [], { said: said({ title: 'Mug' }) })], NOON);
    const [shown] = await knownListingsOf(US, [product]);
    expect(shown).toMatchObject({
      identity: { listing: 'sku:A', record: `asin:${ASIN}` },
      seen: { title: { value: 'Mug' } },
    });
    expect((await knownListing(US, `asin:${ASIN}`))?.row).toMatchObject({ listing: 'sku:A', sku: 'A' });
    expect(await identityNow(US, product)).toMatchObject({ listing: 'sku:A' });
    // In another shop nothing is known of it.
    expect(await knownListingsOf(DE, [product, null])).toMatchObject([{ identity: product, seen: {} }, null]);
    expect(await knownListing(DE, `asin:${ASIN}`)).toBeNull();
  });

  test('is a listing of its own once a second offer is known, and keeps what was said of it', async () => {
    await storeCheck(shop(US), [check(product, [], { said: said({ couponPercent: '5' }) })], NOON);
    await storeCheck(shop(US), [check(offer('A', ASIN), [])], NOON);
    expect((await knownListing(US, `asin:${ASIN}`))?.row.listing).toBe('sku:A');
    await storeCheck(shop(US), [check(offer('B', ASIN), [])], NOON);
    expect((await knownListing(US, `asin:${ASIN}`))?.row.listing).toBe(`asin:${ASIN}`);
    expect(await factsOf(US, `asin:${ASIN}`)).toMatchObject({ couponPercent: { value: '5' } });
  });

  test('stays as its page shows it while the database refuses', async () => {
    await storeCheck(shop(US), [check(offer('A', ASIN), [])], NOON);
    const refusing = refuseDatabase();
    expect(await identityNow(US, product)).toEqual(product);
    await expect(knownListingsOf(US, [product])).rejects.toMatchObject({ name: 'UnknownError' });
    refusing.mockRestore();
    expect(await identityNow(US, product)).toMatchObject({ listing: 'sku:A' });
  });
});

test('the prices of a listing are those of all its numbers, of one day what the narrowest had', async () => {
  await storeCheck(shop(US), [check(product, [], { said: said({ yourPrice: '20' }) })], NOON);
  await storeCheck(shop(US), [check(product, [], { said: said({ yourPrice: '21' }) })], NOON + DAY);
  await storeCheck(shop(US), [check(offer('A', ASIN), [], { said: said({ yourPrice: '22' }) })], NOON + DAY);
  const [known] = await knownListingsOf(US, [offer('A', ASIN)]);
  if (!known) throw new Error('It was stored');
  const pricesOf = (rows: readonly { day: string; price: string }[]) => rows.map(({ day, price }) => [day, price]);
  expect(pricesOf(await priceObservations(US, known.identity))).toEqual([
    ['2026-11-20', '20'],
    ['2026-11-21', '22'],
  ]);
  await storeCheck(shop(US), [check(offer('B', ASIN), [], { said: said({ yourPrice: '30' }) })], NOON);
  expect(pricesOf(await priceObservationsOf(US, offer('A', ASIN)))).toEqual([
    ['2026-11-20', '20'],
    ['2026-11-20', '30'],
    ['2026-11-21', '22'],
    ['2026-11-21', '21'],
  ]);
});

test('what was paid for a product are the orders of all its SKUs, its own without ASIN too', async () => {
  await database();
  const paid = { store: US, currency: 'USD' };
  await putRows({
    paidPrices: [
      { ...paid, sku: 'A', asin: null, days: days('1') },
      { ...paid, sku: 'B', asin: ASIN, days: days('2') },
      { ...paid, sku: 'C', asin: 'B0OTHER', days: days('3') },
      { ...paid, store: DE, sku: 'D', asin: ASIN, days: days('4') },
    ],
  });
  const found = await paidDays(US, [offer('A', ASIN), offer('A'), offer('B'), null, offer('nothing')]);
  expect(found.map((some) => some.map(({ paid: [first] }) => first?.[0]))).toEqual([['2', '1'], ['1'], ['2'], [], []]);
});

describe('a whole shop', () => {
  test('of more listings than are read at once is known whole, and none of another shop', async () => {
    await database();
    const many = Array.from({ length: 4001 }, (_, index) => row(`S${index}`));
    await putRows({ listings: [...many, row('ONLY-DE', { store: DE })] });
    const known = await knownListings(US);
    expect(many.filter(({ sku }) => known.seen(offer(sku)).title?.value !== `Title ${sku}`)).toEqual([]);
    expect(known.seen(offer('ONLY-DE'))).toEqual({});
    expect((await knownListings(null)).seen(offer('S0'))).toEqual({});
  });

  test('is gone through slice by slice, each listing once, what the seller’s own tables say by code left out', async () => {
    await database();
    const many = Array.from({ length: 230 }, (_, index) =>
      row(`S${index}`, { asin: `B${index}`, wider: [[US, `asin:B${index}`]] }),
    );
    const own = { ...row('X'), listing: 'code:X', sku: null };
    // Stands in a row of its own, and is the one offer that has it.
    const same = { ...row('X'), listing: 'asin:B7', sku: null, asin: 'B7' };
    await putRows({ listings: [...many, own, same, row('ONLY-DE', { store: DE })] });
    expect(await countListings(US)).toBe(231);
    const found: string[] = [];
    let slices = 0;
    for (let after: string | null = ''; after !== null; slices += 1) {
      const slice: Awaited<ReturnType<typeof listingSlice>> = await listingSlice(US, after);
      expect(slice.listings.length).toBeLessThanOrEqual(100);
      found.push(...slice.listings.map(({ identity }) => identity.listing));
      after = slice.next;
    }
    expect(slices).toBe(3);
    expect(found.sort()).toEqual(many.map(({ listing }) => listing).sort());
  });

  test('is looked through for what is ahead, and the last look stands', async () => {
    const looked = { store: US, day: '2026-11-20', at: NOON, listings: 3, deadlines: [], changes: [] };
    await storeUpcoming(looked);
    await storeUpcoming({ ...looked, day: '2026-11-21' });
    expect(await upcomingRows()).toEqual([{ ...looked, day: '2026-11-21' }]);
  });
});
