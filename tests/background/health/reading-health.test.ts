import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ReadingHealth } from '../../../entrypoints/background/messages/health.ts';
import type { Overview } from '../../../entrypoints/background/messages/overview.ts';
import type { CheckAnswer } from '../../../entrypoints/background/messages/shown.ts';
import { route } from '../../../entrypoints/background/router.ts';
import type { Snapshot } from '../../../entrypoints/console.content/reading/reading.ts';
import { factKinds } from '../../../rules/engine/facts.ts';
import { absent, read, snapshotOf, unreadable } from '../readings.ts';
import { freshWorker, ownPage, pageAt, tab } from '../worker.ts';

// Without a database: what is kept of earlier visits is tested in lost-fields.test.ts.
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

test('what disagreed is named with what each read, as shape and never as value', async () => {
  await check(
    snapshotOf('amazon/coupon-create', {
      page: {
        couponBudget: {
          state: 'unreadable',
          reason: 'ambiguous',
          found: [
            { via: 'taught:label:discount', kind: 'count', length: 2 },
            { via: 'label:coupon budget', kind: 'money', length: 5 },
            { via: `label:${MARK}`, kind: 'text', length: 7 },
          ],
        },
      },
    }),
    coupon,
  );
  const [shown] = await health();
  expect(shown?.diagnosis).toContain(
    'couponBudget: ambiguous; taught read count of 2 characters, label:coupon budget read money of 5 characters, other read text of 7 characters',
  );
  expect(JSON.stringify(shown)).not.toContain(MARK);
  expect(shown?.fields[0]).toMatchObject({ level: 'unreadable', via: 'the field labelled “coupon budget”' });
});

/** Without what is said where nothing can be stored: Node has no IndexedDB. */
const ofPage = (remarks: readonly string[] = []) => remarks.filter((remark) => !remark.includes('storage'));

describe('a page whose list', () => {
  const promotion = 'https://seller-vn.tiktok.com/promotion/marketing-tools/discount/edit?shop_region=VN';
  const shown = async (list: Snapshot['list'], fields = { promotionName: read('Demo') }, age = 0) => {
    const marks = [{ by: 'address' as const, text: 'VN' }];
    const store = { sellerName: 'Demo', sellerId: null, marks };
    await check({ ...snapshotOf('tiktok/discount', { page: fields }), store, list }, promotion);
    const later = new Date(now.getTime() + age);
    const { page } = (await route({ kind: 'overview', tab }, ownPage, later)) as Overview;
    const { pages } = (await route({ kind: 'reading-health' }, ownPage, later)) as ReadingHealth;
    return { popup: page?.health.line, remarks: ofPage(page?.remarks), diagnosis: pages[0] };
  };

  test('was lost is never said to be read whole, anywhere', async () => {
    const { popup, remarks, diagnosis } = await shown('lost');
    expect(popup).toBe('1 field read, no products read');
    expect(diagnosis?.line).toBe('1 field read, no products read');
    expect(remarks).toContainEqual(expect.stringMatching(/^Preflight could not read the products on this page/));
    expect(diagnosis?.lost).toEqual(remarks);
    expect(diagnosis?.diagnosis).toContain('list: rows stand there, none was read');
  });

  test('has no rows may still be loading; then it is said that it cannot be told', async () => {
    expect((await shown('none')).remarks).toEqual([]);
    const { popup, remarks } = await shown('none', undefined, 9000);
    expect(popup).toBe('1 field read, no products read');
    expect(remarks).toEqual([expect.stringMatching(/^No products found on this page\. If you see some/)]);
  });

  test('is empty as the page says, or was read, is nothing to remark on', async () => {
    for (const list of ['empty', 'read', undefined] as const) {
      const { popup, remarks } = await shown(list, undefined, 9000);
      expect(popup).toBe('1 of 1 field read');
      expect(remarks).toEqual([]);
    }
  });
});

test('what no row shows readably is said once for the page, and in the rows again once one shows it', async () => {
  const row = (price: typeof unreadable, bound: typeof unreadable) => ({
    sku: read('DEMO'),
    yourPrice: price,
    minSellerPrice: bound,
    maxSellerPrice: bound,
  });
  const rows = { 'sku:A': row(read('20.00'), unreadable), 'sku:B': row(read('30.00'), unreadable) };
  await check(snapshotOf('amazon/manage-inventory', rows), inventory);
  const told = async () => {
    const { page } = await overview();
    return {
      remarks: ofPage(page?.remarks),
      unread: page?.findings.filter(
        ({ rule, level }) => level === 'unknown' && rule === 'amazon/price-outside-own-bounds',
      ).length,
    };
  };
  const once = await told();
  expect(once.remarks).toContainEqual(expect.stringMatching(/minimum price and .*maximum price.* in any row/));
  expect(once.unread).toBe(0);
  const repaired = { 'sku:B': row(read('30.00'), read('25.00') as typeof unreadable) };
  await check(snapshotOf('amazon/manage-inventory', repaired, { sequence: 2, keys: ['sku:A', 'sku:B'] }), inventory);
  const again = await told();
  expect(again.remarks).toEqual([]);
  expect(again.unread).toBe(1);
});

test('a page that no reader knows is named, with the pages beside it that are checked', async () => {
  const open = (path: string) =>
    route({ kind: 'open', path, language: 'en-US' }, pageAt(`https://sellercentral.amazon.com${path}`), now);
  await open('/fba/sendtoamazon?ref=x');
  const { unread, page } = await overview();
  expect(page).toBeNull();
  expect(unread?.name).toBe('Send to Amazon');
  expect(unread?.checked).toContainEqual({
    name: 'Manage inventory',
    address: 'https://sellercentral.amazon.com/myinventory/inventory',
  });
  expect(unread?.checked).toContainEqual({ name: 'Listing editor', address: null });
  await open('/some/page/nobody/knows');
  expect((await overview()).unread?.name).toBeNull();
  await open('/myinventory/inventory');
  expect((await overview()).unread).toBeUndefined();
  await open('/fba/sendtoamazon');
  await route({ kind: 'leave' }, pageAt('https://sellercentral.amazon.com/fba/sendtoamazon'), now);
  expect((await overview()).unread).toBeUndefined();
});
