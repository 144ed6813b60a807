import { describe, expect, test } from 'vitest';
import { guessColumns } from '../../../../entrypoints/background/understanding/mappable.ts';
import type { TableMapping } from '../../../../entrypoints/workspace/files/reading/mapped-table.ts';
import type { UnknownTable } from '../../../../entrypoints/workspace/files/reading/recognise.ts';
import type { Marketplace } from '../../../../rules/engine/sites.ts';
import { sample } from '../../../reports/samples.ts';
import { encoded } from './encoded.ts';
import { factsBySku, imported } from './imported.ts';
import { sheetOf, workbook } from './workbooks.ts';

const shops = {
  amazon: { marketplace: 'amazon', site: 'US', currency: 'USD' },
  temu: { marketplace: 'temu', site: 'global', currency: 'CNY' },
  tiktok: { marketplace: 'tiktok', site: 'US', currency: 'USD' },
} as const satisfies Record<Marketplace, Omit<TableMapping, 'columns'>>;

/** Answers as the form does when nothing is changed in it. */
const asGuessed =
  (marketplace: Marketplace) =>
  ({ headings }: UnknownTable): TableMapping => ({
    ...shops[marketplace],
    columns: guessColumns(headings, marketplace),
  });

async function ownTable(content: string | Uint8Array | Blob, marketplace: Marketplace) {
  const { taken, asked } = await imported(content, asGuessed(marketplace));
  return {
    rows: taken.rows,
    skipped: taken.skipped.counts(),
    columns: taken.table?.mapping.columns,
    samples: asked?.samples,
    listings: [...(taken.table?.content.listings.values() ?? [])].map(({ listing, facts }) => [listing, facts]),
  };
}

describe('a workbook', () => {
  const template = (name: string) =>
    sheetOf(
      sample('flatfile_unified_feed256.tsv')
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')),
      name,
    );

  test('with the template among its sheets is the template', async () => {
    const definitions = sheetOf(
      [
        ['Field Name', 'Local Label'],
        ['item_name', 'Item Name'],
        ['sku', 'SKU'],
      ],
      'Data Definitions',
    );
    const { taken, asked } = await imported(
      await workbook([
        sheetOf([['Instructions']], 'Instructions'),
        definitions,
        template('Template'),
        sheetOf([['x']], 'Valid Values'),
      ]),
    );
    expect([taken.recognised.kind, asked, factsBySku(taken)['DEMO-MUG-01-FBM']?.yourPrice]).toEqual([
      'flat-file',
      null,
      '18.50',
    ]);
  });

  test('whose last column is filled in some rows only gives up no row', async () => {
    const rows = [
      ['SKU', 'Unit cost', 'Note'],
      ['A', 6.4],
      ['B', 7.5, 'old'],
      ['C', 8],
      ['D', 9.25, null],
    ];
    expect(await ownTable(await workbook([sheetOf(rows)]), 'amazon')).toMatchObject({
      rows: 4,
      skipped: {},
      columns: ['sku', 'unitCost', null],
      listings: [
        ['sku:A', { unitCost: '6.40' }],
        ['sku:B', { unitCost: '7.50' }],
        ['sku:C', { unitCost: '8.00' }],
        ['sku:D', { unitCost: '9.25' }],
      ],
    });
  });

  test('of All Listings, saved without its empty last cells, is read whole', async () => {
    const rows = [
      ['item-name', 'seller-sku', 'asin1', 'price', 'quantity', 'fulfillment-channel', 'status', 'note'],
      ['Mug', 'A', 'B0DEMO0001', 18.5, 7, 'DEFAULT'],
      ['Plate', 'B', 'B0DEMO0002', 9],
    ];
    const { taken } = await imported(await workbook([sheetOf(rows)]));
    expect([taken.skipped.counts(), factsBySku(taken)]).toMatchObject([
      {},
      { A: { yourPrice: '18.5', quantity: 7 }, B: { yourPrice: '9' } },
    ]);
  });
});

describe('text whose rows end early', () => {
  test.each([
    ['', 'SKU,Unit cost,Note\nA,6.40\nB,7.50,old\nC,8,,\n'],
    [' and no line end', 'SKU,Unit cost,Note\nA,6.40\nB,7.50,\nC,8'],
    [' in tabs', 'SKU\tUnit cost\tNote\nA\t6.40\nB\t7.50\t\nC\t8'],
    [' in semicolons', 'SKU;Unit cost;Note\r\nA;6,40\r\nB;7,50;\r\nC;8\r\n'],
    [' with empty rows of separators', 'SKU,Unit cost,Note\nA,6.40\n,,\nB,7.50,\n,,,\nC,8\n'],
  ])('%s gives up none of them', async (_, text) => {
    expect(await ownTable(text, 'amazon')).toMatchObject({
      rows: 3,
      skipped: {},
      listings: [
        ['sku:A', { unitCost: '6.40' }],
        ['sku:B', { unitCost: '7.50' }],
        ['sku:C', { unitCost: '8.00' }],
      ],
    });
  });

  test('with more cells than headings is left out: nobody knows which is which', async () => {
    expect(await ownTable('SKU,Unit cost\nA,6,40\nB,7.50\n', 'amazon')).toMatchObject({
      rows: 2,
      skipped: { cells: 1 },
      listings: [['sku:B', { unitCost: '7.50' }]],
    });
  });

  test('because a line break within a text cuts them is left out, both parts', async () => {
    const headings = 'item-name\titem-description\tseller-sku\tprice\tquantity\tasin1\tfulfillment-channel\tstatus\n';
    const whole = 'Mug\tHolds 350 ml\tA\t18.50\t7\tB0DEMO0001\tDEFAULT\tActive\n';
    const cut = 'Pot\tHolds\n two litres\tB\t25\t3\tB0DEMO0002\tDEFAULT\tActive\n';
    const early = 'Cup\tSmall\tC\t5.00\t2\tB0DEMO0003\tDEFAULT\n';
    const { taken } = await imported(`${headings}${whole}${cut}${early}`);
    expect([Object.keys(factsBySku(taken)), taken.skipped.named()]).toEqual([['A', 'C'], { cells: [3, 4] }]);
  });
});

