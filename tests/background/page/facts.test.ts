import { describe, expect, test } from 'vitest';
import type { SeenFacts } from '../../../entrypoints/background/database/listings.ts';
import { type Beside, gatherFacts, type PageContext } from '../../../entrypoints/background/page/facts.ts';
import type { Entered } from '../../../entrypoints/background/seller/decision-lookups.ts';
import type { FieldReadings, Notice } from '../../../entrypoints/console.content/reading/reading.ts';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { absent, fieldsOf, read, unreadable } from '../readings.ts';

const mug = { listing: 'sku:DEMO-MUG-01', sku: 'DEMO-MUG-01', asin: 'B0DEMO0001', code: null };

function gather(
  fields: FieldReadings,
  {
    page = 'amazon/listing-editor',
    site = 'US',
    currency = 'USD',
    notices = [] as Notice[],
    shared = null as FieldReadings | null,
    now = '2026-11-20T18:00:00Z',
    entered = {} as { [Name in FactName]?: Entered },
    seen = {} as SeenFacts,
    paid = [] as readonly PaidDay[],
  } = {},
) {
  const context: PageContext = { page, marketplace: 'amazon', site, currency, notices, shared, now: new Date(now) };
  const beside: Beside = { entered: new Map(Object.entries(entered) as [FactName, Entered][]), seen, paid };
  return gatherFacts(fields, mug, context, beside);
}

const seenOn = (value: string | number | boolean | null, day = '2026-11-18', page = 'amazon/manage-inventory') => ({
  value,
  page,
  day,
});

describe('a page’s readings', () => {
  test('are facts, an empty field is known to be empty, an absent one is not known', () => {
    const { facts, unread } = gather({ yourPrice: read('98.60', 'USD'), salePrice: read(null), listPrice: absent });
    expect(facts).toMatchObject({ yourPrice: '98.60', salePrice: null });
    expect('listPrice' in facts).toBe(false);
    expect([...unread]).toEqual([]);
  });

  test.each([
    ['another currency', read('98.60', 'EUR')],
    ['a negative amount', read('-3', 'USD')],
    ['no number', read('abc')],
    ['a float in exponent form', read('1e9')],
    ['a list', read(['1', '2'])],
    ['unreadable', unreadable],
  ])('a price that is %s counts as unread', (_what, reading) => {
    const { facts, unread } = gather({ yourPrice: reading });
    expect('yourPrice' in facts).toBe(false);
    expect(unread.has('yourPrice')).toBe(true);
  });

  test('that are no facts are left out', () => {
    const { facts, said } = gather({
      ...fieldsOf({ yourPrice: '1.00' }),
      __proto: read('x'),
      other: read('y'),
    } as never);
    expect(Object.keys(said)).toEqual(['yourPrice']);
    expect('other' in facts).toBe(false);
  });

  test('of a product win over those the products share', () => {
    const shared = fieldsOf({ couponPercent: '10', title: 'Shared' });
    const { facts } = gather(fieldsOf({ title: 'Mug' }), { page: 'amazon/coupon-create', shared });
    expect(facts).toMatchObject({ couponPercent: '10', title: 'Mug' });
  });
});

describe('a fact from elsewhere', () => {
  test('stands in for an absent field and keeps where it came from', () => {
    const { facts, origins } = gather({ listPrice: absent }, { seen: { listPrice: seenOn('120.00') } });
    expect(facts.listPrice).toBe('120.00');
    expect(origins.listPrice).toEqual({ by: 'seen', page: 'amazon/manage-inventory', day: '2026-11-18' });
  });

  test('never stands in for a field that is there and could not be read', () => {
    const { facts, unread } = gather({ listPrice: unreadable }, { seen: { listPrice: seenOn('120.00') } });
    expect('listPrice' in facts).toBe(false);
    expect(unread.has('listPrice')).toBe(true);
  });

  test('never replaces what the page says, not even that a field is empty', () => {
    const { facts } = gather({ salePrice: read(null) }, { seen: { salePrice: seenOn('9.00') } });
    expect(facts.salePrice).toBeNull();
  });

  test('of an earlier coupon never fills the form of a new one', () => {
    const seen = { couponPercent: seenOn('10'), yourPrice: seenOn('98.60') };
    const { facts } = gather({}, { page: 'amazon/coupon-create', seen });
    expect('couponPercent' in facts).toBe(false);
    expect(facts.yourPrice).toBe('98.60');
  });

  test('of a coupon counts in the editor until the coupon is over', () => {
    const coupon = (end: string) => ({ couponPercent: seenOn('10'), couponEnd: seenOn(end) });
    expect(gather({}, { seen: coupon('2026-11-20') }).facts.couponPercent).toBe('10');
    expect('couponPercent' in gather({}, { seen: coupon('2026-11-19') }).facts).toBe(false);
  });
});

