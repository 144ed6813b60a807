import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KnownListings } from '../../../../entrypoints/background/database/known-listings.ts';
import { checkFile } from '../../../../entrypoints/workspace/files/checking/check-file.ts';
import { layoutFor, uncheckedHeadings } from '../../../../entrypoints/workspace/files/checking/columns.ts';
import { type BulkScope, bulkContext } from '../../../../entrypoints/workspace/files/checking/context.ts';
import type { Problem } from '../../../../entrypoints/workspace/files/checking/problem.ts';
import {
  NothingToCheck,
  NotRecognised,
  type Recognised,
  recognise,
} from '../../../../entrypoints/workspace/files/checking/recognise.ts';

// Files as sellers have them, each of which was once read wrongly. What they show is said beside them.

const { signal } = new AbortController();
const US: BulkScope = { marketplace: 'amazon', site: 'US', currency: 'USD', day: '2026-11-30', store: null };
const DE: BulkScope = { ...US, site: 'DE', currency: 'EUR' };
const JP: BulkScope = { ...US, site: 'JP', currency: 'JPY' };
const TIKTOK: BulkScope = { ...US, marketplace: 'tiktok' };
const NOTHING_DECIDED = { off: [], severities: [], thresholds: [], ownChecks: [], entered: [], ignored: [] };

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../../reports/sellers', name));

interface Read {
  readonly file: Recognised;
  readonly rows: number;
  readonly problems: readonly Problem[];
  /** "2 amazon/title-length" of every problem. */
  readonly found: readonly string[];
  readonly unchecked: readonly string[];
}

async function read(content: string | Uint8Array, scope = US, sheet: string | null = null): Promise<Read> {
  const file = await recognise(
    new File([content as BlobPart], 'file'),
    { marketplace: scope.marketplace, sheet },
    signal,
  );
  const mapping = { ...scope, columns: null };
  const context = bulkContext(scope, NOTHING_DECIDED, new KnownListings([]), new Date('2026-11-30T18:00:00Z'));
  const table = { ...file, layout: layoutFor(file.layout, mapping) };
  const { problems, counts } = await checkFile(table, context, () => undefined);
  const found = problems.map(({ row, rule }) => `${row} ${rule}`);
  return { file, rows: counts.checked, problems, found, unchecked: uncheckedHeadings(file.layout, mapping) };
}

describe('the product template of 2026', () => {
  test('is the sheet with the settings, wherever it stands and whatever the sheets before it name', async () => {
    const { file, rows, found } = await read(sample('template-among-sheets.xlsx'));
    expect(file).toMatchObject({ sheet: 'Template', aside: [1, 2, 3, 5, 6], layout: { kind: 'unified-flat-file' } });
    expect(file.sheets).toContainEqual({ name: 'Template', kind: 'unified-flat-file' });
    expect(rows).toBe(1);
    for (const rule of ['title-promotional-phrase', 'price-outside-own-bounds', 'item-highlights-length'])
      expect(found).toContain(`7 amazon/${rule}`);
  });

  test('another sheet can be chosen', async () => {
    const { file } = await read(sample('template-among-sheets.xlsx'), US, 'Data Definitions');
    expect(file).toMatchObject({ sheet: 'Data Definitions', layout: { kind: 'columns' } });
  });

  test('has Item Highlights in the column title_differentiation', async () => {
    expect((await read(sample('item-highlight-column.txt'))).found).toContain('7 amazon/item-highlights-length');
  });
});

