import { expect, test } from '@playwright/test';
import type { ListingFilters, ListingsAnswer, StoreGlance } from '../../entrypoints/background/messages/listings.ts';
import { inventoryPage } from '../consoles/amazon/manage-inventory/rows.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, serve, show } from '../tools/each-test.ts';
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
    /Seen at \$[\d.]+ only since .+not the Was Price\./,
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

test('a list is the same in pieces as in one, whatever it is ordered and filtered by', async () => {
  const { url, html } = inventoryPage({ rows: 40 });
  const page = await serve(url, html);
  await browser.judged(page);
  const [glance] = await browser.ask<readonly StoreGlance[]>({ kind: 'store-glances' });
  const store = glance?.key ?? '';
  const { worst, topics, listings } = await browser.ask<ListingFilters>({
    kind: 'listing-filters',
    store,
  });
  const levels = Object.entries(worst).flatMap(([level, count]) => (count > 0 ? [level] : []));
  expect(levels.length, 'a list with a boundary between levels').toBeGreaterThan(1);
  const found = topics[0]?.rules[0]?.rule ?? null;
  expect(found).not.toBeNull();

  const slice = (filter: object, from: number, most: number) =>
    browser.ask<ListingsAnswer>({ kind: 'listings', store, search: '', ...filter, from, most });
  const filters = [
    { found: null, worst: null, total: listings },
    { found, worst: null, total: null },
    ...levels.map((level) => ({ found: null, worst: level, total: worst[level as keyof typeof worst] })),
  ];
  for (const { total, ...filter } of filters)
    for (const sort of ['worst', 'name', 'price'])
      for (const descending of [false, true]) {
        const name = JSON.stringify({ ...filter, sort, descending });
        const order = { ...filter, sort, descending };
        const whole = await slice(order, 0, 200);
        const names = whole.rows.map(({ listing }) => listing);
        expect(whole.total, name).toBe(total ?? names.length);
        expect(new Set(names).size, name).toBe(whole.total);
        const pieces: string[] = [];
        for (let from = 0; from < whole.total; from += 7) {
          const piece = await slice(order, from, 7);
          expect(piece.total, name).toBe(whole.total);
          pieces.push(...piece.rows.map(({ listing }) => listing));
        }
        expect(pieces, name).toEqual(names);
      }
  const ranks = ['error', 'warning', 'unknown', 'info'] as const;
  const worstOf = ({ counts }: ListingsAnswer['rows'][number]) => ranks.findIndex((level) => counts[level] > 0);
  const places = (await slice({ found: null, worst: null, sort: 'worst', descending: false }, 0, 200)).rows
    .map(worstOf)
    .map((place) => (place < 0 ? ranks.length : place));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('how many listings a check found something in follows what is read on the page', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await browser.judged(page);
  const [glance] = await browser.ask<readonly StoreGlance[]>({ kind: 'store-glances' });
  const count = async () => {
    const filter = { found: 'amazon/sale-price-not-below-price', worst: null, search: '', sort: 'worst' };
    const request = { kind: 'listings', store: glance?.key, ...filter, descending: false, from: 0, most: 10 };
    return (await browser.ask<ListingsAnswer>(request)).total;
  };
  expect(await count()).toBe(1);
  const price = page.locator('[name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"] input').first();
  await price.fill('198.60');
  await expect.poll(count).toBe(0);
  await price.fill('98.60');
  await expect.poll(count).toBe(1);
});
