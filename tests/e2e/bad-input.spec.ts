import { expect, type Page, test } from '@playwright/test';
import { browser, launchForEachTest, serve } from '../tools/each-test.ts';
import { waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// Pages of Temu and TikTok Shop that are not as they should be. Each ends in a right answer or in an honest "not read".

launchForEachTest();

const told = async (page: Page) =>
  (await browser.judged(page)).page.findings.map(({ rule, level }) => `${level} ${rule}`);

const storeOf = async (page: Page) => (await browser.judged(page)).page.storeKey;

test('two shops of one host in two tabs are told apart by address and storage, or not at all', async () => {
  const { html } = testPage('tiktok/product-list/en-us');
  const host = 'https://seller.us.tiktokshopglobalselling.com/product/manage?shop_region=US&shop_id=';
  const first = await serve(`${host}7000000000000000001`, html);
  expect(await storeOf(first)).toBe('tiktok|US|Harbor Demo');
  const other = html
    .replaceAll('7000000000000000001', '7000000000000000009')
    .replace('"shop_name":"Harbor Demo"', '"shop_name":"Pier Demo"');
  const second = await serve(`${host}7000000000000000009`, other);
  expect(await storeOf(second)).toBe('tiktok|US|Pier Demo');
  // The first tab now finds the second shop in the storage they share.
  await first.bringToFront();
  await first.evaluate(() => document.querySelector('tbody tr')?.remove());
  await expect(async () => expect(await storeOf(first)).toBeNull()).toPass();
});

test('a store that is switched without a reload is another store from then on', async () => {
  const { address, html } = testPage('temu/goods-list/zh-cn');
  const page = await serve(address, html);
  expect(await storeOf(page)).toBe('temu|global|示例小店');
  await page.evaluate(() => {
    const name = document.querySelector('[class*="account-info_mallInfo"] [data-testid="beast-core-ellipsis"]');
    if (name) name.textContent = '示例二店';
    localStorage.setItem('agentseller-mall-info-id', '600000000000009');
  });
  await expect(async () => expect(await storeOf(page)).toBe('temu|global|示例二店')).toPass();
  expect(await told(page)).toContain('error temu/item-code-charset');
});

test('prices in a currency that is not the shop’s are not read, and judged by no number', async () => {
  const { address, html } = testPage('tiktok/product-list/en-us');
  const page = await serve(address, html.replaceAll('$', '£'));
  const findings = await told(page);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every((finding) => finding === 'unknown tiktok/price-range')).toBe(true);
});

test('an amount with a sign that its shop does not use is not read, its neighbours are', async () => {
  const { address, html } = testPage('temu/order-price/zh-cn');
  const page = await serve(address, html.replace('<span>15.20</span>', '<span>€15.20</span>'));
  const { page: seen } = await browser.judged(page);
  const above = seen.findings.filter(({ rule }) => rule === 'temu/declared-above-suggested');
  expect(above.map(({ level }) => level)).toEqual(['warning', 'warning', 'warning', 'unknown']);
});

test('fen in the place of yuan are asked about', async () => {
  const { address, html } = testPage('temu/product-select/drawer-zh-cn');
  const page = await serve(address, html);
  const { page: seen } = await browser.judged(page);
  const slip = seen.findings.find(({ rule }) => rule === 'temu/price-unit-slip');
  expect(slip?.sentence.map(({ text }) => text).join('')).toContain('¥20.00');
});

test('a row without an id is named by the seller’s code, judged on the page and kept for no listing', async () => {
  const { address, html } = testPage('temu/goods-list/zh-cn');
  const page = await serve(address, html.replace('>80000000005<', '><'));
  expect(await told(page)).toContain('error temu/item-code-charset');
  const { page: seen, stores } = await browser.judged(page);
  expect(seen.findings.find(({ rule }) => rule === 'temu/item-code-charset')?.listing).toBe('红色-XL');
  expect(stores[0]?.problems.map(({ rule }) => rule)).not.toContain('temu/item-code-charset');
});

test('what a dialog covers is not drawn over it', async () => {
  const { address, html } = testPage('temu/order-price/single-dialog-zh-cn');
  const page = await serve(address, html);
  await browser.judged(page);
  const dialog = await page.locator('[data-testid="beast-core-modal-innerWrapper"]').boundingBox();
  const { notes } = await waitForOverlay(page, (view) => view.notes.length > 0);
  if (!dialog) throw new Error('The page has no dialog.');
  for (const { visible, box } of notes.filter((note) => note.visible && !note.marker)) {
    const overlaps =
      box.left < dialog.x + dialog.width &&
      box.left + box.width > dialog.x &&
      box.top < dialog.y + dialog.height &&
      box.top + box.height > dialog.y;
    expect(visible && overlaps).toBe(false);
  }
});

test('a page in a language without known words is told to be unread, not fine', async () => {
  const { address, html } = testPage('tiktok/product-edit/other-language-th-th');
  const page = await serve(address, html);
  const findings = await told(page);
  // No row's price could be read: told once for all of them.
  expect((await browser.overview(page)).page?.remarks.join()).toMatch(/could not read the price\b.* in any row/);
  expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([]);
});

for (const address of ['https://agentseller.temu.com/govern/dashboard', 'https://seller-us.tiktok.com/university/home'])
  test(`an unknown path of a console is left alone: ${new URL(address).pathname}`, async () => {
    const { html } = testPage('temu/goods-list/zh-cn');
    const page = await serve(address, html);
    await page.waitForTimeout(500);
    expect((await browser.overview(page)).page?.findings ?? []).toEqual([]);
  });

test('each host of Temu shows the store of its region; one that stands for no region shows none', async () => {
  const { html } = testPage('temu/goods-edit/semi-zh-cn');
  const regions = [
    ['agentseller.temu.com', '全球', 'temu|global|示例半托店'],
    ['agentseller-us.temu.com', '美国', 'temu|us|示例半托店'],
    ['agentseller-eu.temu.com', '欧区', 'temu|eu|示例半托店'],
    ['seller.kuajingmaihuo.com', '商家中心', null],
  ] as const;
  for (const [host, region, store] of regions) {
    const own = html.replace(/(drLabel___c3c3c">)[^<]*/, `$1${region}`).replace(/ index-module__active___c5c5c/, '');
    const page = await serve(`https://${host}/goods/edit?productId=7000000001`, own);
    expect(await storeOf(page), host).toBe(store);
    expect((await told(page)).includes('error temu/item-code-charset'), host).toBe(store !== null);
    await page.close();
  }
});