describe('headings', () => {
  test('in everyday words are those of the marketplace that is checked', async () => {
    const { found, unchecked } = await read(sample('everyday-headings.csv'));
    expect(found).toEqual(['2 amazon/title-promotional-phrase']);
    expect(unchecked).toEqual([]);
  });

  test.each([
    [US, 'SKU,Product Name,Price', ['sku', 'title', 'yourPrice']],
    [US, 'MSKU,商品标题,价格', ['sku', 'title', 'yourPrice']],
    [US, 'Item SKU,Name,Your Price USD (Sell on Amazon, US)'.replace(', US', ' US'), ['sku', 'title', 'yourPrice']],
    [US, 'Title,Product Name,Selling price', ['title', null, 'yourPrice']],
    [DE, 'Artikelnummer,Titel,Preis', ['sku', 'title', 'yourPrice']],
    [JP, '商品管理番号,商品名,価格', ['sku', 'title', 'yourPrice']],
    [TIKTOK, 'Seller SKU,Product Name,Price', ['sellerSku', 'title', 'price']],
    [TIKTOK, 'SKU ID,标题,库存', ['sku', 'title', 'stock']],
    [
      { ...US, marketplace: 'temu', site: 'global', currency: 'CNY' },
      '货号,Title,价格',
      ['itemCode', 'productName', 'declaredPrice'],
    ],
    [
      { ...US, marketplace: 'temu', site: 'global', currency: 'CNY' },
      'SKU ID,商品名称,Price',
      ['sku', 'productName', 'declaredPrice'],
    ],
  ] as const)('%j: %s', async (scope, headings, facts) => {
    const { file } = await read(`${headings}\nDEMO-1,Demo,4\n`, scope as BulkScope);
    expect('understood' in file.layout && file.layout.understood).toEqual(facts);
  });

  test('of a Price & Quantity file are its price and its two bounds', async () => {
    expect((await read(sample('price-and-quantity.txt'))).found).toContain('2 amazon/price-outside-own-bounds');
  });

  test('stand above data that has names of facts in its cells', async () => {
    const { file, rows, found } = await read(sample('data-row-taken-as-headings.csv'));
    expect(file.layout).toMatchObject({ headingRow: 0, firstRow: 1 });
    expect([rows, found]).toEqual([2, []]);
  });

  test.each([
    ['data of numbers', 'A1,Mug,18.50\nA2,title,brand\n'],
    ['data of days', 'M-1,2026-11-01,price\nM-2,2026-11-02,title\n'],
  ])('are no row of %s', async (_, table) => {
    await expect(read(table)).rejects.toThrow(NotRecognised);
  });

  test.each([
    ['instructions of one cell', 'Fill in every row\n\nSKU,Title,Price\nA,Mug,1\n', 3, [1]],
    ['groups over some of the columns', 'Identity,,Offer\nSKU,Title,Price\nA,Mug,1\n', 2, [1]],
    ['explanations below', 'SKU,Title,Price\nYour own code,The name buyers see,Amount in dollars\nA,Mug,1\n', 1, [2]],
    ['必填 below', 'SKU,标题,价格\n必填,必填,选填\nA,Mug,1\n', 1, [2]],
    [
      'two rows below',
      'SKU,Title,Price\nRequired,Required,Optional\nText,Text only please,Number please\nA,Mug,1\n',
      1,
      [2],
    ],
    ['nothing but themselves', 'SKU,Title,Price\nA,Mug,1\n', 1, []],
  ])('with %s', async (_, table, headings, aside) => {
    const { file } = await read(table);
    expect([file.layout.headingRow + 1, file.aside.slice(0, 1)]).toEqual([headings, aside]);
  });

  test.each([
    ['SKU,Title,Price\nblue mug,Mug with a long name,abc\nred mug,Cup,1\n'],
    ['SKU,Title,Price\nA,Mug with handle,unknown\nB,Cup,2\n'],
    ['SKU,Title\nMug blue large,Mug 350 ml\nMug red large,Mug 350 ml\n'],
  ])('of %j have listings directly below them', async (table) => {
    const { file, rows } = await read(table);
    expect([file.aside, rows]).toEqual([[], 2]);
  });
});

describe('what a file does not have', () => {
  test('is not known: no days of a sale price, no finding on them', async () => {
    const { found } = await read(sample('sale-price-without-date-columns.csv'));
    expect(found).not.toContain('2 amazon/sale-price-dates');
    const withDays = await read('sku,yourPrice,salePrice,saleStart,saleEnd\nA,20.00,15.00,2026-12-02,2026-12-01\n');
    expect(withDays.found).toContain('2 amazon/sale-price-dates');
  });

  test('is not known of one of two bounds either, and the other one still holds', async () => {
    expect((await read('sku,Price,Minimum price\nA,9,10\n')).found).toContain('2 amazon/price-outside-own-bounds');
  });

  test('follows from what it has: a product type says whether the limit for media holds', async () => {
    expect((await read(sample('title-above-75-with-product-type.csv'))).found).toContain('2 amazon/title-length');
  });
});

describe('files of another kind', () => {
  test.each([
    ['orders-report-in-bulk-check.txt', US, 'orders'],
    ['settlement-like.txt', US, 'settlement'],
    ['tiktok-orders-second-row.csv', TIKTOK, 'tiktok-orders'],
  ] as const)('%s is named and not checked', async (name, scope, named) => {
    const refused = await read(sample(name), scope).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NothingToCheck);
    expect(refused).toMatchObject({ named });
  });

  test.each([
    ['all-listings-zh-gbk.txt', US, 2],
    ['all-listings-de-latin1.txt', DE, 1],
    ['all-listings-jp-sjis.txt', JP, 1],
  ] as const)('%s is a listings report in the language of its account', async (name, scope, rows) => {
    const answer = await read(sample(name), scope);
    expect(answer.file.layout.kind).toBe('listings-report');
    expect(answer.rows).toBe(rows);
    expect(answer.problems.map((problem) => problem.name)).not.toContain(null);
    expect(answer.found.join()).not.toMatch(/gtin-format|not-understood/u);
  });

  test('what is not understood in a cell is said, and no address of a picture is a fact', async () => {
    expect((await read(sample('condition-new.csv'))).found).toEqual(['4 file/not-understood']);
    const { rows, found, unchecked } = await read(sample('count-as-1.0-and-main-image.csv'), TIKTOK);
    expect([rows, found.filter((one) => one.includes('file/')), unchecked]).toEqual([1, [], ['main image']]);
  });
});
