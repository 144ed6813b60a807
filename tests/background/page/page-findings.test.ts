import { describe, expect, test } from 'vitest';
import type { SeenFacts } from '../../../entrypoints/background/database/listings.ts';
import { gatherFacts, type PageContext } from '../../../entrypoints/background/page/facts.ts';
import { judge } from '../../../entrypoints/background/page/judging.ts';
import { pageFindings } from '../../../entrypoints/background/page/page-findings.ts';
import { listingIn } from '../../../entrypoints/background/rows/listing-identity.ts';
import type { FieldReadings } from '../../../entrypoints/console.content/reading/reading.ts';
import { absent, fieldsOf, read, unreadable } from '../readings.ts';

/** What a page of the US store shows on 2026-11-20. */
function found(
  page: string,
  records: { readonly [key: string]: FieldReadings },
  { shared = null as FieldReadings | null, seen = {} as SeenFacts, off = [] as string[] } = {},
) {
  const context: PageContext = {
    page,
    marketplace: 'amazon',
    site: 'US',
    currency: 'USD',
    notices: [],
    shared,
    now: new Date('2026-11-20T18:00:00Z'),
  };
  const judged = Object.entries(records).map(([key, fields]) => {
    const identity = listingIn({ ...shared, ...fields });
    const gathered = gatherFacts(fields, identity, context, { entered: new Map(), seen, paid: [] });
    const { findings } = judge(gathered, { ...context, today: '2026-11-20', off: new Set(off) });
    return { key, identity, fields, findings };
  });
  return pageFindings(page, shared, judged);
}

const seenOn = (value: string) => ({
  value,
  page: 'amazon/coupon-dashboard',
  day: '2026-11-18',
  notice: true as const,
});

describe('a coupon form with several products', () => {
  const shared = fieldsOf({
    couponType: 'percent',
    couponPercent: '10',
    couponStart: '2026-12-01',
    couponEnd: '2026-12-20',
    couponBudget: '50.00',
  });
  const products = {
    B0DEMO0001: fieldsOf({ asin: 'B0DEMO0001', yourPrice: '32.00' }),
    B0DEMO0002: fieldsOf({ asin: 'B0DEMO0002', yourPrice: '30.00' }),
  };

  test('says once what all its products share, beside the shared field, with how many it concerns', () => {
    const list = found('amazon/coupon-create', products, { shared }).get('page') ?? [];
    const budget = list.filter(({ rule }) => rule === 'amazon/coupon-budget-minimum');
    expect(budget).toHaveLength(1);
    expect(budget[0]).toMatchObject({
      id: 'amazon/coupon-budget-minimum|page',
      products: 2,
      inline: true,
      targets: [{ record: 'page', field: 'couponBudget' }],
    });
    expect(budget[0]?.listings.map(({ listing }) => listing)).toEqual(['asin:B0DEMO0001', 'asin:B0DEMO0002']);
  });

  test('shows the fix that is enough for every product', () => {
    const seen = { wasPrice: seenOn('24.99') };
    const all = [...found('amazon/coupon-create', products, { shared, seen }).values()].flat();
    const net = all.filter(({ rule }) => rule === 'amazon/coupon-net-not-below-was');
    // 30.00 needs 21 %, 32.00 needs 26 %.
    expect(net.map(({ fix, products: count }) => [fix.minCouponPercent, count])).toEqual([['26', 2]]);
  });

  test('keeps problems of one product at that product', () => {
    const seen = { wasPrice: seenOn('24.00') };
    const list = found('amazon/coupon-create', products, { shared, seen }).get('B0DEMO0001') ?? [];
    expect(list.find(({ rule }) => rule === 'amazon/coupon-price-above-was')).toMatchObject({
      products: 1,
      targets: [{ record: 'B0DEMO0001', field: 'yourPrice' }],
      // 31.20 is 30 % above the Was Price, but 10 % off it is not 5 % below.
      fix: { maxPrice: '25.33' },
      amended: [{ own: '31.20', by: ['amazon/coupon-net-not-below-was'] }],
    });
  });

  test('asks for the Was Price of each product once, whatever number of checks wait for it', () => {
    const all = [...found('amazon/coupon-create', products, { shared }).values()].flat();
    const waiting = all.filter(({ wanted }) => wanted.length === 1 && wanted[0] === 'wasPrice');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { alike } of waiting) expect(alike.length).toBeGreaterThan(0);
    expect(new Set(waiting.map(({ record }) => record)).size).toBe(waiting.length);
  });
});

