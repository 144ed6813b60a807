import { expect, type Page, test } from '@playwright/test';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickButton, clickInOverlay, decideInCard, type OverlayView, waitForOverlay } from '../tools/overlay.ts';

// What is left of a sale, told while its price is edited: the built extension on synthetic consoles.

launchForEachTest();

const SALE_PRICE = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input';

async function retype(page: Page, selector: string, value: string): Promise<void> {
  await page.locator(selector).first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(value, { delay: 20 });
}

/** Enters what a unit of the first listing costs, in the workspace. */
async function enterCost(cost: string): Promise<void> {
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace.html#/listings`);
  await workspace.locator('.list-link').first().click();
  const margin = workspace.getByRole('region', { name: 'What is left of a sale today' });
  await margin.getByLabel('Unit cost').fill(cost);
  await margin.getByRole('button', { name: 'Save' }).click();
  await expect(margin.getByRole('row', { name: /Unit cost/ })).toContainText('−');
  await workspace.close();
}

/** Imports a table of costs for the only store, in the workspace, and answers what its card says. */
async function importCosts(table: string): Promise<string> {
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace.html#/imports`);
  const file = { name: 'costs.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await workspace.getByLabel('Choose files').last().setInputFiles(file);
  const card = workspace.getByRole('article', { name: 'costs.csv' });
  await card.getByLabel('货号').waitFor();
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card).toContainText('taken over');
  const text = (await card.textContent()) ?? '';
  await workspace.close();
  return text;
}

/** What the dock shows once it has a text, with plain blanks. */
async function dockWith(page: Page, text: string): Promise<string> {
  const plain = (dock: string) => dock.replaceAll('\u00a0', ' ');
  return plain((await waitForOverlay(page, ({ dock }) => plain(dock).includes(text))).dock);
}

test('with a cost the dock says what is left while the price is typed', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0 && !view.dock.includes('left'));
  await browser.judged(page);
  await enterCost('51.00');
  await page.bringToFront();
  // (98.60 - 51.00) / 98.60; the referral fee is open as long as the category is not known.
  await dockWith(page, '48.27% before referral fee');
  await retype(page, SALE_PRICE, '85.00');
  await dockWith(page, '40% before referral fee');
  await retype(page, SALE_PRICE, '40');
  await dockWith(page, '$11.00 lost a unit');
  await clickInOverlay(page, 'dock-toggle');
  const sentence =
    'Each unit loses at least $11.00: $40.00 does not cover $51.00 of cost. Not counted yet: Referral fee.';
  expect(await dockWith(page, '$51.00')).toContain(sentence);
  await browser.judged(page);
  const popup = await browser.popup(page);
  await expect(popup.locator('.page-margin')).toHaveText(sentence);
});

test('a sheet of costs by the seller’s own code counts on a form that shows no other, and for its SKU in a list', async () => {
  const list = await show('temu/goods-list/zh-cn');
  await waitForOverlay(list, (view) => view.notes.length > 0);
  await browser.judged(list);
  const said = await importCosts('货号,成本\nmug-wht,12.90\n红色-XL,21.00\nMUG-A,5.10\n');
  expect(said).toContain('3 of them are kept by your own code');
  const page = await show('temu/goods-edit/zh-cn');
  await dockWith(page, '¥1.00 lost a unit');
  await clickInOverlay(page, 'dock-toggle');
  const dock = await dockWith(page, 'MUG-WHT: 27.93% (¥5.00)');
  expect(dock).toContain('红色-XL: ¥1.00 lost a unit');
  expect(dock).toContain('¥20.00 leaves -¥1.00 a piece after your cost ¥21.00');
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace.html#/listings`);
  const row = workspace.getByRole('row', { name: /MUG-A · 80000000001/ });
  await expect(row).toContainText('颜色：白色');
  await expect(row).toContainText(/74\.95%/);
  // What only a code names is no listing.
  await expect(workspace.getByRole('main')).not.toContainText('MUG-WHT');
});

test('a warning of a row that shows nothing but the seller’s code can be ignored', async () => {
  const page = await show('temu/goods-edit/zh-cn');
  const isTold = (view: OverlayView) => view.notes.some(({ text }) => text.includes('item code will be refused'));
  await waitForOverlay(page, isTold);
  await clickButton(page, 'Next');
  await waitForOverlay(page, ({ card }) => card.includes('item code will be refused'));
  await decideInCard(page, 'Ignore');
  await waitForOverlay(page, (view) => !isTold(view));
  await page.reload();
  const { page: seen } = await browser.judged(page);
  expect(seen.findings.map(({ rule }) => rule)).not.toContain('temu/item-code-charset');
});
