import { expect, type Page } from '@playwright/test';
import { views } from '../../entrypoints/workspace/shell/route.ts';
import type { ExtensionBrowser } from './chromium.ts';
import { testPage } from './pages.ts';

/** A page of the extension's own, brought into a state worth looking at. */
export interface OwnPage {
  readonly name: string;
  /** Path below the extension's origin. */
  readonly path: string;
  /** Clicks and entries after it has loaded; the texts it meets are in either language. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Consoles that fill stores of three marketplaces, with findings of every level. */
const seen = [
  'amazon/listing-editor/gen2-all-en-us',
  'amazon/coupon-create/en-us',
  'temu/goods-list/zh-cn',
  'tiktok/product-edit/en-us',
];

/** Opens and reads the consoles, and closes them all but the last. */
export async function fillStores(browser: ExtensionBrowser): Promise<Page> {
  let last: Page | undefined;
  for (const name of seen) {
    await last?.close();
    const { address, html } = testPage(name);
    browser.serve(address, html);
    last = await browser.open(address);
    await browser.judged(last);
  }
  return last as Page;
}

const reports = `${import.meta.dirname}/../reports/amazon`;
const chooseFile = (page: Page, file: string) =>
  page.locator('input[type=file]').first().setInputFiles(`${reports}/${file}`);

async function openFirstListing(page: Page): Promise<void> {
  await page.locator('.list-link').first().click();
  await page.locator('.listing-head, h1').first().waitFor();
}

async function checkFile(page: Page): Promise<void> {
  await chooseFile(page, 'coupon_bulk_template.xls');
  await page.locator('.bulk-form button[type=submit]').click();
  await page.locator('.bulk-problem').first().waitFor();
}

async function importOrders(page: Page): Promise<void> {
  await chooseFile(page, 'all_orders_33col_2026.tsv');
  await expect(page.locator('main')).toContainText('all_orders_33col_2026.tsv');
}

async function openForm(page: Page): Promise<void> {
  await page.locator('.toolbar .button-primary, .empty .button-primary').first().click();
  await page.locator('form').first().waitFor();
}

/** The popup over a tab, every view of the workspace, and what opens in them. */
export function ownPages(tab: number | null, language: 'en' | 'zh-CN'): readonly OwnPage[] {
  return [
    { name: 'popup over a console', path: `/popup.html?tab=${tab}` },
    { name: 'popup elsewhere', path: '/popup.html?tab=0' },
    ...views.map((view) => ({ name: `workspace, ${view}`, path: `/workspace.html#/${view}` })),
    { name: 'workspace, one listing', path: '/workspace.html#/listings', prepare: openFirstListing },
    { name: 'workspace, a checked file', path: '/workspace.html#/bulk', prepare: checkFile },
    { name: 'workspace, an import', path: '/workspace.html#/imports', prepare: importOrders },
    { name: 'workspace, a new check', path: '/workspace.html#/own', prepare: openForm },
    { name: 'reference', path: `/reference/${language}/index.html` },
  ];
}

/** Opens one of them in a new tab, and waits until it says the same for a while. */
export async function openOwn(browser: ExtensionBrowser, { path, prepare }: OwnPage): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}${path}`);
  await page.locator('h1, h2, .popup').first().waitFor();
  await prepare?.(page);
  let last: string | null = null;
  let now = await page.locator('body').textContent();
  while (now !== last) {
    await page.waitForTimeout(300);
    [last, now] = [now, await page.locator('body').textContent()];
  }
  return page;
}
