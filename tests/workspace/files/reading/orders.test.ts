import { describe, expect, test } from 'vitest';
import { OrderBook } from '../../../../entrypoints/background/rows/order-book.ts';
import { countDay, saleOf, withSales } from '../../../../entrypoints/background/rows/order-lines.ts';
import { orderHasher } from '../../../../entrypoints/workspace/files/reading/order-hash.ts';
import { OrderReport } from '../../../../entrypoints/workspace/files/reading/order-report.ts';
import { recognise } from '../../../../entrypoints/workspace/files/reading/recognise.ts';
import { siteOfChannel } from '../../../../entrypoints/workspace/files/reading/sales-channel.ts';
import { sitesOf } from '../../../../rules/engine/sites.ts';
import { sample } from '../../../reports/samples.ts';

const salt = new Uint8Array(16).fill(7);

const headings = [
  'amazon-order-id',
  'purchase-date',
  'order-status',
  'sales-channel',
  'sku',
  'asin',
  'quantity',
  'currency',
  'item-price',
  'item-promotion-discount',
  'is-business-order',
  'price-designation',
];

interface Line {
  order?: string;
  date?: string;
  status?: string;
  channel?: string;
  sku?: string;
  quantity?: string;
  currency?: string;
  price?: string;
  discount?: string;
  business?: string;
}

const row = ({
  order = '000-1',
  date = '2026-10-01T09:15:00+00:00',
  status = 'Shipped',
  channel = 'Amazon.com',
  sku = 'MUG',
  quantity = '1',
  currency = 'USD',
  price = '18.50',
  discount = '',
  business = 'false',
}: Line = {}) => [order, date, status, channel, sku, 'B0DEMO0001', quantity, currency, price, discount, business, ''];

function booked(...lines: Line[]): OrderReport {
  const report = new OrderReport(headings, salt);
  for (const [index, line] of lines.entries()) report.add(row(line), index + 2);
  return report;
}

const reasonFor = (line: Line) => new OrderReport(headings, salt).add(row(line), 2);
const sales = ({ book }: OrderReport) =>
  Array.from({ length: book.length }, (_, line) => saleOf(book, line)).map(({ day, price, units, sale }) => [
    day,
    price,
    units,
    sale,
  ]);

/** The day of each line that was counted, and why rows were left out. */
function days(...lines: Line[]): [days: string[], skipped: [string, number][]] {
  const skipped: [string, number][] = [];
  const report = new OrderReport(headings, salt, (reason, number) => skipped.push([reason, number]));
  for (const [index, line] of lines.entries()) {
    const reason = report.add(row({ order: `000-${index}`, ...line }), index + 2);
    if (reason !== null) skipped.push([reason, index + 2]);
  }
  report.end();
  return [sales(report).map(([day]) => String(day)), skipped];
}

