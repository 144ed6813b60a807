import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, type LaunchOptions, launchChromium } from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';
import { setClock } from './clock.ts';
import { everything } from './everything.ts';

// Days are those of the marketplace's site, whatever the machine's clock and time zone; no jump of them loses anything.

const coupon = testPage('amazon/coupon-create/en-us');
/** A coupon that starts on 20 November, by the site's days in Los Angeles. */
const address = coupon.address;
const html = coupon.html.replace('12/01/2026', '11/20/2026').replace('12/31/2026', '12/10/2026');
/** 23:50 on 20 November in Los Angeles, the day after nearly everywhere else. */
const BEFORE_MIDNIGHT = '2026-11-21T07:50:00Z';
const AFTER_MIDNIGHT = '2026-11-21T08:01:00Z';

let browser: ExtensionBrowser;

async function launch(options: LaunchOptions = {}): Promise<void> {
  browser = await launchChromium(options);
}

test.afterEach(async () => {
  expect(browser.strayRequests).toEqual([]);
  await browser.close();
});

async function show(text = html, at = address): Promise<Page> {
  browser.serve(at, text);
  return browser.open(at);
}

const told = async (page: Page) =>
  (await browser.judged(page)).page.findings
    .map(({ rule, level, sentence }) => `${level} ${rule}: ${sentence.map(({ text }) => text).join('')}`)
    .join('\n');
const START = 'error amazon/coupon-schedule-window';

for (const [timeZone, ownDay] of [
  ['Pacific/Kiritimati', '2026-11-21'],
  ['Asia/Shanghai', '2026-11-21'],
  ['Pacific/Pago_Pago', '2026-11-20'],
] as const)
  test(`a machine in ${timeZone} counts the site’s days`, async () => {
    await launch({ timeZone });
    expect(await browser.control.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timeZone);
    await setClock(browser, BEFORE_MIDNIGHT);
    const page = await show();
    expect(await told(page)).not.toContain(START);
    const { rows } = await everything(browser.control, []);
    // When a page was seen is told to the seller, by the seller's own days.
    expect(rows.stores).toMatchObject([{ seen: ownDay }]);
    await setClock(browser, AFTER_MIDNIGHT);
    await page.reload();
    await expect.poll(() => told(page)).toContain(START);
  });

test('a page that is left open past midnight at its site is judged by the new day', async () => {
  await launch();
  await setClock(browser, BEFORE_MIDNIGHT);
  const page = await show();
  await setClock(browser, BEFORE_MIDNIGHT, page);
  expect(await told(page)).not.toContain(START);
  await setClock(browser, AFTER_MIDNIGHT, page);
  await page.bringToFront();
  await expect.poll(() => told(page)).toContain(START);
});

test('a clock that jumps back and forth loses no listing, no finding and no decision', async () => {
  await launch();
  await setClock(browser, BEFORE_MIDNIGHT);
  const editor = testPage('amazon/listing-editor/gen2-offer-en-us');
  const page = await show(editor.html, editor.address);
  const salePrice = page.locator('[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input');
  expect(await told(page)).toContain('$98.59');
  await browser.ask({ kind: 'change-rule', rule: 'amazon/title-length', store: null, on: false });
  const before = await everything(browser.control);
  for (const [moment, price] of [
    ['2024-02-29T12:00:00Z', '97.00'],
    ['2031-01-01T00:00:00Z', '98.00'],
    ['2026-11-19T12:00:00Z', '97.50'],
  ] as const) {
    await setClock(browser, moment, page);
    await salePrice.first().fill(price);
    await expect.poll(() => told(page)).not.toContain('$98.59');
    expect((await browser.overview(page)).stores.map(({ listings }) => listings)).toEqual([1]);
  }
  await setClock(browser, AFTER_MIDNIGHT, page);
  await salePrice.first().fill('98.60');
  await expect.poll(() => told(page)).toContain('$98.59');
  const after = await everything(browser.control);
  expect(after.decisions).toEqual(before.decisions);
  for (const name of ['stores', 'listings', 'findings', 'summaries', 'catalogue'])
    expect(after.rows[name], name).toEqual(before.rows[name]);
});
