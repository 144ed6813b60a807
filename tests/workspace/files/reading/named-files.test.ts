import { describe, expect, test } from 'vitest';
import { namedFileSentence } from '../../../../entrypoints/workspace/files/reading/named-file-texts.ts';
import { isRefused, namedFile, namedFiles } from '../../../../entrypoints/workspace/files/reading/named-files.ts';
import type { Row } from '../../../../entrypoints/workspace/files/reading/rows-of-text.ts';
import { sample } from '../../../reports/samples.ts';

const rowsOf = (name: string): Row[] =>
  sample(name)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(name.endsWith('.csv') ? ',' : '\t'));

describe('a known file', () => {
  test.each([
    ['low_inventory_fee_report.csv', 'low-inventory-report', 'low-inventory-report'],
    ['coupon_bulk_template.tsv', 'coupon-template', null],
    ['all_orders_33col_2026.tsv', null, 'orders'],
    ['fba_inventory_planning_99col.tsv', null, 'inventory'],
    ['fee_preview_first27.tsv', null, 'fees'],
    ['all_listings_29col.tsv', null, null],
    ['flatfile_unified_feed256.tsv', null, null],
    ['flatfile_legacy_fptcustom.tsv', null, null],
  ])('%s is refused as %s by imports and as %s by the check', (name, imported, checked) => {
    expect([namedFile(rowsOf(name), 'import'), namedFile(rowsOf(name), 'check')]).toEqual([imported, checked]);
  });

  test.each([
    ['settlement', 'settlement-id|settlement-start-date|settlement-end-date|deposit-date|total-amount|currency'],
    ['settlement', 'settlement-id|currency|amount-type|amount-description|amount|sku'],
    ['transactions', 'date/time|settlement id|type|order id|sku|description|quantity|marketplace|total'],
    ['transactions', 'Date/Time|Settlement id|type|Order ID|SKU|Description|Quantity|Total'],
    ['unshipped-orders', 'order-id|order-item-id|purchase-date|payments-date|sku|product-name|quantity-purchased'],
    ['storage-fees', 'asin|fnsku|product_name|month_of_charge|currency|estimated_monthly_storage_fee'],
    ['returns', 'return-date|order-id|sku|asin|fnsku|product-name|quantity|detailed-disposition|reason'],
    ['reimbursements', 'approval-date|reimbursement-id|case-id|sku|amount-per-unit|amount-total'],
    ['ledger', 'Date|FNSKU|ASIN|MSKU|Title|Disposition|Starting Warehouse Balance|Receipts'],
    ['business-report', '(Parent) ASIN|(Child) ASIN|Title|Sessions - Total|Units Ordered'],
    ['ads', 'Date|Campaign Name|Ad Group Name|Customer Search Term|Impressions|Clicks|Spend|7 Day Total Sales '],
    ['tiktok-income', 'Order/adjustment ID  |Type|Order created time|Currency|Total settlement amount'],
    ['tiktok-income', 'Type|Order/adjustment ID|Total estimated settlement amount|SKU ID|Quantity'],
    ['temu-orders', '订单号|子订单号|订单状态|SKU货号|商品名称|商品属性|数量'],
    ['temu-settlement', '订单编号|子订单号|sku明细|交易收入|币种|账务时间'],
    ['temu-settlement', '备货单号|SKU ID|货品名称|数量|金额|交易类型|账务时间'],
  ])('is %s by %j, below instructions too', (name, headings) => {
    const row = headings.split('|');
    for (const rows of [[row], [['Includes all transactions'], [''], row, row.map(() => 'x')]])
      for (const destination of ['import', 'check'] as const) expect(namedFile(rows, destination)).toBe(name);
  });

  test.each([
    [['SKU', 'Unit cost', 'Note']],
    [['Order ID', 'SKU', 'Price', 'Quantity']],
    [['Campaign Name', 'SKU', 'Price']],
    [['sku', 'price', 'currency', 'amount']],
    [['SKU ID', '申报价', '账务时间']],
    [['error-code', 'sku', 'title']],
  ])('is not %j', (row) => {
    expect([namedFile([row], 'import'), namedFile([row], 'check')]).toEqual([null, null]);
  });

  test('has a sentence of its own in each language wherever it is refused, and none elsewhere', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const said = namedFiles.flatMap((name) =>
        (['import', 'check'] as const).map((destination) => {
          const sentence = namedFileSentence(name, destination, language);
          expect([name, destination, sentence !== '']).toEqual([name, destination, isRefused(name, destination)]);
          return sentence;
        }),
      );
      const some = said.filter((sentence) => sentence !== '');
      expect(new Set(some).size).toBe(some.length);
    }
  });
});