describe('a date that a spreadsheet wrote', () => {
  test.each([
    ['10/1/2026 19:15', 'Amazon.com', '2026-10-01'],
    ['10/1/2026 7:15:30 PM', 'Amazon.com', '2026-10-01'],
    ['2026/10/1 19:15', 'Amazon.com', '2026-10-01'],
    ['2026-10-01 19:15:00', 'Amazon.com', '2026-10-01'],
    ['46296.80208', 'Amazon.com', '2026-10-01'],
    ['1.10.2026 9:15', 'Amazon.de', '2026-10-01'],
    ['01/10/2026 09:15', 'Amazon.co.uk', '2026-10-01'],
    ['2026/10/1 9:15', 'Amazon.co.jp', '2026-10-01'],
  ])('%s on %s is %s', (date, channel, day) => {
    expect(days({ date, channel, currency: '' })).toEqual([[day], []]);
  });

  test.each([
    // Midnight in Seattle is seven in the morning in Greenwich, and the offset is lost.
    ['10/1/2026 3:15', 'Amazon.com'],
    ['10/1/2026', 'Amazon.com'],
    ['46296', 'Amazon.com'],
    ['2026-10-01', 'Amazon.com'],
    ['1/10/26 19:15', 'Amazon.com'],
    ['13/13/2026 19:15', 'Amazon.com'],
    ['31/2/2026 19:15', 'Amazon.co.uk'],
  ])('%s on %s cannot be told', (date, channel) => {
    expect(days({ date, channel, currency: '' })).toEqual([[], [['no-day', 2]]]);
  });

  test('in another order than the site’s makes every date of the file uncertain that can be read in both', () => {
    const lines = ['1/10/2026 19:15', '13/10/2026 19:15', '2/10/2026 19:15', '10/10/2026 19:15'];
    expect(days(...lines.map((date) => ({ date })))).toEqual([
      ['2026-10-10'],
      [
        ['no-day', 2],
        ['no-day', 3],
        ['no-day', 4],
      ],
    ]);
  });

  test('in the site’s order in one row is so in all', () => {
    expect(days({ date: '10/1/2026 19:15' }, { date: '10/13/2026 19:15' }, { date: '10/2/2026 19:15' })).toEqual([
      ['2026-10-01', '2026-10-13', '2026-10-02'],
      [],
    ]);
  });
});

describe('an order line', () => {
  test.each([
    [{}, '18.5', 'paid'],
    [{ quantity: '2', price: '37.00', discount: '4.00' }, '16.5', 'promoted'],
    [{ quantity: '3', price: '10.00' }, '3.33333333', 'paid'],
    [{ quantity: '10', price: '170.00', business: 'true' }, '17', 'business'],
    [{ channel: 'Amazon.de', currency: 'EUR', price: '1.234,56' }, '1234.56', 'paid'],
    [{ channel: 'Amazon.co.jp', currency: 'JPY', price: '1980' }, '1980', 'paid'],
    [{ discount: '0.00' }, '18.5', 'paid'],
    [{ currency: '' }, '18.5', 'paid'],
  ] as const)('%j costs %s and is %s', (line, price, sale) => {
    expect(sales(booked(line))).toMatchObject([
      [expect.any(String), price, Number('quantity' in line ? line.quantity : 1), sale],
    ]);
  });

  test.each([
    ['no-site', { channel: 'Somewhere' }],
    ['other-channel', { channel: 'Non-Amazon US' }],
    ['no-sku', { sku: ' ' }],
    ['no-order', { order: '' }],
    ['no-day', { date: '2026-10-01' }],
    ['no-day', { date: '2026-13-01T09:15:00+00:00' }],
    ['cancelled', { status: 'Cancelled', quantity: '0', price: '' }],
    ['no-units', { quantity: '0' }],
    ['no-units', { quantity: '-2' }],
    ['no-units', { quantity: '1.5' }],
    ['no-price', { price: '' }],
    ['number', { price: '18.50 or so' }],
    ['negative', { price: '-18.50' }],
    ['negative', { price: '10.00', discount: '12.00' }],
    ['free', { price: '10.00', discount: '10.00' }],
    ['currency', { currency: 'CAD' }],
  ] as const)('is left out as %s: %j', (reason, line) => expect(reasonFor(line)).toBe(reason));

  test.each([
    // Pacific time, summer and winter.
    ['Amazon.com', '2026-07-01T06:59:00+00:00', '2026-06-30'],
    ['Amazon.com', '2026-07-01T07:00:00+00:00', '2026-07-01'],
    ['Amazon.com', '2026-12-01T07:59:00Z', '2026-11-30'],
    ['Amazon.co.jp', '2026-12-01T15:00:00+00:00', '2026-12-02'],
    ['Amazon.in', '2026-12-01T18:29:00+00:00', '2026-12-01'],
    ['Amazon.in', '2026-12-01T18:30:00+00:00', '2026-12-02'],
    ['Amazon.de', '2026-12-01T23:00:00+00:00', '2026-12-02'],
    ['Amazon.com', '2026-12-01T00:30:00-08:00', '2026-12-01'],
  ])('of %s at %s is of the day %s there', (channel, date, day) => {
    const currencies: Record<string, string> = { 'Amazon.co.jp': 'JPY', 'Amazon.in': 'INR', 'Amazon.de': 'EUR' };
    expect(sales(booked({ channel, date, currency: currencies[channel] ?? 'USD' }))[0]?.[0]).toBe(day);
  });

  test('is named by a hash that tells neither order nor SKU, and is another under another salt', () => {
    const hash = orderHasher(salt);
    expect(hash('000-1', 'MUG')).toBe(hash('000-1', 'MUG'));
    expect(Number.isSafeInteger(hash('000-1', 'MUG'))).toBe(true);
    const others = [hash('000-1', 'CUP'), hash('000-2', 'MUG'), orderHasher(new Uint8Array(16))('000-1', 'MUG')];
    expect(new Set([...others, hash('000-1', 'MUG')]).size).toBe(4);
    const long = 'X'.repeat(5000);
    expect(hash(long, 'A')).not.toBe(hash(long, 'B'));
  });
});

