import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { axeViolations } from '../tools/axe.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, serve } from '../tools/each-test.ts';
import { clickInOverlay, overlayText, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// Taught fields and reading health in the built extension: real storage, real database, real console pages beside them.

declare const chrome: { tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> } };

launchForEachTest();

const unknownLayout = testPage('amazon/coupon-create/unknown-layout');
/** The layout that nobody knows, with a name in the code of the one control that is the discount. */
const named = unknownLayout.html.replace(
  '<input type="text" value="5">',
  '<input type="text" name="discount" value="7">',
);
/** The same without a single documented word. */
const wordless = named
  .replace('Create a new coupon', 'New voucher offer')
  .replace('Coupon budget', 'Spend')
  .replace('Coupon title', 'Says')
  .replace('Coupon start date', 'From')
  .replace('Coupon end date', 'Until');

const discount = {
  page: 'amazon/coupon-create',
  language: '*',
  field: 'couponPercent',
  locator: { by: 'attribute', attribute: 'name', value: 'discount' },
  taught: '2026-11-20',
};

const show = (html: string, address = unknownLayout.address) => serve(address, html);

async function openWorkspace(view: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/${view}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function openPopup(over: Page): Promise<Page> {
  const popup = await browser.popup(over);
  await popup.getByRole('heading', { name: /This page/ }).waitFor();
  return popup;
}

async function importTaught(workspace: Page, ...fields: unknown[]): Promise<void> {
  const text = JSON.stringify({ preflight: 'taught-fields', version: 1, fields });
  await workspace
    .getByLabel('File of taught fields')
    .setInputFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

type Shown = NonNullable<Overview['page']>['health']['fields'][number];
const field = async (page: Page, name: string): Promise<Shown | undefined> => {
  const { page: seen } = await browser.overview(page);
  return seen?.health.fields.find((one) => one.field === name);
};

test('a field that a file teaches is read on a layout nobody knows, taken back and brought back', async () => {
  const page = await show(named);
  await expect.poll(async () => (await field(page, 'couponPercent'))?.unreadable).toBe(true);

  const workspace = await openWorkspace('settings');
  await expect(workspace.getByText('None yet.')).toBeVisible();
  await importTaught(workspace, discount);
  await expect(workspace.getByText('1 field is added')).toBeVisible();
  await expect(workspace.getByText('Create a coupon: Coupon discount')).toBeVisible();
  await workspace.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(workspace.getByText('the field that the page’s code calls “discount”')).toBeVisible();

  await expect.poll(async () => (await field(page, 'couponPercent'))?.shown).toBe('7%');
  expect(await field(page, 'couponPercent')).toMatchObject({
    taught: true,
    via: 'you showed it: the field that the page’s code calls “discount”',
  });
  // The seller's typing is read there, too.
  await page.locator('[name=discount]').fill('12');
  await expect.poll(async () => (await field(page, 'couponPercent'))?.shown).toBe('12%');
  await stopWorkers(browser.control);
  await page.reload();
  await expect.poll(async () => (await field(page, 'couponPercent'))?.taught).toBe(true);

  await workspace.bringToFront();
  const [download] = await Promise.all([
    workspace.waitForEvent('download'),
    workspace.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual({
    preflight: 'taught-fields',
    version: 1,
    fields: [discount],
  });
  await workspace.getByRole('button', { name: /^Take back/ }).click();
  await expect(workspace.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect.poll(async () => (await field(page, 'couponPercent'))?.unreadable).toBe(true);
  await workspace.bringToFront();
  await workspace.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await field(page, 'couponPercent'))?.taught).toBe(true);
});

test('a taught field alone proves a page without a documented word', async () => {
  const page = await show(wordless);
  await expect.poll(async () => (await browser.overview(page)).page?.name).toBe('Page not recognised');
  const workspace = await openWorkspace('settings');
  await importTaught(workspace, discount);
  await workspace.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect.poll(async () => (await browser.overview(page)).page?.name).toBe('Create a coupon');
  await expect.poll(async () => (await field(page, 'couponPercent'))?.shown).toBe('7%');
  expect(await field(page, 'couponBudget')).toMatchObject({ shown: '' });
});

test('what was taught and what is documented must not contradict each other, and one helps where the other fails', async () => {
  const workspace = await openWorkspace('settings');
  const known = testPage('amazon/coupon-create/en-us').html;
  const title = { ...discount, field: 'couponTitle' };
  await importTaught(workspace, title, { ...discount, field: 'couponBudget' });
  await workspace.getByRole('button', { name: 'Take over', exact: true }).click();
  // Another control with another value.
  const differs = await show(known.replace('<h2>', '<input name="discount" value="900.00"><h2>'));
  await expect.poll(async () => (await field(differs, 'couponTitle'))?.state).toBe('two values found');
  expect(await field(differs, 'couponBudget')).toMatchObject({ state: 'two values found', unreadable: true });
  await differs.close();
  // Not on the page: what is documented reads on.
  const without = await show(known);
  await expect.poll(async () => (await field(without, 'couponBudget'))?.shown).toBe('$500.00');
  expect(await field(without, 'couponBudget')).toMatchObject({ taught: false });
  await without.close();
  // A box to tick, which is no amount: what is documented is read all the same.
  const unlike = await show(known.replace('<h2>', '<input type="checkbox" name="discount"><h2>'));
  await expect.poll(async () => (await field(unlike, 'couponBudget'))?.shown).toBe('$500.00');
});

test('a file that is broken, foreign or by position is refused whole, with place and reason', async () => {
  const workspace = await openWorkspace('settings');
  await importTaught(workspace, discount, {
    ...discount,
    field: 'couponAmount',
    locator: { by: 'part', selector: 'td:nth-child(2)' },
  });
  await expect(workspace.getByText('The file was not taken over')).toBeVisible();
  await expect(workspace.getByText('fields[1].locator.selector')).toBeVisible();
  await importTaught(workspace, { ...discount, page: 'ebay/coupon' });
  await expect(workspace.getByText('Preflight does not know the marketplace “ebay”.')).toBeVisible();
  await expect(workspace.getByText('fields[0].page')).toBeVisible();
  await workspace.getByRole('button', { name: 'Close' }).click();
  await expect(workspace.getByText('None yet.')).toBeVisible();
});

test('the popup lists what a page that was not recognised may have, and gives way to pointing', async () => {
  const page = await show(wordless);
  await expect.poll(async () => (await browser.overview(page)).page?.name).toBe('Page not recognised');
  const popup = await openPopup(page);
  await expect(popup.getByText('Page not recognised: 8 fields not found')).toBeVisible();
  const teach = popup.getByRole('button', { name: 'Show me where it is: Coupon discount' });
  await expect(teach).toBeVisible();
  expect(await axeViolations(popup)).toEqual([]);
  await Promise.all([popup.waitForEvent('close'), teach.click()]);
});

test('the card of a check that waits for an unreadable field lets the seller show it', async () => {
  const page = await show(named);
  await expect.poll(async () => (await field(page, 'couponPercent'))?.unreadable).toBe(true);
  const popup = await openPopup(page);
  await popup.getByRole('button', { name: /could not read the coupon discount/ }).click();
  const teach = popup.getByRole('article').getByRole('button', { name: 'Show me where it is' });
  await expect(teach).toBeVisible();
  await Promise.all([popup.waitForEvent('close'), teach.click()]);
  await expect.poll(() => overlayText(page, 'teach')).toContain('click it');
});

test('the popup copies a diagnosis, and says which field was taught', async () => {
  const workspace = await openWorkspace('settings');
  await importTaught(workspace, discount);
  await workspace.getByRole('button', { name: 'Take over', exact: true }).click();
  const page = await show(named);
  await expect.poll(async () => (await field(page, 'couponPercent'))?.taught).toBe(true);
  const popup = await openPopup(page);
  await popup.getByText(/fields read/).click();
  await expect(popup.getByText('you showed it: the field')).toBeVisible();
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.getByRole('button', { name: 'Copy diagnosis' }).click();
  const copied = await popup.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('couponPercent: read, taught');
  expect(copied).toContain('couponBudget: read, label:coupon budget (way 1 of 1)');
  expect(copied).not.toMatch(/Harbor|B0DEMO|98\.60|500|mugs|create-coupon/i);
});

test('what was read on three visits and is gone is told, once the page has settled; what was never read is not', async () => {
  const { html } = testPage('amazon/coupon-create/en-us');
  for (const _visit of [1, 2, 3]) {
    const page = await show(html);
    await expect.poll(async () => (await field(page, 'couponPercent'))?.shown).toBe('5%');
    await browser.judged(page);
    await page.close();
  }
  const changed = await show(html.replace('<label>Discount <', '<label>Reduce by <'));
  await expect.poll(async () => (await field(changed, 'couponPercent'))?.unreadable).toBe(true);
  expect((await browser.overview(changed)).page?.remarks).toEqual([]);
  await clickInOverlay(changed, 'dock-toggle');
  const { dock } = await waitForOverlay(changed, (view) => view.dock.includes('could read'), 20_000);
  expect(dock).toMatch(/Until \d+ \w+ \d{4} Preflight could read the coupon discount on this page; now it cannot\./);
  const seen = await browser.overview(changed);
  expect(seen.page?.remarks).toEqual([expect.stringContaining('could read the coupon discount on this page')]);
  await changed.close();

  const gone = await show(wordless);
  await clickInOverlay(gone, 'dock-toggle');
  await waitForOverlay(gone, (view) => view.dock.includes('now it does not recognise it'), 20_000);
  await gone.close();

  const workspace = await openWorkspace('diagnosis');
  const last = workspace.getByRole('group').filter({ hasText: 'last read on' });
  await last.getByRole('heading', { name: 'Create a coupon' }).click();
  await expect(last.getByRole('row', { name: /^Coupon discount/ })).toContainText('not found');
});

test('the diagnosis tells of open pages and of the last of each kind, without anything that was read', async () => {
  const page = await show(named);
  await expect.poll(async () => (await field(page, 'couponPercent'))?.unreadable).toBe(true);
  const inventory = testPage('amazon/manage-inventory/gen-b-en-us');
  const list = await show(inventory.html, inventory.address);
  await browser.judged(list);
  await list.close();
  const workspace = await openWorkspace('diagnosis');
  await expect(workspace.getByRole('heading', { level: 2 })).toHaveText(['Create a coupon', 'Manage inventory']);
  await expect(workspace.getByText('open now')).toBeVisible();
  await expect(workspace.getByText(/last read on/)).toBeVisible();
  await workspace.getByRole('heading', { name: 'Manage inventory' }).click();
  await expect(workspace.getByText(/^\d+ of \d+ rows$/).first()).toBeVisible();
  const text = await workspace.locator('main').textContent();
  expect(text).not.toMatch(/B0DEMO|98\.60|mugs/i);
  expect(await axeViolations(workspace)).toEqual([]);
  // The console's tab comes to the front for pointing.
  await workspace.getByRole('button', { name: 'Show me where it is: Coupon discount' }).click();
  await expect
    .poll(() =>
      browser.control.evaluate(
        async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.url ?? '',
      ),
    )
    .not.toContain('workspace.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