describe('the seller’s entry', () => {
  const entry = (value: string, day = '2026-11-19') => ({ value, day });

  test('beats a page for what the seller knows, and not for a field of the page', () => {
    const { facts } = gather(fieldsOf({ rating: '4.0', yourPrice: '98.60' }), {
      entered: { rating: entry('4.4'), yourPrice: entry('50.00') },
    });
    expect(facts).toMatchObject({ rating: '4.4', yourPrice: '98.60' });
  });

  test('stands in for a field that could not be read', () => {
    const { facts, unread, origins } = gather({ yourPrice: unreadable }, { entered: { yourPrice: entry('50.00') } });
    expect(facts.yourPrice).toBe('50.00');
    expect(unread.has('yourPrice')).toBe(false);
    expect(origins.yourPrice).toEqual({ by: 'entry', day: '2026-11-19' });
  });

  test('beats an older page and an older sentence of the console, and yields to a newer sentence', () => {
    const sentence = (day: string) => ({ ...seenOn('98.0000', day, 'amazon/coupon-dashboard'), notice: true as const });
    const was = (seen: SeenFacts) => gather({}, { entered: { wasPrice: entry('90.00') }, seen }).facts.wasPrice;
    expect(was({ wasPrice: seenOn('91.00', '2026-11-20') })).toBe('90.00');
    expect(was({ wasPrice: sentence('2026-11-18') })).toBe('90.00');
    expect(was({ wasPrice: sentence('2026-11-19') })).toBe('98.0000');
  });
});

describe('a sentence of the console', () => {
  const net: Notice = { kind: 'net-not-below-was', asin: 'B0DEMO0001', amounts: { requiredNetPrice: '93.10' } };

  test('gives the Was Price and beats the seller’s entry', () => {
    const { facts, origins, said } = gather(
      {},
      {
        page: 'amazon/coupon-create',
        notices: [net],
        entered: { wasPrice: { value: '90.00', day: '2026-11-20' } },
      },
    );
    expect(facts).toMatchObject({ requiredNetPrice: '93.10', wasPrice: '98.00' });
    expect(origins.wasPrice).toEqual({ by: 'notice' });
    expect(said.wasPrice).toEqual({ value: '98.00', notice: true });
  });

  test('about another product says nothing of this one', () => {
    const { facts } = gather({}, { notices: [{ ...net, asin: 'B0DEMO0002' }] });
    expect('wasPrice' in facts).toBe(false);
  });

  test('about no product in particular says nothing of any', () => {
    expect('wasPrice' in gather({}, { notices: [{ ...net, asin: null }] }).facts).toBe(false);
  });

  test('that there is no sales history means that there is no Was Price', () => {
    const none: Notice = { kind: 'no-sales-history', asin: 'B0DEMO0001', amounts: {} };
    expect(gather({}, { notices: [none] }).facts.wasPriceExists).toBe(false);
  });

  test('gives no Was Price on a site without the rule', () => {
    const { facts } = gather({}, { site: 'FR', currency: 'EUR', notices: [net] });
    expect('wasPrice' in facts).toBe(false);
  });
});

describe('what follows', () => {
  test('a coupon’s type, from the one value that is filled in', () => {
    const type = (values: Record<string, string | null>) =>
      gather(fieldsOf(values), { page: 'amazon/coupon-create' }).facts.couponType;
    expect(type({ couponPercent: '10', couponAmount: null })).toBe('percent');
    expect(type({ couponAmount: '5.00' })).toBe('amount');
    expect(type({ couponAmount: '5.00', couponPercent: '10' })).toBeUndefined();
    expect(type({ couponType: 'amount', couponPercent: '10' })).toBe('amount');
  });

  test('an empty discount is known to be empty', () => {
    const { facts } = gather(fieldsOf({ couponType: 'percent', couponPercent: null }), {
      page: 'amazon/coupon-create',
    });
    expect(facts).toMatchObject({ discountPercent: null, discountAmount: null, netPrice: null });
  });

  test('the day and the hours are the site’s', () => {
    const on = (couponStart: string, now = '2026-11-20T18:00:00Z') =>
      gather(fieldsOf({ couponStart }), { page: 'amazon/coupon-create', now }).facts;
    // 18:00 UTC is 10:00 in Los Angeles.
    expect(on('2026-11-21')).toMatchObject({
      couponCreatedOn: '2026-11-20',
      couponRoute: 'form',
      hoursUntilStart: '14.00',
    });
    expect(on('2026-11-20').hoursUntilStart).toBe('0.00');
    expect(on('2026-11-19').hoursUntilStart).toBeNull();
    expect(on('2026-11-20', '2026-11-20T04:00:00Z').couponCreatedOn).toBe('2026-11-19');
  });

  test('an offer that Amazon ships has no shipping price and counts as FBA; one the seller ships may be Prime', () => {
    expect(gather(fieldsOf({ fulfilment: 'AFN' })).facts).toMatchObject({ fbaOrSfp: true, shippingPrice: '0' });
    const merchant = gather(fieldsOf({ fulfilment: 'MFN' })).facts;
    expect('fbaOrSfp' in merchant || 'shippingPrice' in merchant).toBe(false);
  });

  test('a product type tells media apart, and a word within it does not', () => {
    const isMedia = (productType: string) => gather(fieldsOf({ productType })).facts.isMedia;
    expect(isMedia('ABIS_BOOK')).toBe(true);
    expect(isMedia('KITCHEN')).toBe(false);
    expect(isMedia('BOOK_STAND')).toBe(false);
  });

  test('the whole title of a coupon on the dashboard is not the part the seller typed', () => {
    const { facts } = gather(fieldsOf({ couponTitle: 'Save 5% on mugs' }), { page: 'amazon/coupon-dashboard' });
    expect('couponTitle' in facts).toBe(false);
  });

  test('is not stored as if the page had said it', () => {
    const { said } = gather(fieldsOf({ fulfilment: 'AFN', couponPercent: '10' }), { page: 'amazon/coupon-create' });
    expect(Object.keys(said).sort()).toEqual(['couponPercent', 'fulfilment']);
  });
});