describe('what is not known', () => {
  const row = {
    sku: read('DEMO-MUG-01'),
    asin: read('B0DEMO0001'),
    yourPrice: read('98.60'),
    maxSellerPrice: unreadable,
  };

  test('is said in a table only where a field could not be read', () => {
    const list = [...found('amazon/manage-inventory', { 'DEMO-MUG-01': row }).values()].flat();
    const unknown = list.filter(({ level }) => level === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    for (const { unread } of unknown) expect(unread).toContain('maxSellerPrice');
  });

  test('is beside the field that could not be read, as a sentence only once', () => {
    const list = [...found('amazon/listing-editor', { page: row }).values()].flat();
    const beside = list.filter(({ level, targets }) => level === 'unknown' && targets[0]?.field === 'maxSellerPrice');
    expect(beside.filter(({ inline }) => inline)).toHaveLength(1);
  });

  test('is not said of fields under another tab', () => {
    const list = [
      ...found('amazon/listing-editor', { page: { ...row, maxSellerPrice: read(null), title: absent } }).values(),
    ];
    for (const { wanted } of list.flat()) expect(wanted).not.toContain('title');
  });

  test('is no word of advice', () => {
    for (const { level, severity } of [...found('amazon/listing-editor', { page: row }).values()].flat())
      expect(level === 'unknown' && severity === 'info').toBe(false);
  });
});

describe('the editor', () => {
  const editor = (price: string) => ({ page: fieldsOf({ sku: 'DEMO-MUG-01', asin: 'B0DEMO0001', yourPrice: price }) });
  const coupon = {
    couponPercent: { value: '10', page: 'amazon/coupon-create', day: '2026-11-18' },
    couponStart: { value: '2026-12-01', page: 'amazon/coupon-create', day: '2026-11-18' },
    wasPrice: seenOn('100.00'),
  };
  const rules = (price: string, seen: SeenFacts) =>
    [...found('amazon/listing-editor', editor(price), { seen }).values()].flat().map(({ rule }) => rule);

  test('checks a coupon that is known for the listing when the price changes', () => {
    expect(rules('140.00', coupon)).toContain('amazon/coupon-price-above-was');
    expect(rules('105.00', coupon)).not.toContain('amazon/coupon-price-above-was');
  });

  test('says nothing of coupons where none is known', () => {
    expect(rules('140.00', { wasPrice: coupon.wasPrice }).filter((rule) => rule.includes('/coupon-'))).toEqual([]);
  });

  test('leaves out checks that are turned off', () => {
    const off = ['amazon/coupon-price-above-was'];
    const list = [...found('amazon/listing-editor', editor('140.00'), { seen: coupon, off }).values()].flat();
    expect(list.map(({ rule }) => rule)).not.toContain('amazon/coupon-price-above-was');
  });

  test('marks the item of a list by its position', () => {
    const bullets = { page: fieldsOf({ sku: 'DEMO-MUG-01', bullets: ['Holds 350 ml of anything hot', '', 'x'] }) };
    const short = [...found('amazon/listing-editor', bullets).values()]
      .flat()
      .find(({ rule, item }) => rule === 'amazon/bullet-length' && item === 2);
    expect(short?.targets).toEqual([{ record: 'page', field: 'bullets.2' }]);
  });
});

test('a promotion says of its own field once what holds for it and for each of its products', () => {
  const shared = fieldsOf({ discountKind: 'fixed', products: 3, promotionName: 'Demo' });
  const context: PageContext = {
    page: 'tiktok/discount',
    marketplace: 'tiktok',
    site: 'VN',
    currency: 'VND',
    notices: [],
    shared,
    now: new Date('2026-11-20T18:00:00Z'),
  };
  const records = { page: shared, mug: fieldsOf({ title: 'Mug' }), plate: fieldsOf({ title: 'Plate' }) };
  const judged = Object.entries(records).map(([key, fields]) => {
    const gathered = gatherFacts(fields, null, context, { entered: new Map(), seen: {}, paid: [] });
    const { findings } = judge(gathered, { ...context, today: '2026-11-21', off: new Set() }, key);
    return { key, identity: null, fields, findings };
  });
  const all = [...pageFindings('tiktok/discount', shared, judged).values()].flat();
  const limits = all.filter(({ rule }) => rule === 'tiktok/discount-product-limits');
  expect(limits).toMatchObject([{ record: 'page', products: 1, targets: [{ record: 'page', field: 'products' }, {}] }]);
});
