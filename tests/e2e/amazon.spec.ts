import { expect, type Page, test } from '@playwright/test';
import { plainText } from '../tools/build.ts';
import { launchChromium, stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, serve, show } from '../tools/each-test.ts';
import {
  clickButton,
  clickInOverlay,
  decideInCard,
  overlayHtml,
  readOverlay,
  typeIntoCard,
  waitForOverlay,
} from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// The built extension in a real Chromium, on synthetic consoles served on the real addresses.

launchForEachTest();

const YOUR_PRICE = '[name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"] input';

async function retype(page: Page, selector: string, value: string): Promise<void> {
  const field = page.locator(selector).first();
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(value, { delay: 30 });
}

test('a seller edits a price and is warned beside the field, then fixes it', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  const { notes } = await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
  const note = notes.find(({ text }) => text.includes('$98.59'));
  expect(note?.level).toBe('warning');

  const sale = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input';
  await retype(page, sale, '98.59');
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('$98.59')));
  await retype(page, sale, '120');
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
});

test('a note is out of date only until what was typed is judged, also when a key comes up later or nothing changed', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  const sale = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input';
  await page.locator(sale).first().click();
  await page.keyboard.press('End');
  // Held longer than the answer takes.
  await page.keyboard.press('5', { delay: 400 });
  await waitForOverlay(page, (view) => view.notes.every(({ stale }) => !stale));
  await page.keyboard.press('1');
  await page.keyboard.press('Backspace');
  await waitForOverlay(page, (view) => view.notes.every(({ stale }) => !stale));
});

test('a coupon below the Was Price: unknown, entered in the card, judged with the number that fixes it', async () => {
  const page = await show('amazon/coupon-create/en-us');
  await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
  await clickInOverlay(page, 'note-unknown');
  await waitForOverlay(page, (view) => view.card.includes('Was Price'));
  await typeIntoCard(page, '98');
  await page.keyboard.press('Enter');
  const { notes } = await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'error'));
  const error = notes.find(({ level }) => level === 'error');
  expect(error?.text).toContain('$93.67');
  expect(error?.text).toMatch(/6%/);
  expect(error?.text).toContain('$98.00');
});

test('Amazon’s own error sentence tells the Was Price', async () => {
  const page = await show('amazon/coupon-create/with-errors-en-us');
  const { page: seen } = await browser.judged(page);
  const sentences = seen.findings.map(({ sentence }) => plainText(sentence)).join('\n');
  // "Decrease Your Price to $130.00": 130.00 / 1.30.
  expect(sentences).toContain('Was Price $100.00');
});

test('ignored and turned off survive a stopped worker and can be undone in the popup', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
  await clickInOverlay(page, 'note-button', '$98.59');
  await waitForOverlay(page, (view) => view.card !== '');
  await decideInCard(page, 'Ignore');
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('$98.59')));

  await stopWorkers(browser.control);
  await page.reload();
  const ignored = await browser.judged(page);
  expect(ignored.page.findings.map(({ rule }) => rule)).not.toContain('amazon/sale-price-not-below-price');
  const decision = ignored.decisions.find(({ kind }) => kind === 'ignored');
  expect(decision).toBeDefined();

  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  await popup
    .getByText(/Ignored/)
    .first()
    .click();
  await popup.getByRole('button', { name: /Undo/ }).first().click();
  await popup.close();
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
});

test('a route change without reload ends the old page and judges the new one', async () => {
  const page = await show('amazon/listing-editor/gen2-all-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  await page.locator('#offer-link').click();
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
  await page.locator('#product_details-link').click();
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('$98.59')));
  await page.evaluate(() => history.pushState({}, '', '/home'));
  await waitForOverlay(page, (view) => !view.present);
});

test('a stopped worker loses nothing and a typed value is judged after it', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  await stopWorkers(browser.control);
  await retype(page, YOUR_PRICE, '98.61');
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('$98.59')));
});

