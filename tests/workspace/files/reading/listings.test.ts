import { describe, expect, test } from 'vitest';
import { guessColumns, isUsable, mappableFacts } from '../../../../entrypoints/background/understanding/mappable.ts';
import { FlatFileReport } from '../../../../entrypoints/workspace/files/reading/flat-file-report.ts';
import { ListingReport } from '../../../../entrypoints/workspace/files/reading/listing-report.ts';
import { MappedTable, type TableMapping } from '../../../../entrypoints/workspace/files/reading/mapped-table.ts';
import { headingsOf, recognise, recogniseTemplate } from '../../../../entrypoints/workspace/files/reading/recognise.ts';
import type { Row } from '../../../../entrypoints/workspace/files/reading/rows-of-text.ts';
import { sample } from '../../../reports/samples.ts';

const rowsOf = (name: string): Row[] =>
  sample(name)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(name.endsWith('.csv') ? ',' : '\t'));

function taken(name: string): ListingReport | FlatFileReport {
  const rows = rowsOf(name);
  const found = recognise(rows);
  const template = recogniseTemplate(rows);
  const report =
    found && found.kind !== 'orders' ? new ListingReport(found) : template && new FlatFileReport(template.file);
  if (!report) throw new Error(`${name} is not recognised`);
  const from = found?.from ?? template?.from ?? 0;
  for (const [index, row] of rows.slice(from).entries()) expect(report.add(row, from + index + 1)).toBeNull();
  return report;
}

const line = (name: string, sku: string) => [...taken(name).lines.values()].find((one) => one.sku === sku);

describe('a report of listings', () => {
  test('Manage Inventory Health: stock, days of supply, exemption, and no sale price where there is 0.0', () => {
    expect(line('fba_inventory_planning_99col.tsv', 'DEMO-PLATE-01')).toMatchObject({
      site: 'US',
      asin: 'B0DEMO0002',
      day: '2026-11-15',
      facts: {
        yourPrice: '9.00',
        salePrice: '8.10',
        unitsAvailable: 22,
        unitsSold7d: 15,
        daysShort: '11.4',
        daysLong: '13.1',
        lowInvExempt: false,
      },
    });
    expect(line('fba_inventory_planning_99col.tsv', 'DEMO-MUG-01')?.facts.salePrice).toBeNull();
  });

  test('Fee Preview: fees of one unit, and the weight in its unit', () => {
    const { facts } = line('fee_preview_first27.tsv', 'DEMO-MUG-01') ?? {};
    expect(facts).toMatchObject({ totalFees: '6.77', referralFee: '2.77', fbaFee: '4.00', shippingWeightLb: '0.9' });
    expect(facts).not.toHaveProperty('shippingWeightG');
  });

  test('All Listings: an empty price is empty, and the stock of what Amazon ships is not the seller’s', () => {
    expect(line('all_listings_29col.tsv', 'DEMO-MUG-01-FBM')?.facts).toMatchObject({
      yourPrice: '18.50',
      quantity: 7,
      fulfilment: 'MFN',
      condition: 'new_new',
      status: 'Active',
    });
    expect(line('all_listings_29col.tsv', 'DEMO-MUG-01')?.facts).not.toHaveProperty('quantity');
    expect(line('all_listings_29col.tsv', 'DEMO-TRAY-01')?.facts.yourPrice).toBeNull();
    expect(line('active_listings_28col.tsv', 'DEMO-MUG-01')?.facts).not.toHaveProperty('status');
  });

  test('the templates: texts, prices and days; business prices are not the price', () => {
    const expected = {
      title: 'Demo mug 350 ml (invented)',
      yourPrice: '18.50',
      salePrice: '15.99',
      saleStart: '2026-11-20',
    };
    const unified = line('flatfile_unified_feed256.tsv', 'DEMO-MUG-01-FBM');
    expect(unified).toMatchObject({ site: 'US', facts: expected });
    expect(unified?.facts.bullets).toEqual(['Holds 350 ml', 'Dishwasher safe (invented)']);
    expect(line('flatfile_legacy_fptcustom.tsv', 'DEMO-MUG-01-FBM')?.facts).toMatchObject(expected);
    // An empty cell of a template says nothing.
    expect(line('flatfile_legacy_fptcustom.tsv', 'DEMO-PLATE-01')?.facts).not.toHaveProperty('salePrice');
  });

  test('personal and free text columns are not kept', () => {
    for (const name of ['all_listings_29col.tsv', 'fba_inventory_planning_99col.tsv']) {
      const kept = JSON.stringify([...taken(name).lines.values()]);
      expect(kept).not.toMatch(/unassigned|Template|0000DEMO/);
    }
  });
});

