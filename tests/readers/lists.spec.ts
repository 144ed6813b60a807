import { expect, type Page, test } from '@playwright/test';
import { PAGE_RECORD, type Reading } from '../../entrypoints/console.content/reading/reading.ts';
import { inventoryPage, inventoryRow } from '../consoles/amazon/manage-inventory/rows.ts';
import { ROW_HEIGHT as GOODS_HEIGHT, type GoodsRow, goodsPage, goodsRows } from '../consoles/temu/goods-list/rows.ts';
import { ROW_HEIGHT as PRODUCT_HEIGHT, productRow, productsPage } from '../consoles/tiktok/product-list/rows.ts';
import { chromiumOptions, type Expected, openConsole, readConsole, readerScript } from './console-pages.ts';

// Lists as long as the consoles show them, and lists that recycle their rows while they are scrolled.

test.use({ launchOptions: chromiumOptions });

let script: string;

test.beforeAll(async () => {
  script = await readerScript();
});

async function open(page: Page, { html, url }: { html: string; url: string }): Promise<void> {
  await openConsole(page.context(), { name: url, html, expected: { url } as Expected }, script, page);
}

/** The values of fields that could be read, row by row. */
async function values(page: Page): Promise<Record<string, unknown>[]> {
  const read = await readConsole(page);
  const rows = (read?.records ?? []).filter(({ key }) => key !== PAGE_RECORD);
  return rows.map(({ fields }) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, reading]: [string, Reading]) =>
        reading.state === 'absent' ? [] : [[name, reading.state === 'read' ? reading.value : reading.reason]],
      ),
    ),
  );
}

/** What is read of a row of the made goods list: all its rows say the same of measures and warnings. */
const goodsReading = (row: GoodsRow): object => ({
  ...row,
  daysUntilVoid: null,
  qualificationsMissing: false,
  longest: '12',
  middle: '9',
  shortest: '9',
  weight: '380',
  weightUnit: 'g',
  measuredLongest: null,
  measuredMiddle: null,
  measuredShortest: null,
  measuredWeight: null,
});

const goods = (rows: readonly GoodsRow[]): object[] => rows.map(goodsReading);

const products = (first: number, rows: number): object[] =>
  Array.from({ length: rows }, (_, n) => {
    const { productId, title, live, price, promotionPrice } = productRow(first + n);
    return { productId, title, price, ...(live && { status: 'Live' }), ...(promotionPrice && { promotionPrice }) };
  });

for (const rows of [25, 100, 250]) {
  test(`Temu: reads every SKU of a goods list of ${rows}`, async ({ page }) => {
    await open(page, goodsPage({ rows }));
    expect(await values(page)).toEqual(goods(goodsRows({ rows })));
  });

  test(`TikTok Shop: reads every product of a list of ${rows}`, async ({ page }) => {
    await open(page, productsPage({ rows }));
    expect(await values(page)).toEqual(products(0, rows));
  });

  test(`Amazon: reads every listing of an inventory of ${rows}`, async ({ page }) => {
    await open(page, inventoryPage({ rows }));
    const read = await values(page);
    const expected = Array.from({ length: rows }, (_, n) => inventoryRow(n));
    expect(read.map(({ sku }) => sku)).toEqual(expected.map(({ sku }) => sku));
    const sold = expected.filter(({ kind }) => kind !== 'parent');
    const prices = read.filter(({ yourPrice }) => yourPrice !== undefined).map(({ yourPrice }) => yourPrice);
    expect(prices).toEqual(sold.map(({ yourPrice }) => yourPrice));
  });
}

