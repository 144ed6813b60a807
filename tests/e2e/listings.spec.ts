import { expect, test } from '@playwright/test';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickButton, clickInOverlay, waitForOverlay } from '../tools/overlay.ts';

// The workspace's views of listings in the built extension: real database, filled by real console pages.

launchForEachTest();

test('the card leads to its listing in the workspace, which outlives page and worker', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  await browser.judged(page);
  await page.bringToFront();
  await clickInOverlay(page, 'note-button');
  await waitForOverlay(page, (view) => view.card !== '');
  const [workspace] = await Promise.all([browser.context.waitForEvent('page'), clickButton(page, 'The whole listing')]);
  await expect(workspace.getByRole('region', { name: 'What was found' }).getByRole('article')).toBeVisible();
  const name = await workspace.getByRole('heading', { level: 1 }).textContent();
  await page.close();
  await stopWorkers(browser.control);
  await workspace.reload();
  await expect(workspace.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
  await expect(
    workspace.getByRole('region', { name: 'What is known' }).getByRole('row', { name: /Your Price/ }),
  ).toContainText('Listing editor');
  await expect(workspace.getByRole('region', { name: 'Price history' })).toContainText(
    /Seen at \$[\d.]+ only since .+it is no Was Price\./,
  );
});

test('the popup leads to all listings of a store, and an entry in one of them changes its margin', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  await browser.judged(page);
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  const [workspace] = await Promise.all([
    browser.context.waitForEvent('page'),
    popup.getByRole('button', { name: 'All listings' }).first().click(),
  ]);
  await workspace.locator('.list-link').click();
  const margin = workspace.getByRole('region', { name: 'What is left of a sale today' });
  await margin.getByLabel('Unit cost').fill('6.50');
  await margin.getByRole('button', { name: 'Save' }).click();
  await expect(margin.getByRole('row', { name: /Unit cost/ })).toContainText('− $6.50');
  await workspace.reload();
  await expect(margin.getByRole('row', { name: /Unit cost/ })).toContainText('− $6.50');
});