test('every Amazon site has a sales channel', () => {
  const domains = [
    'com',
    'ca',
    'com.mx',
    'com.br',
    'co.uk',
    'de',
    'fr',
    'it',
    'es',
    'nl',
    'com.be',
    'ie',
    'se',
    'pl',
    'com.tr',
    'ae',
    'sa',
    'eg',
    'co.za',
    'in',
    'sg',
    'com.au',
    'co.jp',
  ];
  expect(domains.map((domain) => siteOfChannel(`Amazon.${domain}`)).toSorted()).toEqual([...sitesOf.amazon].toSorted());
});

describe('what counts', () => {
  const whole = (book: OrderBook) => Uint32Array.from({ length: book.length }, (_, line) => line);
  const count = (known: Parameters<typeof countDay>[0], ...lines: Line[]) => {
    const { book } = booked(...lines);
    return { book, ...countDay(known, book, whole(book)) };
  };

  test('the same file twice counts nothing more', () => {
    const lines = [{}, { order: '000-2', status: 'Pending' }, { order: '000-3', status: 'Cancelled' }];
    const first = count(undefined, ...lines);
    expect(first.counted).toHaveLength(2);
    const second = count(first, ...lines);
    expect(second).toMatchObject({ counted: [], takenBack: [], duplicates: [0, 1] });
    expect(second.settled).toEqual(first.settled);
    expect(second.open).toEqual(first.open);
  });

  test('overlapping files count each order once, whatever columns they have', () => {
    const first = count(undefined, {}, { order: '000-2' });
    expect(count(first, { order: '000-2' }, { order: '000-3' }).counted).toEqual([1]);
  });

  test('an open order that is sent later counts once, at its last price', () => {
    const first = count(undefined, { status: 'Pending' });
    const second = count(first, { status: 'Shipped', discount: '2.00' });
    expect(second.counted).toEqual([0]);
    expect(second.takenBack).toMatchObject([{ price: '18.5', units: -1, sale: 'paid' }]);
    expect(second.open).toEqual([]);
    // An older file that is imported last changes nothing any more.
    expect(count(second, { status: 'Pending' })).toMatchObject({ counted: [], takenBack: [] });
  });

  test('an open order that is cancelled later is taken back, and does not come again', () => {
    const first = count(undefined, { status: 'Unshipped' });
    const second = count(first, { status: 'Cancelled' });
    expect(second).toMatchObject({ counted: [], takenBack: [{ units: -1 }] });
    expect(count(second, { status: 'Unshipped' }).counted).toEqual([]);
  });

  test('a line that stands twice in a file counts once, the later one where it was open', () => {
    expect(count(undefined, {}, {}).counted).toEqual([0]);
    expect(count(undefined, { status: 'Pending' }, { status: 'Shipped' })).toMatchObject({
      counted: [1],
      duplicates: [0],
      takenBack: [],
    });
  });

  test('sales join the days that are known, and what is taken back is gone', () => {
    const day = '2026-10-01';
    const sale = { sku: 'MUG', day, price: '18.5', units: 1, sale: 'paid' } as const;
    const once = withSales([], [sale, { ...sale, units: 2 }, { ...sale, price: '17', sale: 'business' }]);
    expect(once).toEqual([{ day, paid: [['18.5', 3]], promoted: [], business: [['17', 1]] }]);
    const less = withSales(once, [
      { ...sale, units: -3 },
      { ...sale, day: '2026-09-30', sale: 'promoted' },
    ]);
    expect(less.map((one) => one.day)).toEqual(['2026-09-30', day]);
    expect(less[1]?.paid).toEqual([]);
    expect(withSales(less, [{ ...sale, price: '17', units: -1, sale: 'business' }]).map((one) => one.day)).toEqual([
      '2026-09-30',
    ]);
  });
});

