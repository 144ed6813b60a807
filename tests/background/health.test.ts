import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { CheckAnswer } from '../../entrypoints/background/api.ts';
import type { ReadingHealth } from '../../entrypoints/background/api-health.ts';
import type { Overview } from '../../entrypoints/background/api-overview.ts';
import { route } from '../../entrypoints/background/router.ts';
import type { Snapshot } from '../../entrypoints/console.content/reading/reading.ts';
import { factKinds } from '../../rules/facts.ts';
import { absent, read, snapshotOf, unreadable } from './readings.ts';
import { freshWorker, ownPage, pageAt, tab } from './worker.ts';

// Node has no IndexedDB: what is kept of earlier visits is tested in a real browser.
const now = new Date('2026-11-20T18:00:00Z');
const MARK = 'SECRET';

freshWorker();
beforeEach(() => {
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => [{ id: tab }] as never);
});

const check = (snapshot: Snapshot, url: string) =>
  route({ kind: 'check', snapshot }, pageAt(url), now) as Promise<CheckAnswer>;
const health = async () => (await (route({ kind: 'reading-health' }, ownPage, now) as Promise<ReadingHealth>)).pages;
const overview = () => route({ kind: 'overview', tab }, ownPage, now) as Promise<Overview>;
const seen = async () => (await overview()).page?.health;

const coupon = 'https://sellercentral.amazon.com/coupons/create-coupon';
const inventory = 'https://sellercentral.amazon.com/myinventory/inventory';

test('a page is told field by field, what could not be read first, with the way that worked', async () => {
  const via = (name: string) => ({ ...read('5'), via: name }) as ReturnType<typeof read>;
  await check(
    snapshotOf('amazon/coupon-create', {
      page: {
        couponBudget: via('label:coupon budget'),
        couponType: via('label:discount type'),
        couponPercent: unreadable,
        couponTitle: absent,
      },
    }),
    coupon,
  );
  const [shown] = await health();
  expect(shown).toMatchObject({ tab, name: 'Create a coupon', store: 'Harbor Demo Goods · US', day: null, lost: [] });
  expect(shown?.line).toBe('2 of 3 fields read');
  expect(shown?.fellBack).toMatch(/^1 field was not where/);
  expect(shown?.fields.map(({ field, level, via, note, teach }) => [field, level, via, note, teach])).toEqual([
    ['couponPercent', 'unreadable', '', '', 'page'],
    ['couponBudget', 'read', 'the field labelled “coupon budget”', '', null],
    ['couponType', 'read', 'the field labelled “discount type”', 'way 2 of 2', null],
    ['couponTitle', 'absent', '', '', 'page'],
  ]);
});

test('a list counts its rows, and offers to show a field once', async () => {
  const row = (price: typeof unreadable) => ({ sku: read('DEMO'), yourPrice: price, title: read('Mug') });
  await check(
    {
      ...snapshotOf('amazon/manage-inventory', {
        'sku:A': row(read('1')),
        'sku:B': row(unreadable),
        'sku:C': row(unreadable),
      }),
      generation: 'janus',
    },
    inventory,
  );
  const [shown] = await health();
  expect(shown?.fields[0]).toMatchObject({
    field: 'yourPrice',
    state: 'not found; 1 of 3 rows read',
    teach: 'sku:B',
  });
  expect((await seen())?.fields.filter(({ teach }) => teach).map(({ record }) => record)).toEqual(['sku:B']);
});

describe('a page that was not recognised', () => {
  const unknown = { ...snapshotOf('x', {}), page: null };

  test('lists the fields it is expected to have, so that one can be shown', async () => {
    await check(unknown, coupon);
    const [shown] = await health();
    expect(shown).toMatchObject({
      name: 'Page not recognised (Create a coupon?)',
      line: 'Page not recognised: 8 fields not found',
    });
    expect(shown?.fields.map(({ field }) => field)).toContain('couponPercent');
    expect(shown?.fields.every(({ teach }) => teach === 'page')).toBe(true);
    const inPopup = await seen();
    expect(inPopup).toMatchObject({ recognised: false });
    expect(inPopup?.fields.map(({ field }) => field)).not.toContain('yourPrice');
  });

  test('of a list has nothing to show', async () => {
    await check(unknown, inventory);
    expect(await seen()).toMatchObject({ line: 'Page not recognised', fields: [] });
  });
});

describe('the diagnosis', () => {
  const marked = (name: string) => `${MARK}-${name}`;

  test.each([
    ['amazon/coupon-create', `https://sellercentral.amazon.com/coupons/create-coupon?asin=${MARK}&x=${MARK}#${MARK}`],
    ['amazon/listing-editor', `https://sellercentral.amazon.com/abis/listing/edit?sku=${MARK}&asin=${MARK}`],
    ['amazon/manage-inventory', `https://sellercentral.amazon.com/myinventory/inventory?searchTerm=${MARK}`],
    ['temu/goods-edit', `https://agentseller.temu.com/goods/edit?productId=${MARK}`],
    ['tiktok/product-edit', `https://seller-us.tiktok.com/product/edit/${MARK}?shop_id=${MARK}`],
    [null, `https://sellercentral.amazon.com/coupons/create-coupon/${MARK}?asin=${MARK}`],
  ])('of %s holds nothing that the page says', async (kind, url) => {
    const fields = Object.fromEntries(
      [...Object.keys(factKinds), marked('field')].map((name) => [
        name,
        { state: 'read', value: marked(name), via: marked('via'), currency: 'USD' } as const,
      ]),
    );
    const snapshot: Snapshot = {
      ...snapshotOf(kind ?? 'x', { page: fields, [marked('row')]: { ...fields, yourPrice: unreadable } }),
      page: kind,
      generation: marked('layout'),
      language: `en-${MARK}`,
      store: { sellerName: marked('seller'), sellerId: marked('id'), marks: [{ by: 'header', text: 'united states' }] },
      notices: [],
    };
    await check(snapshot, url);
    const pages = await health();
    expect(pages).toHaveLength(1);
    const diagnoses = [pages[0]?.diagnosis, (await seen())?.diagnosis];
    for (const diagnosis of diagnoses) {
      expect(diagnosis).toMatch(/^Preflight \d+\.\d+\.\d+, reading of 2026-11-2\d\npage: /);
      expect(diagnosis?.toUpperCase()).not.toContain(MARK);
      expect(diagnosis).toContain('language other');
    }
  });

  test('says the page, the layout, how each field was found and where it was looked for', async () => {
    await check(
      {
        ...snapshotOf('amazon/coupon-create', {
          page: {
            couponBudget: { state: 'read', value: '5', via: 'taught:label:secret words' },
            couponTitle: { state: 'read', value: 'x', via: 'label:coupon title' },
            couponPercent: unreadable,
            couponEnd: absent,
          },
        }),
      },
      coupon,
    );
    expect((await seen())?.diagnosis.split('\n')).toEqual([
      expect.stringMatching(/^Preflight .*, reading of 2026-11-20$/),
      'page: amazon/coupon-create',
      'console: sellercentral.amazon.com, site US, language en-US',
      'read 2 of 3 fields, 1 absent',
      'couponBudget: read, taught',
      expect.stringMatching(/^couponPercent: not-found; looked for by label:/),
      'couponTitle: read, label:coupon title (way 1 of 1)',
      'couponEnd: absent',
      '',
    ]);
  });
});