describe('an export of orders', () => {
  const tiktok = `Order ID,Order Status,SKU ID,Seller SKU,Product Name,Variation,Quantity,SKU Unit Original Price,Created Time
Platform unique order ID.,Order status.,Platform unique SKU ID.,Seller sku input by the seller in the product system.,Product name.,Platform SKU variation,SKU sold quantity in the order.,Original unit price.,Order created time.
900000000000000001,Shipped,1729000000000000001,DEMO-1,Demo mug with lid,Blue,1,18.50,11/02/2026 10:00:00 AM
`;

  test('of TikTok Shop has no order in the row that explains its columns, and no stock in its quantity', async () => {
    const { rows, columns, samples, listings } = await ownTable(tiktok, 'tiktok');
    expect([rows, columns?.[6], columns?.[7], samples?.length, samples?.[0]?.[0]]).toEqual([
      1,
      null,
      null,
      1,
      '900000000000000001',
    ]);
    expect(listings).toMatchObject([['sku:1729000000000000001', { title: 'Demo mug with lid' }]]);
  });

  test.each([
    ['amazon', ['订单号', 'SKU', '数量', '售价', '成本价'], [null, 'sku', null, null, 'unitCost']],
    ['amazon', ['Order Number', 'SKU', 'Qty', 'Price'], [null, 'sku', null, null]],
    ['temu', ['订单编号', 'SKU ID', '数量', '申报价'], [null, 'sku', null, null]],
    ['amazon', ['SKU', 'Qty', 'Price'], ['sku', 'quantity', 'yourPrice']],
    ['amazon', ['SKU', 'Order date', 'Qty'], ['sku', null, 'quantity']],
  ] as const)('on %s: %j is %j', (marketplace, headings, columns) => {
    expect(guessColumns(headings, marketplace)).toEqual(columns);
  });
});

describe('an export of a Chinese tool', () => {
  test.each([
    ['amazon', '*SKU|中文名称|英文名称|采购参考价\n（RMB）|商品净重\n（g）', ['sku', null, null, 'unitCost', null]],
    ['amazon', '商品SKU|产品标题|成本价|售价|库存', ['sku', 'title', 'unitCost', 'yourPrice', 'quantity']],
    ['amazon', 'SKU|采购价|7天销量', ['sku', 'unitCost', 'unitsSold7d']],
    ['temu', 'SKU货号|申报价格(CNY)|建议售价|成本价', ['itemCode', 'declaredPrice', 'retailPrice', 'unitCost']],
    ['temu', '商品ID|SKU ID|货号|制造商建议零售价(USD)', ['productId', 'sku', 'itemCode', 'retailPrice']],
    ['tiktok', '产品id|产品标题|sku|价格(站点币种)|重量(kg)', ['productId', 'title', 'sku', 'price', null]],
  ] as const)('on %s: %s', (marketplace, headings, columns) => {
    expect(guessColumns(headings.split('|'), marketplace)).toEqual(columns);
  });

  test('in GBK keeps costs in yuan out of a shop in dollars, and takes them into one in yuan', async () => {
    const csv = encoded('SKU货号,申报价格(CNY),成本价（元）\nMUG-A,45.00,12.5\n', 'gb18030');
    expect((await ownTable(csv, 'temu')).listings).toEqual([
      ['code:MUG-A', { declaredPrice: '45.00', unitCost: '12.50', itemCode: 'MUG-A' }],
    ]);
    expect(await ownTable(encoded('SKU,采购价(RMB)\nA,12.5\n', 'gb18030'), 'amazon')).toMatchObject({
      skipped: { currency: 1 },
      listings: [],
    });
  });
});

test.each([
  [
    'settlement',
    'settlement-id\tcurrency\tamount-type\tamount-description\tamount\tsku\n1\tUSD\tItemPrice\tPrincipal\t20.00\tA\n',
  ],
  [
    'processing-report',
    'Feed Processing Summary:\n\tNumber of records processed\t\t1\n\noriginal-record-number\tsku\terror-code\terror-type\terror-message\n1\tA\t8541\tError\tNo.\n',
  ],
  ['temu-settlement', '订单编号,子订单号,sku明细,交易收入,币种,账务时间\n1,1,x,5,CNY,2026-10-16\n'],
  ['coupon-template', sample('coupon_bulk_template.tsv')],
])('a known file with nothing to keep is named: %s', async (named, text) => {
  await expect(imported(text)).rejects.toMatchObject({ reason: 'nothing-to-keep', named });
});
