import { expect, type Page, test } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { plainText } from '../tools/build.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickButton, clickInOverlay, overlayText, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// A seller shows where a field is, in the built extension, on pages whose layout is in no document.

launchForEachTest();

/** As the popup does. */
async function startTeaching(page: Page, field: string, record = 'page'): Promise<void> {
  await browser.judged(page);
  const tab = await browser.tabOf(page);
  const done = await browser.ask({ kind: 'start-teaching', tab, record, field });
  expect(done).toEqual({ done: true });
  await expect.poll(() => overlayText(page, 'teach')).toContain('click it');
}

const readingOf = async (page: Page, field: string) =>
  (await browser.judged(page)).page.health.fields.find((one) => one.field === field);

const sentences = ({ page }: Overview) => page?.findings.map(({ sentence }) => plainText(sentence)).join('\n') ?? '';

test('a coupon form that nobody knows: the discount is shown, confirmed, judged and remembered', async () => {
  const page = await show('amazon/coupon-create/unknown-words');
  let pressed = 0;
  await page.exposeFunction('pressed', () => {
    pressed += 1;
  });
  await page.evaluate(() => {
    const heard = ({ target }: Event) => {
      if ((target as Element).localName !== 'preflight-overlay') (window as never as { pressed(): void }).pressed();
    };
    for (const type of ['click', 'mousedown', 'pointerdown', 'keydown']) document.addEventListener(type, heard, true);
  });
  await startTeaching(page, 'couponPercent');

  // Something that is no percentage is refused with the reason, and pointing goes on.
  await page.getByLabel(/^Name/).click();
  await expect.poll(() => overlayText(page, 'teach')).toContain('cannot read what stands here as a percentage');

  await page.getByText('Shoppers save').click();
  await expect.poll(() => overlayText(page, 'teach')).toMatch(/Preflight reads 3\s?% here/);
  expect(await overlayText(page, 'teach')).toContain('the field labelled “Shoppers save”');
  await clickButton(page, 'Yes, read it here');
  await waitForOverlay(page, ({ dock }) => dock.includes('Kept. Preflight now reads'));
  expect(pressed).toBe(0);

  const judged = await browser.judged(page);
  expect(judged.page.name).toContain('coupon');
  expect(await readingOf(page, 'couponPercent')).toMatchObject({ taught: true });
  expect(sentences(judged)).toMatch(/5\s?%/);

  // From now on, and as it is typed.
  await page.reload();
  await waitForOverlay(page, ({ notes }) => notes.some(({ level, text }) => level === 'error' && /5\s?%/.test(text)));
  await page.getByLabel('Shoppers save').fill('12');
  await waitForOverlay(page, ({ notes }) => !notes.some(({ level, text }) => level === 'error' && /5\s?%/.test(text)));
});

test('by keyboard alone: the arrow keys go through the fields, Enter takes one, Escape leaves', async () => {
  const page = await show('amazon/coupon-create/unknown-words');
  await startTeaching(page, 'couponBudget');
  for (let press = 0; press < 30 && !(await overlayText(page, 'teach')).includes('Spending limit'); press += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => overlayText(page, 'teach')).toContain('Preflight reads $500.00 here');
  await page.keyboard.press('Enter');
  await waitForOverlay(page, ({ dock }) => dock.includes('Kept. Preflight now reads'));
  expect(await readingOf(page, 'couponBudget')).toMatchObject({ taught: true });

  await startTeaching(page, 'couponPercent');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlayText(page, 'teach')).toBe('');
  await waitForOverlay(page, ({ present }) => present);
});

test('what nothing names is not taken for a field', async () => {
  const page = await show('amazon/coupon-create/unknown-layout');
  await startTeaching(page, 'couponPercent');
  await page.locator('.dial input[type="text"]').first().click();
  await expect.poll(() => overlayText(page, 'teach')).toContain('Nothing here says what it is');
});

test('a column with a new name is shown in one row and read in all', async () => {
  const { address, html } = testPage('temu/goods-list/zh-cn');
  browser.serve(address, html.replaceAll(/>申报价格[^<]*</g, '>供货价位<'));
  const page = await browser.open(address);
  const known = (await browser.judged(page)).page.health.fields.find(({ field }) => field === 'sku');
  const prices = async () =>
    (await browser.judged(page)).page.health.fields.filter(({ field, taught }) => field === 'declaredPrice' && taught);
  expect(await prices()).toEqual([]);
  await startTeaching(page, 'declaredPrice', known?.record);
  await page.getByRole('cell', { name: '20.36', exact: true }).first().click();
  await expect.poll(() => overlayText(page, 'teach')).toContain('the column “供货价位”');
  await clickButton(page, 'Yes, read it here');
  await waitForOverlay(page, ({ dock }) => dock.includes('Kept. Preflight now reads'));
  const read = await prices();
  expect(read.map(({ shown }) => shown)).toEqual(['¥20.36', '¥20.36', '¥0.20', '¥45.00', '¥25.00', '', '¥300.01']);
});

test('the card beside a field that cannot be read leads to pointing, and what is shown is judged', async () => {
  const page = await show('amazon/coupon-create/unknown-layout');
  await waitForOverlay(page, ({ dock }) => dock !== '');
  await clickInOverlay(page, 'dock-toggle');
  await clickInOverlay(page, 'dock-finding', 'discount');
  await clickButton(page, 'Show me where it is');
  await expect.poll(() => overlayText(page, 'teach')).toContain('click it');
  await page.getByLabel('Strength').click();
  await expect.poll(() => overlayText(page, 'teach')).toMatch(/Preflight reads 5\s?% here/);
  await clickButton(page, 'Yes, read it here');
  await waitForOverlay(page, ({ dock }) => dock.includes('Kept. Preflight now reads'));
});