test('two tabs of two stores do not mix', async () => {
  const us = await show('amazon/listing-editor/gen2-offer-en-us');
  const de = await show('amazon/listing-editor/gen2-offer-de-de');
  const [first, second] = [await browser.judged(us), await browser.judged(de)];
  expect(first.page.store.name).toContain('US');
  expect(second.page.store.name).toContain('DE');
  expect(second.stores.map(({ site }) => site).toSorted()).toEqual(['DE', 'US']);
  for (const { findings, store } of [first.page, second.page])
    for (const { sentence } of findings)
      expect(plainText(sentence).includes(store.name.includes('DE') ? '$' : '€')).toBe(false);
});

test.describe('pages that are not what they seem', () => {
  for (const name of ['login', 'captcha', 'unknown-layout'])
    test(`${name}: nothing is judged`, async () => {
      const page = await show(`amazon/listing-editor/bad/${name}`);
      await page.waitForTimeout(1500);
      expect((await readOverlay(page)).notes).toEqual([]);
      expect((await browser.overview(page)).page?.findings ?? []).toEqual([]);
    });

  test('a title with markup is shown as text', async () => {
    const page = await show('amazon/listing-editor/bad/odd-titles');
    await browser.judged(page);
    expect(await overlayHtml(page)).not.toContain('<img');
  });

  test('two fields of one name with two values are ambiguous, not the first one', async () => {
    const page = await show('amazon/listing-editor/bad/duplicate-names');
    const { page: seen } = await browser.judged(page);
    expect(seen.health.fields.filter(({ state }) => state.includes('read')).length).toBeGreaterThan(0);
    expect(JSON.stringify(seen.health)).toMatch(/ambiguous|two/i);
  });

  test('a form that is replaced while it is read is read in the end', async () => {
    const page = await show('amazon/listing-editor/bad/replaces-dom');
    await page.waitForTimeout(2500);
    const { page: seen } = await browser.judged(page);
    expect(seen.health.fields.some(({ shown }) => shown !== '')).toBe(true);
  });

  test('signals that disagree make an unknown store, and nothing is judged', async () => {
    const page = await show('amazon/store/disagree');
    const { page: seen } = await browser.judged(page);
    expect(seen.store.known).toBe(false);
    expect(seen.store.note).not.toBe('');
    expect(seen.findings).toEqual([]);
  });
});

test('the page sees one host element of ours and nothing else changed', async () => {
  const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
  const page = await serve(address, html);
  await waitForOverlay(page, (view) => view.notes.length > 0);
  const outside = () =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      const hosts = copy.querySelectorAll('preflight-overlay');
      for (const host of hosts) host.remove();
      return { hosts: hosts.length, html: copy.outerHTML };
    });
  const plainBrowser = await launchChromium({ build: null });
  plainBrowser.serve(address, html);
  const plainPage = await plainBrowser.open(address);
  const plain = await plainPage.evaluate(() => (document.documentElement.cloneNode(true) as HTMLElement).outerHTML);
  await plainBrowser.close();
  expect(await outside()).toEqual({ hosts: 1, html: plain });
  expect(await page.evaluate(() => document.querySelector('preflight-overlay')?.shadowRoot)).toBeNull();
});

test('the walk by keyboard opens one card after the other and Escape gives the focus back', async () => {
  const page = await show('amazon/listing-editor/gen2-details-en-us');
  await waitForOverlay(page, (view) => view.status.includes('3'));
  const title = page.locator('[name="item_name-0-value"] textarea').first();
  await title.focus();
  await clickButton(page, 'Next');
  const first = await waitForOverlay(page, (view) => view.card.includes('1 / '));
  await clickButton(page, 'Next');
  const second = await waitForOverlay(page, (view) => view.card.includes('2 / '));
  expect(second.card).not.toBe(first.card);
  await page.keyboard.press('Escape');
  await waitForOverlay(page, (view) => view.card === '');
});
