import { expect, type Page, test } from '@playwright/test';
import { recentOrders } from '../reports/samples.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { clickInOverlay, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// The seller's files in the built extension: a real worker, a real database, a real console page beside them.

let browser: ExtensionBrowser;

test.beforeEach(async () => {
  browser = await launchChromium();
});

test.afterEach(async () => {
  expect(browser.strayRequests).toEqual([]);
  await browser.close();
});

async function show(name: string): Promise<Page> {
  const { address, html } = testPage(name);
  browser.serve(address, html);
  return browser.open(address);
}

async function openImports(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/imports`);
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  return page;
}

const today = () => new Date().toISOString().slice(0, 10);
const choose = (page: Page, name: string, text: string | Buffer) =>
  page
    .getByLabel('Choose files')
    .last()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const job = (page: Page, name: string) => page.getByRole('article', { name });

test('orders turn a coupon’s verdict from unknown to a warning with the number that fixes it', async () => {
  const coupon = await show('amazon/coupon-create/en-us');
  await waitForOverlay(coupon, (view) => view.notes.some(({ level }) => level === 'unknown'));
  const workspace = await openImports();
  await choose(workspace, 'orders.txt', recentOrders(today()));
  // Of six lines one is cancelled; that of a business is counted apart.
  await expect(job(workspace, 'orders.txt')).toContainText('5 order lines counted');
  await expect(job(workspace, 'orders.txt')).toContainText('1 row left out');
  await expect(workspace.getByRole('table')).toContainText('Amazon US · Harbor Demo Goods');

  await coupon.bringToFront();
  const { notes } = await waitForOverlay(coupon, (view) => view.notes.some(({ text }) => text.includes('$18.50')));
  const note = notes.find(({ text }) => text.includes('$18.50'));
  expect(note?.level).toBe('warning');
  // 5 % off of a price of 18.50 or less is 5 % below the median.
  expect(note?.text).toContain('Bring the price to $18.50 or less');
  await clickInOverlay(coupon, 'note-button', '$18.50');
  const { card } = await waitForOverlay(coupon, (view) => view.card !== '');
  expect(card).toContain('your orders: 5 units in 90 days, 2 in promotions');
});