test('a book grows beyond its first room and gives back every line, by day and by SKU', () => {
  const book = new OrderBook();
  const count = 40_000;
  for (let index = 0; index < count; index += 1)
    book.add({
      hash: index,
      site: index % 2 === 0 ? 'US' : 'DE',
      sku: `SKU-${index % 700}`,
      asin: null,
      currency: 'USD',
      day: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
      price: String(index % 1000),
      units: (index % 9) + 1,
      sale: 'promoted',
      state: 'open',
      row: index + 2,
    });
  for (const groups of [book.byDay(), book.bySku()]) {
    const all = groups.flatMap((lines) => [...lines]);
    expect(new Set(all).size).toBe(count);
    expect(all).toHaveLength(count);
  }
  for (const [index, lines] of book.byDay().entries())
    for (const line of lines) expect(book.dayOf(line)).toEqual(book.days[index]);
  expect([book.hashOf(39_999), book.priceOf(39_999), book.unitsOf(39_999), book.rowOf(39_999)]).toEqual([
    39_999,
    '999',
    4,
    40_001,
  ]);
  expect([book.saleOf(39_999), book.stateOf(39_999)]).toEqual(['promoted', 'open']);
});

describe('the reports', () => {
  const rowsOf = (name: string) =>
    sample(name)
      .split('\n')
      .map((line) => line.split(name.endsWith('.csv') ? ',' : '\t'));
  test.each([
    ['all_orders_32col_old.tsv', 'orders'],
    ['all_orders_33col_2026.tsv', 'orders'],
    ['all_orders_34col_2026-05.tsv', 'orders'],
    ['all_listings_29col.tsv', 'listings'],
    ['active_listings_28col.tsv', 'listings'],
    ['fba_inventory_planning_99col.tsv', 'inventory'],
    ['fee_preview_first27.tsv', 'fees'],
    ['coupon_bulk_template.tsv', null],
  ])('%s is %s by its headings alone', (name, kind) => {
    expect(recognise(rowsOf(name))?.kind ?? null).toBe(kind);
    expect(recognise(rowsOf(name).map((cells) => cells.toReversed()))?.kind ?? null).toBe(kind);
  });

  test('all three kinds of orders reports say the same of the same orders', () => {
    const read = (name: string) => {
      const [head = [], ...rows] = rowsOf(name);
      const report = new OrderReport(head, salt);
      const reasons = rows.filter((cells) => cells.length > 1).map((cells, index) => report.add(cells, index + 2));
      return { reasons, hashes: Array.from({ length: report.book.length }, (_, line) => report.book.hashOf(line)) };
    };
    const now = read('all_orders_33col_2026.tsv');
    expect(now.reasons).toEqual([null, null, 'cancelled', null, null, null]);
    expect(read('all_orders_34col_2026-05.tsv')).toEqual(now);
    expect(read('all_orders_32col_old.tsv').reasons).toEqual([null, null, 'cancelled', null]);
  });
});
