import { beforeEach, describe, expect, test } from 'vitest';
import {
  type CatalogueFilter,
  catalogueRowOf,
  catalogueRowsWithCode,
  catalogueSlice,
} from '../../entrypoints/background/database/catalogue-query.ts';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import type { Finding } from '../../entrypoints/background/rows/finding.ts';
import { finding } from './finding.ts';
import { freshDatabase } from './in-node.ts';
import { check, DE, NOON, offer, said, shop, US } from './rows.ts';

freshDatabase();

const rule = 'amazon/title-length';
const error = finding({ rule });
const warning = finding({ rule: 'amazon/bullets-count', level: 'warning' });
const unknown = finding({ rule: 'amazon/featured-offer-external-price', topic: 'offer', level: 'unknown' });

/** SKU, name, price, margin, findings. */
const listings: readonly (readonly [string, string, string | null, string | null, readonly Finding[]])[] = [
  ['A', 'Enamel mug', '9.50', '12.5', [error]],
  ['B', 'Bath towel', '100', null, [error, warning]],
  ['C', 'copper kettle', '20.00', '-3', [warning]],
  ['D', 'Desk lamp', null, '40', [unknown]],
  ['E', 'Äpfel 马克杯 ＭＵＧ', '9.6', null, []],
];

beforeEach(async () => {
  const checks = listings.map(([sku, name, price, percent, findings], index) => ({
    at: NOON + index * 1000,
    check: check(offer(sku, `B0DEMO000${index}`), findings, {
      name,
      said: price === null ? {} : said({ yourPrice: price }),
      margin: percent === null ? null : { percent, atMost: false },
    }),
  }));
  for (const { at, check } of checks) await storeCheck(shop(US), [check], at);
  await storeCheck(shop(DE), [check(offer('A'), [error], { name: 'Becher' })], NOON);
});

const all: CatalogueFilter = { store: US, found: null, worst: null, search: '', sort: 'name', descending: false };
const slice = async (parts: Partial<CatalogueFilter>, from = 0, most = 100) => {
  const { total, rows } = await catalogueSlice({ ...all, ...parts }, from, most);
  return { total, skus: rows.map(({ sku }) => sku).join('') };
};

describe('the listings of a store', () => {
  test.each([
    ['worst', 'ABCDE'],
    ['name', 'BCDAE'],
    ['price', 'AECBD'],
    ['margin', 'CADBE'],
    ['changed', 'ABCDE'],
  ] as const)('come in the order of %s, what has no number last in both directions', async (sort, skus) => {
    expect(await slice({ sort })).toEqual({ total: 5, skus });
    const unknown = { price: 1, margin: 2 }[sort as string] ?? 0;
    const known = [...skus]
      .slice(0, skus.length - unknown)
      .reverse()
      .join('');
    const turned = await slice({ sort, descending: true });
    expect(turned).toEqual({ total: 5, skus: expect.stringMatching(`^${known}`) });
    expect([...turned.skus].sort().join('')).toBe('ABCDE');
  });

  test.each(['worst', 'name', 'price', 'margin', 'changed'] as const)(
    'come in pages of %s that hold each once, however they are asked for',
    async (sort) => {
      for (const parts of [{}, { descending: true }, { search: 'e' }, { search: 'e', descending: true }]) {
        const { total, skus } = await slice({ sort, ...parts });
        for (const most of [1, 2, 3]) {
          let paged = '';
          for (let from = 0; from < total; from += most) paged += (await slice({ sort, ...parts }, from, most)).skus;
          expect(paged).toBe(skus);
        }
        expect(await slice({ sort, ...parts }, total, 5)).toEqual({ total, skus: '' });
      }
    },
  );

  test('are filtered by their worst finding, a rule, a topic, and by both', async () => {
    expect(await slice({ worst: 'error' })).toEqual({ total: 2, skus: 'BA' });
    expect(await slice({ worst: 'none' })).toEqual({ total: 1, skus: 'E' });
    expect(await slice({ found: rule, sort: 'worst' })).toEqual({ total: 2, skus: 'AB' });
    expect(await slice({ found: 'topic:content', sort: 'name' })).toEqual({ total: 3, skus: 'BCA' });
    expect(await slice({ found: 'topic:content', worst: 'warning' })).toEqual({ total: 1, skus: 'C' });
    // What only lacks data is no problem that a rule found.
    expect(await slice({ found: unknown.rule })).toEqual({ total: 0, skus: '' });
  });

  test('are found by all words of name, SKU or ASIN, whatever their case and width', async () => {
    expect(await slice({ search: 'MUG' })).toEqual({ total: 2, skus: 'AE' });
    expect(await slice({ search: 'mug 马克杯' })).toEqual({ total: 1, skus: 'E' });
    expect(await slice({ search: 'b0demo0002' })).toEqual({ total: 1, skus: 'C' });
    expect(await slice({ search: 'mug towel' })).toEqual({ total: 0, skus: '' });
    expect(await slice({ search: 'mug', worst: 'error' })).toEqual({ total: 1, skus: 'A' });
  });

  test('are those of now: a search that was asked before does not remember them', async () => {
    expect((await slice({ search: 'kettle' })).total).toBe(1);
    expect((await slice({ found: rule, sort: 'worst' })).total).toBe(2);
    await storeCheck(shop(US), [check(offer('F'), [error], { name: 'Kettle too' })], NOON + 9000);
    expect(await slice({ search: 'kettle' })).toEqual({ total: 2, skus: 'CF' });
    expect((await slice({ found: rule, sort: 'worst' })).total).toBe(3);
  });
});

test('a listing is found by any of its ids, and by its code in whatever store', async () => {
  expect(await catalogueRowOf(US, 'sku:A')).toMatchObject({ listing: 'sku:A' });
  expect(await catalogueRowOf(US, 'asin:B0DEMO0000')).toMatchObject({ listing: 'sku:A' });
  expect(await catalogueRowOf(US, 'sku:nothing')).toBeUndefined();
  expect((await catalogueRowsWithCode('A')).map(({ store }) => store).sort()).toEqual([DE, US]);
});
