import { expect, test } from '@playwright/test';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickInOverlay, decideInCard, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// Whatever the browser does with a page, popup and overlay say what is true of it now.

launchForEachTest();

const EDITOR = 'amazon/listing-editor/gen2-offer-en-us';

test('a page that is left and come back to, out of the browser’s cache or anew, is judged as before', async () => {
  const page = await show(EDITOR);
  const { page: before } = await browser.judged(page);
  const { address, html } = testPage('amazon/coupon-create/en-us');
  browser.serve(address, html);
  await page.goto(address);
  await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
  // Other paths of a host answer what was served last.
  browser.serve(testPage(EDITOR).address, testPage(EDITOR).html);
  await page.goBack();
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
  const { page: after } = await browser.judged(page);
  expect(after.name).toBe(before.name);
  expect(after.counts).toEqual(before.counts);
  await page.goForward();
  await expect.poll(async () => (await browser.overview(page)).page?.name).toContain('coupon');
});

test('what is decided in one window holds in another, and is told as recent only where it was decided', async () => {
  const first = await show(EDITOR);
  const second = await browser.open(testPage(EDITOR).address);
  await browser.judged(second);
  await browser.judged(first);
  await clickInOverlay(first, 'note-button');
  await waitForOverlay(first, ({ card }) => card !== '');
  await decideInCard(first, 'Turn this check off');
  await waitForOverlay(first, ({ card }) => card === '');
  await waitForOverlay(second, ({ notes }) => !notes.some(({ text }) => text.includes('$98.59')));
  expect((await browser.overview(first)).decisions).toMatchObject([{ kind: 'turned-off', recent: true }]);
  expect((await browser.overview(second)).decisions[0]).not.toHaveProperty('recent');
});
