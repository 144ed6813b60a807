import { expect, type Page, test } from '@playwright/test';
import { overlaps } from '../../entrypoints/console.content/overlay/placement.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { waitForOverlay } from '../tools/overlay.ts';

// The built extension in a real Chromium, on synthetic pages of TikTok Shop's console served on the real addresses.

launchForEachTest();

const rulesOf = async (page: Page) => (await browser.judged(page)).page.findings.map(({ rule }) => rule);

test('a list price below the price is told beside its SKU, until it is the price named', async () => {
  const page = await show('tiktok/product-edit/en-us');
  await browser.judged(page);
  await page.locator('#skus').scrollIntoViewIfNeeded();
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$19.99')));
  const listPrice = page.locator('#skus tbody tr').first().locator('input').nth(1);
  await listPrice.fill('20.00');
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('$19.99')));
  await listPrice.fill('19.98');
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$19.98')));
});

test('a local shop is judged by the local price range', async () => {
  const page = await show('tiktok/product-edit/en-us');
  const { page: seen } = await browser.judged(page);
  const ranges = seen.findings.filter(({ rule }) => rule === 'tiktok/price-range');
  expect(ranges.map(({ level }) => level)).toEqual(['error']);
});

test('a discount page asks for the rules of discounts, a flash page for those of flash sales', async () => {
  expect(await rulesOf(await show('tiktok/discount/en-us'))).toContain('tiktok/product-discount-percent');
  const flash = await rulesOf(await show('tiktok/flash-sale/en-us'));
  expect(flash).toContain('tiktok/flash-deal-percent');
  expect(flash).not.toContain('tiktok/product-discount-percent');
});

test('amounts of Vietnam are read as they are written there', async () => {
  const page = await show('tiktok/product-edit/vi-vn');
  const { page: seen } = await browser.judged(page);
  const told = seen.findings.map(({ sentence }) => sentence.map(({ text }) => text).join('')).join('\n');
  expect(told).toContain('180.000.001\u00a0₫');
});

test('stock and seller SKU are judged beside each SKU', async () => {
  const page = await show('tiktok/product-edit/en-us');
  await browser.judged(page);
  await page.locator('#skus').scrollIntoViewIfNeeded();
  await page.locator('#skus tbody tr').first().locator('input').nth(2).fill('100001');
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => /100,?001/.test(text)));
  await waitForOverlay(page, (view) =>
    view.notes.some(({ text }) => text.includes('The seller SKU has 51 characters')),
  );
});

test('a warning whose place scrolls into view later covers no field either', async () => {
  const page = await show('tiktok/product-edit/vi-vn');
  await browser.judged(page);
  for (const step of [200, 200, 200, 200]) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(300);
  }
  const boxes = await page.locator('#skus tbody input').evaluateAll((inputs) =>
    inputs.map((input) => {
      const { left, top, width, height } = input.getBoundingClientRect();
      return { left, top, width, height };
    }),
  );
  const { notes } = await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('100,000')));
  // A marker may stand on the border of its own field.
  const shown = notes.filter(({ visible, marker }) => visible && !marker);
  expect(shown.length).toBeGreaterThan(1);
  for (const { box, text } of shown)
    for (const field of boxes)
      expect(overlaps(field, { ...box, width: box.width - 2, height: box.height - 2 }), text).toBe(false);
});
