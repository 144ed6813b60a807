import { expect, test } from '@playwright/test';
import { launchChromium } from '../tools/chromium.ts';
import { readOverlay, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
const SALE_PRICE = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input';
const hasWarning = ({ notes }: { notes: readonly { text: string }[] }) =>
  notes.some(({ text }) => text.includes('$98.59'));

test('the extension reloaded under an open tab says so once and leaves the page alone', async () => {
  const browser = await launchChromium();
  browser.serve(address, html);
  const page = await browser.open(address);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await waitForOverlay(page, hasWarning);
  // The reload closes the extension's own pages, so the call that asks for it must have returned before.
  const closed = browser.control.waitForEvent('close');
  await browser.control.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
    setTimeout(() => chrome.runtime.reload());
  });
  await closed;
  await page.bringToFront();
  await page.locator(SALE_PRICE).first().fill('97.00');
  await waitForOverlay(page, ({ dock, notes }) => dock.includes('Reload this page') && notes.length === 0);
  await page.locator(SALE_PRICE).first().fill('99.00');
  await page.waitForTimeout(500);
  expect((await readOverlay(page)).notes).toEqual([]);
  expect(await page.locator(SALE_PRICE).first().inputValue()).toBe('99.00');
  expect(errors).toEqual([]);
  await browser.close();
});

test('with the storage full the page is judged all the same, and the seller is told', async () => {
  const browser = await launchChromium();
  const session = await browser.context.newCDPSession(browser.control);
  await session.send('Storage.overrideQuotaForOrigin', { origin: browser.origin, quotaSize: 1 });
  browser.serve(address, html);
  const page = await browser.open(address);
  await waitForOverlay(page, hasWarning);
  const { page: seen } = await browser.judged(page);
  expect(seen.remarks.join(' ')).toContain('could not be stored');
  await session.send('Storage.overrideQuotaForOrigin', { origin: browser.origin });
  await page.locator(SALE_PRICE).first().fill('99.00');
  await waitForOverlay(page, hasWarning);
  const after = await browser.judged(page);
  expect(after.page.remarks).toEqual([]);
  expect(after.stores.map(({ listings }) => listings)).toEqual([1]);
  await browser.close();
});