describe('a table of the seller’s own', () => {
  test.each([
    ['amazon', ['SKU', 'Unit cost', 'Note'], ['sku', 'unitCost', null]],
    ['amazon', ['ASIN', '采购成本(元)', '售价'], ['asin', 'unitCost', 'yourPrice']],
    ['amazon', ['MSKU', 'ＣＯＳＴ', 'cost'], ['sku', 'unitCost', null]],
    ['temu', ['商品ID', 'SKU ID', '申报价格（元）', '近30天销量'], ['productId', 'sku', 'declaredPrice', 'orders30d']],
    ['tiktok', ['Product ID', 'Price', 'Quantity', '成本价'], ['productId', 'price', 'stock', 'unitCost']],
    ['temu', ['SKU货号', '成本'], ['itemCode', 'unitCost']],
    ['temu', ['SKU ID', '货号', '成本'], ['sku', 'itemCode', 'unitCost']],
    ['tiktok', ['商家编码', '成本'], ['sellerSku', 'unitCost']],
    ['tiktok', ['采购日期', ''], [null, null]],
  ] as const)('on %s with %j is guessed as %j', (marketplace, headings, columns) => {
    expect(guessColumns(headings, marketplace)).toEqual(columns);
  });

  test('no heading means two things', () => {
    for (const marketplace of ['amazon', 'temu', 'tiktok'] as const)
      for (const fact of mappableFacts(marketplace))
        expect([fact, guessColumns([fact], marketplace)]).toEqual([fact, [fact]]);
  });

  test('is usable when it names listings and says something of them, each once', () => {
    expect(isUsable(['sku', 'unitCost', null])).toBe(true);
    expect(isUsable(['itemCode', 'unitCost'])).toBe(true);
    expect(isUsable(['sku', null])).toBe(false);
    expect(isUsable(['sku', 'itemCode'])).toBe(false);
    expect(isUsable(['unitCost', 'title'])).toBe(false);
    expect(isUsable(['sku', 'unitCost', 'unitCost'])).toBe(false);
  });

  const mapping: TableMapping = {
    marketplace: 'amazon',
    site: 'US',
    currency: 'USD',
    columns: ['sku', 'unitCost', 'rating', 'saleStart', null],
  };
  const read = (row: Row, other: Partial<TableMapping> = {}) => {
    const table = new MappedTable({ ...mapping, ...other }, []);
    const reason = table.add(row);
    return [reason, [...table.listings.values()][0]?.facts ?? null];
  };

  test.each([
    [
      ['A', '1,250.50', '4.5', '11/20/2026', 'x'],
      null,
      { unitCost: '1250.50', rating: '4.5', saleStart: '2026-11-20' },
    ],
    [['A', '$6.4', '', '', ''], null, { unitCost: '6.40' }],
    [['A', '€6.40', '4', '', ''], 'unread-cell', { rating: '4' }],
    [['A', 'about six', '', '', ''], 'number', null],
    [['A', '', '', '', 'note'], 'no-cell', null],
    [[' ', '6.40', '', '', ''], 'no-sku', null],
    [['A', '-6.40', '4', '', ''], 'unread-cell', { rating: '4' }],
  ] as const)('%j', (row, reason, facts) => expect(read(row)).toEqual([reason, facts]));

  test('is read as its site writes numbers and its shop names its currency', () => {
    expect(read(['A', '1.234', '', '', ''], { site: 'DE', currency: 'EUR' })[1]).toEqual({ unitCost: '1234.00' });
    const temu = {
      marketplace: 'temu',
      site: 'global',
      currency: 'CNY',
      columns: ['productId', 'declaredPrice'],
    } as const;
    expect(read(['601', '￥45.00'], temu)).toEqual([null, { declaredPrice: '45.00' }]);
    expect(read(['601', '$45.00 USD'], temu)[0]).toBe('number');
  });

  test.each([
    ['temu', ['sku', 'unitCost'], ['80000000001', '5.10'], 'sku:80000000001', undefined],
    ['temu', ['sku', 'unitCost'], ['mug-a ', '5.10'], 'code:MUG-A', 'mug-a'],
    ['temu', ['itemCode', 'unitCost'], ['1001', '5.10'], 'code:1001', '1001'],
    ['temu', ['sku', 'itemCode', 'unitCost'], ['80000000001', 'MUG-A', '5.10'], 'sku:80000000001', 'MUG-A'],
    ['tiktok', ['productId', 'sellerSku', 'unitCost'], ['17', 'MUG-W', '5.10'], 'code:MUG-W', 'MUG-W'],
    ['tiktok', ['productId', 'sellerSku', 'unitCost'], ['17', '', '5.10'], 'product:17', undefined],
    ['amazon', ['sku', 'unitCost'], ['mug-a', '5.10'], 'sku:mug-a', undefined],
  ] as const)('of %s with %j and %j is about %s', (marketplace, columns, row, listing, code) => {
    const table = new MappedTable({ ...mapping, marketplace, columns }, []);
    expect(table.add([...row])).toBeNull();
    const [found] = table.listings.values();
    expect(found).toMatchObject({ listing, facts: { unitCost: '5.10' } });
    expect(found?.facts.itemCode ?? found?.facts.sellerSku).toBe(code);
  });

  test.each([
    ['采购参考价\n（RMB）', 'currency'],
    ['成本(元)', 'currency'],
    ['Cost (EUR)', 'currency'],
    ['Unit cost CNY', 'currency'],
    ['成本［人民币］', 'currency'],
    ['Cost (USD)', null],
    ['Cost ($)', null],
    ['价格(站点币种)', null],
    ['Unit cost', null],
    ['Cost (R)', null],
  ])('in dollars takes amounts under %j: %s', (heading, reason) => {
    const table = new MappedTable({ ...mapping, columns: ['sku', 'unitCost'] }, ['SKU', heading]);
    expect(table.add(['A', '12.50'])).toBe(reason);
  });

  test('with costs in yuan beside prices in dollars keeps the prices, and says so', () => {
    const columns = ['sku', 'unitCost', 'yourPrice'] as const;
    const table = new MappedTable({ ...mapping, columns }, ['SKU', '采购价(RMB)', 'Price (USD)']);
    expect(table.add(['A', '12.50', '19.99'])).toBe('currency-cell');
    expect([...table.listings.values()][0]?.facts).toEqual({ yourPrice: '19.99' });
  });

  test('has its headings in the first row of text, below empty lines and numbers', () => {
    expect(headingsOf([[''], ['2026', '11'], ['SKU', '成本'], ['A', '1']])).toMatchObject({
      headings: ['SKU', '成本'],
      from: 3,
    });
    expect(headingsOf([['1', '2'], ['one']])).toBeNull();
  });
});
