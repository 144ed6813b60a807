import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { ListingFilters } from '../../entrypoints/background/messages/listings.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { recentOrders, sample } from '../reports/samples.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickButton, clickInOverlay, waitForOverlay } from '../tools/overlay.ts';
import { today } from '../tools/pinned-clock.ts';
import { encoded } from '../workspace/files/reading/encoded.ts';
import { sheetOf, workbook } from '../workspace/files/reading/workbooks.ts';

// The seller's files in the built extension: a real worker, a real database, a real console page beside them.

launchForEachTest();

async function openImports(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/imports`);
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  return page;
}

const choose = (page: Page, name: string, text: string | Buffer) =>
  page
    .getByLabel('Choose files')
    .last()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const job = (page: Page, name: string) => page.getByRole('article', { name });

test('orders turn a coupon’s verdict from unknown to a warning with the number that fixes it', async () => {
  const inventory = await show('amazon/manage-inventory/gen-a-en-us');
  await browser.judged(inventory);
  await inventory.close();
  const coupon = await show('amazon/coupon-create/en-us');
  await waitForOverlay(coupon, (view) => view.notes.some(({ level }) => level === 'unknown'));
  await clickInOverlay(coupon, 'note-button', 'Was Price');
  const { card: unknown } = await waitForOverlay(coupon, (view) => view.card !== '');
  // The price of the list is a hint, and the verdict stays unknown.
  expect(unknown).toMatch(/Seen at \$[\d.]+ only since .+not the Was Price\./);
  // Where the number comes from is one click away.
  const [workspace] = await Promise.all([browser.context.waitForEvent('page'), clickButton(coupon, 'Import a report')]);
  await expect(workspace).toHaveURL(/workspace\.html#\/imports$/);
  await coupon.keyboard.press('Escape');
  await choose(workspace, 'orders.txt', recentOrders(today()));
  // Of six lines one is cancelled; that of a business is counted apart.
  await expect(job(workspace, 'orders.txt')).toContainText('5 order lines counted');
  await expect(job(workspace, 'orders.txt')).toContainText('1 row left out');
  await expect(workspace.getByRole('table')).toContainText('Amazon US · Harbor Demo Goods');
  const listings = job(workspace, 'orders.txt').getByRole('link', { name: 'Listings' });
  await expect(listings).toHaveAttribute('href', /^#\/listings/);

  await coupon.bringToFront();
  const { notes } = await waitForOverlay(coupon, (view) => view.notes.some(({ text }) => text.includes('$18.50')));
  const note = notes.find(({ text }) => text.includes('$18.50'));
  expect(note?.level).toBe('warning');
  // 5 % off of a price of 18.50 or less is 5 % below the median.
  expect(note?.text).toContain('Bring the price to $18.50 or less');
  await clickInOverlay(coupon, 'note-button', '$18.50');
  const { card } = await waitForOverlay(coupon, (view) => view.card !== '');
  expect(card).toContain('your orders: 5 units in 90 days, 2 in promotions');
  expect(card).toMatch(/Imported orders of .+ to .+ cover \d+ of the 90 days\./);
  // Orders tell what was paid: what was asked is no hint beside them.
  expect(card).not.toContain('what was asked');
});

test.describe('files', () => {
  async function intoNewStore(page: Page, name: string, text: string | Buffer): Promise<void> {
    await choose(page, name, text);
    await job(page, name).getByLabel('Shop name').fill('Harbor Demo Goods');
    await job(page, name).getByRole('button', { name: 'Import', exact: true }).click();
  }

  test('a German report, an export of HTML and a settlement are told apart', async () => {
    const page = await openImports();
    const german =
      'Artikelbezeichnung\tHändler-SKU\tPreis\tMenge\tArtikelzustand\tASIN 1\tVersender\tStatus\n' +
      'Becher grün\tDEMO-1\t12,99\t4\t11\tB0DEMO0001\tDEFAULT\tAktiv\n';
    await choose(page, 'bericht.txt', Buffer.from(encoded(german, 'windows-1252')));
    await expect(job(page, 'bericht.txt')).toContainText('Active or All Listings');
    await job(page, 'bericht.txt').getByLabel('Site', { exact: true }).selectOption('DE');
    await job(page, 'bericht.txt').getByLabel('Shop name').fill('Harbor Demo Goods');
    await job(page, 'bericht.txt').getByRole('button', { name: 'Import', exact: true }).click();
    await expect(job(page, 'bericht.txt')).toContainText('1 listing taken over');

    const cells = '<tr><th>SKU<th>成本价</tr><tr><td>DEMO&#45;1</td><td>6.40</td></tr>';
    await choose(page, 'export.xls', `<html><meta charset="utf-8"><table>${cells}</table></html>`);
    await expect(job(page, 'export.xls').getByLabel('成本价')).toHaveValue('unitCost');
    await job(page, 'export.xls').getByRole('button', { name: 'Import', exact: true }).click();
    await expect(job(page, 'export.xls')).toContainText('1 listing taken over');

    await choose(page, 'settlement.txt', 'settlement-id\tcurrency\tamount-type\tamount\n1\tUSD\tItemPrice\t20.00\n');
    await expect(job(page, 'settlement.txt').getByRole('alert')).toContainText('This is a settlement report');
    await page.close();
  });

  test('the same file twice changes nothing, and is told so', async () => {
    const page = await openImports();
    const orders = recentOrders(today());
    await intoNewStore(page, 'first.txt', orders);
    await expect(job(page, 'first.txt')).toContainText('5 order lines counted');
    await choose(page, 'second.txt', orders);
    await expect(job(page, 'second.txt')).toContainText('Everything in this file was known already');
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  });

  test('every report of Amazon’s is recognised and taken, whatever its name and encoding', async () => {
    const page = await openImports();
    await intoNewStore(page, '1.bin', Buffer.from(`\uFEFF${sample('active_listings_28col.tsv')}`, 'utf16le'));
    await expect(job(page, '1.bin')).toContainText('3 listings taken over');
    const others = [
      ['all_listings_29col.tsv', '5 listings'],
      ['fba_inventory_planning_99col.tsv', '4 listings'],
      ['fee_preview_first27.tsv', '3 listings'],
      ['flatfile_unified_feed256.tsv', '3 listings'],
      ['flatfile_legacy_fptcustom.tsv', '3 listings'],
    ] as const;
    for (const [name, taken] of others) {
      await choose(page, name, sample(name).replaceAll('\n', '\r\n'));
      await expect(job(page, name)).toContainText(taken);
      await expect(job(page, name)).toContainText('Amazon US · Harbor Demo Goods');
    }
  });

  test('listings that only a report has named are judged', async () => {
    const page = await openImports();
    const long = 'A mug with a title that goes on and on '.repeat(8);
    const listings = sample('all_listings_29col.tsv').replace('Demo mug 350 ml (invented)', long);
    await intoNewStore(page, 'listings.txt', listings);
    await expect(job(page, 'listings.txt')).toContainText('5 listings taken over');
    const stored = () => browser.ask<Overview>({ kind: 'overview', tab: null });
    await expect.poll(async () => (await stored()).stores[0]?.listings).toBe(5);
    const { stores } = await stored();
    const problem = stores[0]?.problems.find(({ rule }) => rule === 'amazon/title-length');
    expect(problem).toMatchObject({ count: 1, listings: [{ address: null }] });
    // The chips above the list count each listing once.
    const store = stores[0]?.key;
    const filters = await browser.ask<ListingFilters>({ kind: 'listing-filters', store });
    expect(Object.values(filters.worst).reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  test('a cost sheet is mapped once, corrected, remembered, and enters the facts', async () => {
    const page = await openImports();
    // "商家编码,采购成本,备注" in GBK, with a cost in yuan that is not the store's currency in the last row.
    const heading = Buffer.from('c9ccbcd2b1e0c2eb2cb2c9b9bab3c9b1be2cb1b8d7a2', 'hex');
    const rows = Buffer.from('\nMUG-1,6.40,\nMUG-2,"1,250.50",x\n,3,\nMUG-3,abc,\n');
    const sheet = Buffer.concat([heading, rows]);
    await choose(page, 'costs.csv', sheet);
    const card = job(page, 'costs.csv');
    await card.getByLabel('Shop name').fill('Harbor Demo Goods');
    await expect(card.getByLabel('商家编码')).toHaveValue('sku');
    await expect(card.getByLabel('采购成本')).toHaveValue('unitCost');
    await expect(card.getByLabel('备注')).toHaveValue('');
    await card.getByLabel('备注').selectOption('unitCost');
    await expect(card.getByText('Two columns are chosen for the same thing.')).toBeVisible();
    await card.getByLabel('备注').selectOption('title');
    await card.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(card).toContainText('2 listings taken over');
    await expect(card).toContainText('2 rows left out');

    await choose(page, 'again.csv', Buffer.concat([sheet, Buffer.from('MUG-4,1,\n')]));
    await expect(job(page, 'again.csv')).toContainText('You explained a table with these columns before');
    await expect(job(page, 'again.csv').getByLabel('备注')).toHaveValue('title');
    await page.goto(`${browser.origin}/workspace.html#/listings`);
    await expect(page.getByRole('main')).toContainText('MUG-1');
  });

  test('a new Temu shop’s prices are in the currency in which its table was read', async () => {
    const page = await openImports();
    await choose(page, 'goods.csv', 'SKU,Declared price\n70000001,45.00\n');
    const card = job(page, 'goods.csv');
    await card.getByLabel('Marketplace').selectOption('temu');
    await card.getByLabel('Shop name').fill('Harbor Demo Goods');
    await expect(card.getByLabel('Declared price')).toHaveValue('declaredPrice');
    await card.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(card).toContainText('1 listing taken over');
    await page.goto(`${browser.origin}/workspace.html#/listings`);
    await expect(page.getByRole('main')).toContainText('¥45.00');
  });

  test('a workbook is a table like any other', async () => {
    const page = await openImports();
    const sheet = await workbook([
      sheetOf([
        ['SKU', 'Unit cost', 'Units'],
        ['MUG-1', 6.4, 3],
        ['MUG-2', 5, 1],
      ]),
    ]);
    await choose(page, 'costs.xlsx', Buffer.from(await sheet.arrayBuffer()));
    await job(page, 'costs.xlsx').getByLabel('Shop name').fill('Harbor Demo Goods');
    await expect(job(page, 'costs.xlsx').getByLabel('Unit cost')).toHaveValue('unitCost');
    await job(page, 'costs.xlsx').getByRole('button', { name: 'Import', exact: true }).click();
    await expect(job(page, 'costs.xlsx')).toContainText('2 listings taken over');
  });

  test('two sites in one file are kept apart', async () => {
    const page = await openImports();
    const [head, first, second] = recentOrders(today()).split('\n') as [string, string, string];
    const german = second.replace('Amazon.com', 'Amazon.de').replace('USD', 'EUR');
    await choose(page, 'both.txt', [head, first, german, ''].join('\n'));
    const names = job(page, 'both.txt').getByLabel('Shop name');
    await names.nth(0).fill('Harbor US');
    await names.nth(1).fill('Harbor DE');
    await job(page, 'both.txt').getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('table')).toContainText('Amazon US · Harbor US, Amazon DE · Harbor DE');
  });

  test('what is no report says what it is and what to do', async () => {
    const page = await openImports();
    const [head, ..._rows] = recentOrders(today()).split('\n');
    const files: readonly (readonly [name: string, content: string | Buffer, says: string])[] = [
      ['a.csv', '%PDF-1.7', 'This is a PDF, not a table.'],
      ['b.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'This is a picture'],
      ['c.txt', '', 'This file is empty.'],
      ['d.txt', '<!DOCTYPE html><title>Sign in</title>', 'This is a web page'],
      ['e.txt', `${head}\n`, 'There are headings and no rows'],
      ['g.csv', sample('low_inventory_fee_report.csv'), 'Import Manage Inventory Health'],
      ['h.txt', sample('coupon_bulk_template.tsv'), 'This is the coupon template'],
      ['f.csv', 'a,b\n"1,2\n', 'A quoted cell that begins in row 2 never ends'],
    ];
    for (const [name, content, says] of files) {
      await choose(page, name, content);
      await expect(job(page, name)).toContainText(says);
    }
  });

  test('rows that were left out are named, with the reason', async () => {
    const page = await openImports();
    const name = 'cut.txt';
    await intoNewStore(page, name, recentOrders(today()).slice(0, -150));
    await job(page, name).getByText('2 rows left out').click();
    await expect(job(page, name)).toContainText('as in a file that was cut');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      job(page, name).getByRole('button', { name: 'Save the list of rows' }).click(),
    ]);
    const list = readFileSync(await saved.path(), 'utf8');
    expect(list.split('\r\n').map((line) => line.split(',')[0]?.trim())).toEqual(['row', '4', '7', '']);
  });

  test('a file that is called off leaves nothing behind, and the next one is taken', async () => {
    const page = await openImports();
    const [head, ...rows] = recentOrders(today()).trimEnd().split('\n');
    await choose(page, 'long.txt', [head, ...Array.from({ length: 4000 }, () => rows).flat()].join('\n'));
    await choose(page, 'next.txt', [head, ...rows].join('\n'));
    await job(page, 'long.txt').getByRole('button', { name: 'Cancel' }).click();
    await expect(job(page, 'long.txt')).toContainText('Nothing of this file was saved.');
    await expect(job(page, 'next.txt').getByLabel('Shop name')).toBeVisible();
    await job(page, 'next.txt').getByRole('button', { name: 'Cancel' }).click();
    await page.reload();
    await expect(page.getByText('What each report answers')).toBeVisible();
  });
});
