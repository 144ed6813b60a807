import { expect, type Page, test } from '@playwright/test';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickInOverlay, type NoteView, type OverlayView, typeIntoCard, waitForOverlay } from '../tools/overlay.ts';

// The built extension in a real Chromium, on synthetic pages of Temu's console served on the real addresses.

launchForEachTest({ language: 'zh-CN' });

const sentences = async (page: Page) =>
  (await browser.judged(page)).page.findings.map(({ sentence }) => sentence.map(({ text }) => text).join(''));

test('an activity price above its reference price is refused beside the field, until it is the price named', async () => {
  const page = await show('temu/activity-detail/zh-cn');
  const { notes } = await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('¥8.01')));
  expect(notes.find(({ text }) => text.includes('¥8.01'))?.level).toBe('error');
  const price = page.locator('input[currency="CNY"]').nth(2);
  await price.fill('8.00');
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('¥8.0')));
  await price.fill('8.02');
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('¥8.02')));
});

test('each SKU of a price declaration says by how much its price is above the suggestion', async () => {
  const page = await show('temu/order-price/zh-cn');
  const { notes } = await waitForOverlay(page, (view) => view.notes.length >= 4);
  const told = notes.map(({ text }) => text).join('\n');
  for (const amount of ['¥2.70', '¥1.40', '¥0.01', '¥2.04']) expect(told).toContain(amount);
});

test('the dialog that accepts or refuses prices says the same before the click, and what the orders make of it', async () => {
  const page = await show('temu/order-price/multi-dialog-zh-cn');
  const dialog = await page.locator('[data-testid="beast-core-modal"]').boundingBox();
  if (!dialog) throw new Error('The page has no dialog.');
  // A sentence or a bare marker: what fits beside the prices depends on the fonts of the machine.
  const isInDialog = ({ visible, box }: NoteView) =>
    visible && box.top >= dialog.y && box.top + box.height <= dialog.y + dialog.height;
  const inDialog = (text: string) => (view: OverlayView) => {
    const notes = view.notes.filter(isInDialog);
    return notes.length === 2 && notes.some((note) => note.text.includes(text));
  };
  const { notes } = await waitForOverlay(page, inDialog('每件少收 ¥2.70'));
  const box = notes.find((note) => isInDialog(note) && note.text.includes('¥2.70'))?.box;
  await page.mouse.click((box?.left ?? 0) + (box?.width ?? 0) / 2, (box?.top ?? 0) + (box?.height ?? 0) / 2);
  await typeIntoCard(page, '120');
  await page.keyboard.press('Enter');
  // The dialog names no SKU: its orders do.
  await waitForOverlay(page, inDialog('¥324.00'));
  await waitForOverlay(page, inDialog('¥168.00'));
});

test('what an order asks for one SKU is not taken for its suggested price elsewhere', async () => {
  const orders = await show('temu/order-price/zh-cn');
  expect((await browser.judged(orders)).page.findings.length).toBeGreaterThan(0);
  const list = await show('temu/goods-list/zh-cn');
  const { page } = await browser.judged(list);
  expect(page.findings.map(({ rule }) => rule)).not.toContain('temu/declared-above-suggested');
});

test('a shop in dollars is judged in dollars, in the card too', async () => {
  const page = await show('temu/goods-edit/en-usd-mall');
  await browser.judged(page);
  const told = (await sentences(page)).join('\n');
  expect(told).toContain('$100.01');
  expect(told).not.toContain('¥');
  await page.locator('[id$=".suggestSalesPrice"]').first().scrollIntoViewIfNeeded();
  await clickInOverlay(page, 'note-info');
  const { card } = await waitForOverlay(page, (view) => view.card.includes('100.01'));
  expect(card).toContain('$100.01');
  expect(card).not.toContain('¥');
});

test('a page whose signals disagree is of an unknown store, and nothing is judged', async () => {
  const page = await show('temu/bad/disagree');
  const { page: seen } = await browser.judged(page);
  expect(seen.storeKey).toBeNull();
  expect(seen.findings).toEqual([]);
});

test('the code of one SKU is refused beside it while it is typed, and the order of its sides is its own', async () => {
  const page = await show('temu/goods-edit/zh-cn');
  await browser.judged(page);
  const line = page.locator('tbody tr').nth(1);
  await line.scrollIntoViewIfNeeded();
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('「红色」')));
  await line.locator('input[value="红色-XL"]').fill('RED-XL');
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('红')));
  await line.locator('[class*="volumeTdContainer"] input').nth(2).fill('9.1');
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('12、9.1、9')));
  const { page: seen } = await browser.judged(page);
  expect(seen.findings.filter(({ rule }) => rule === 'temu/volume-ordering')).toHaveLength(1);
});