/** Scrolls a recycled list to a row and lets its own listener rewrite the rows. */
async function scrollTo(page: Page, row: number, height: number): Promise<void> {
  await page.locator('.list').evaluate((list, top) => list.scrollTo(0, top), row * height);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

test('Temu: a list that recycles its rows is read as what it shows after each scroll', async ({ page }) => {
  const options = { rows: 250, shown: 12 };
  await open(page, goodsPage(options));
  for (const first of [0, 12, 120, 238, 6]) {
    await scrollTo(page, first, GOODS_HEIGHT);
    expect(await values(page)).toEqual(goods(goodsRows(options).slice(first, first + 12)));
  }
});

test('TikTok Shop: a list that recycles its rows is read as what it shows after each scroll', async ({ page }) => {
  await open(page, productsPage({ rows: 250, shown: 12 }));
  for (const first of [0, 12, 120, 238, 6]) {
    await scrollTo(page, first, PRODUCT_HEIGHT);
    const shown = (await values(page)).map(({ productId, title, price }) => ({ productId, title, price }));
    const expected = Array.from({ length: 12 }, (_, n) => productRow(first + n));
    expect(shown).toEqual(expected.map(({ productId, title, price }) => ({ productId, title, price })));
  }
});

test('Temu: 2,000 virtual rows scrolled fast give no row that is none of the list', async ({ page }) => {
  const options = { rows: 2000, shown: 12 };
  const known = new Map(goodsRows(options).map((row) => [row.sku, goodsReading(row)]));
  await open(page, goodsPage(options));
  for (let turn = 0; turn < 12; turn += 1) {
    // Several times, and read before the page has come to rest.
    for (const first of [turn * 160, 1988 - turn * 7, (turn * 977) % 1988])
      await page.locator('.list').evaluate((list, top) => list.scrollTo(0, top), first * GOODS_HEIGHT);
    for (const row of await values(page)) expect(row).toEqual(known.get(String(row.sku)));
  }
  await scrollTo(page, 1500, GOODS_HEIGHT);
  expect(await values(page)).toEqual(goods(goodsRows(options).slice(1500, 1512)));
});

const ORDERS = 'https://agentseller.temu.com/main/adjust-price-manage/order-price';

interface Order {
  no: string;
  sku: string;
  price: string;
  adjusted: string;
  currency?: string;
}

const order = ({ no, sku, price, adjusted, currency = '人民币' }: Order): string =>
  `<tr><td>${no}</td><td><p>示例</p><p>SKU ID: ${sku}</p></td><td>${price}</td><td>${adjusted}</td><td>${currency}</td></tr>`;

function ordersTable(orders: readonly Order[], attributes = '', header = ''): string {
  const names = ['单号', 'SKU', '当前申报价格', '调整后申报价格', '币种'];
  return `<table ${attributes}><thead><tr data-testid="beast-core-table-header-tr">${names.map((name) => `<th>${name}${header}</th>`).join('')}</tr></thead><tbody>${orders.map(order).join('')}</tbody></table>`;
}

/** Without a shop that is known, nothing says which currency `¥` is. */
const SHOP = `<script>localStorage.setItem('agentseller-mall-info-id', '600000000000001')</script>
<div class="account-info_mallInfo__b2">示例小店</div><div class="index-module__drLabel___c2">全球</div>`;

const ordersPage = (content: string): { html: string; url: string } => ({
  url: ORDERS,
  html: `<!doctype html><html lang="zh-CN"><body>${SHOP}<div data-name="bgb-sca-main"><div id="root">${content}</div></div></body></html>`,
});

const first: Order = { no: 'HJD01', sku: '80000000001', price: '17.90', adjusted: '15.20' };
const second: Order = { no: 'HJD02', sku: '80000000002', price: '58.00', adjusted: '52.50' };

/** Order number, price and adjusted price of each record. */
async function orders(page: Page): Promise<unknown[]> {
  return (await values(page)).map(({ adjustNo, declaredPrice, suggestedDeclaredPrice }) => [
    adjustNo,
    declaredPrice,
    suggestedDeclaredPrice,
  ]);
}

test('a list that turns into another one under the same address is read as the new one', async ({ page }) => {
  await open(page, ordersPage(ordersTable([first])));
  expect(await orders(page)).toEqual([['HJD01', '17.90', '15.20']]);
  // The same elements say something else, as when a tab is changed.
  await page.locator('tbody tr').evaluate((row, html) => {
    const other = document.createElement('table');
    other.innerHTML = html;
    for (const [index, cell] of [...row.children].entries())
      cell.innerHTML = other.querySelectorAll('td')[index]?.innerHTML ?? '';
  }, order(second));
  expect(await orders(page)).toEqual([['HJD02', '58.00', '52.50']]);
});

for (const hiding of ['hidden', 'style="display:none"', 'class="away"'])
  test(`the list of a tab that is not shown is not read: ${hiding}`, async ({ page }) => {
    const style = '<style>.away { display: none }</style>';
    await open(page, ordersPage(`${style}${ordersTable([first], hiding)}${ordersTable([second])}`));
    expect(await orders(page)).toEqual([['HJD02', '58.00', '52.50']]);
  });

for (const [cell, value] of [
  ['17.90<b>示例</b>', '17.90'],
  ['<b>示例</b>17.90', '17.90'],
  ['<span>¥</span><span>17</span><span>.</span><span>90</span>', '17.90'],
  ['<span>1,</span><span>017.90</span>', '1017.90'],
  ['<p>17.90 元</p><p>2026-11-20~2026-12-01</p>', '17.90'],
  ['<del>20.00</del> 17.90', '17.90'],
  ['17.90 <i>9折</i>', '17.90'],
  ['<span>17</span><sup>90</sup>', 'ambiguous'],
  ['<span>3</span> <span>17.90</span>', 'ambiguous'],
  ['<span>17.90</span> <span>16.90</span>', 'ambiguous'],
  ['17.90起', 'unparsable'],
  ['17.90~19.90', 'range'],
  ['<span>¥17.90</span><span>~</span><span>¥19.90</span>', 'range'],
  ['<div>¥17.90 - ¥19.90</div><div>示例标签</div>', 'range'],
] as const)
  test(`a price cell that says ${cell} is ${value}`, async ({ page }) => {
    await open(page, ordersPage(ordersTable([{ ...first, price: cell }])));
    expect(await orders(page)).toEqual([['HJD01', value, '15.20']]);
  });

for (const [what, given, header, currency] of [
  ['its sign', { ...first, price: '$7.90', currency: '人民币' }, '', 'USD'],
  ['its column', { ...first, price: '7.90', currency: '美元' }, '(CNY)', 'USD'],
  ['its header', { ...first, price: '7.90', currency: '' }, '（USD）换算汇率：1USD=6.8104CNY', 'USD'],
  ['its header', { ...first, price: '7.90', currency: '' }, ' / 人民币', 'CNY'],
] as const)
  test(`the currency of an amount is that of ${what}: ${currency}`, async ({ page }) => {
    // The shop's currency is the yuan: its first amount says so.
    const yuan = { ...second, price: '¥58.00' };
    await open(page, ordersPage(ordersTable([yuan, given], '', header)));
    const read = await readConsole(page);
    expect(read?.records.at(-1)?.fields.declaredPrice).toMatchObject({ state: 'read', value: '7.90', currency });
  });

for (const [cell, code] of [
  ['<p>白色</p><p>SKU ID: 80000000001</p><p>货号:MUG-A</p><p>示例标签</p>', 'MUG-A'],
  ['<p>白色</p><p>SKU ID: 80000000001</p><p>货号:<b>MUG</b>-A <i>示例</i></p>', 'MUG-A'],
  ['<p>白色</p><p>SKU ID: 80000000001</p><p>货号:</p><p>示例标签</p>', 'not-hydrated'],
  ['<p>白色</p><p>货号:</p><p>SKU ID: 80000000001</p>', 'not-hydrated'],
] as const)
  test(`the code in ${cell} is ${code}`, async ({ page }) => {
    const html = ordersTable([first]).replace(/<p>示例<\/p><p>SKU ID: \d+<\/p>/, cell);
    await open(page, ordersPage(html));
    const [row] = await values(page);
    expect([row?.itemCode, row?.sku, row?.variant]).toEqual([code, '80000000001', '白色']);
  });

test('rows with one key are one record, ambiguous where they differ', async ({ page }) => {
  await open(page, ordersPage(ordersTable([first, { ...first, price: '19.90' }, second])));
  expect(await orders(page)).toEqual([
    ['HJD01', 'ambiguous', '15.20'],
    ['HJD02', '58.00', '52.50'],
  ]);
});

test('a row whose order number is empty is named by its SKU, and takes no other row’s number', async ({ page }) => {
  await open(page, ordersPage(ordersTable([{ ...first, no: '' }, second])));
  expect(await orders(page)).toEqual([
    ['not-hydrated', '17.90', '15.20'],
    ['HJD02', '58.00', '52.50'],
  ]);
});
