import { expect, type Page, test } from '@playwright/test';
import type { Reading } from '../../entrypoints/console.content/reading/reading.ts';
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

/** The values of fields that could be read, record by record. */
async function values(page: Page): Promise<Record<string, unknown>[]> {
  const read = await readConsole(page);
  return (read?.records ?? []).map(({ fields }) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, reading]: [string, Reading]) =>
        reading.state === 'absent' ? [] : [[name, reading.state === 'read' ? reading.value : reading.reason]],
      ),
    ),
  );
}

const goods = (rows: readonly GoodsRow[]): object[] => rows.map((row) => ({ ...row }));

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
