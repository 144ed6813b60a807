import { expect, type Page, test } from '@playwright/test';
import { traced } from '../bench/trace.ts';
import { browser, launchForEachTest, serve } from '../tools/each-test.ts';
import { type OverlayView, readOverlay, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';
import { cover, covers, flood, removeOverlay, replay, timesRemoved, uncover, withNodes } from './hostile-page.ts';

// A page that works against the extension: what is said stays right, and the page stays the seller's.

const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
const SALE_PRICE = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input';
const YOUR_PRICE = 'purchasable_offer-0-our_price-0-schedule-0-value_with_tax';
const WARNING = '$98.59';

launchForEachTest();

const open = (text = html) => serve(address, text);

const isNoted = ({ notes }: OverlayView) => notes.some(({ visible, text }) => visible && text.includes(WARNING));
const told = async (page: Page) =>
  (await browser.judged(page)).page.findings
    .map(({ sentence }) => sentence.map(({ text }) => text).join(''))
    .join('\n');
const salePrice = (page: Page) => page.locator(SALE_PRICE).first();
const type = (page: Page, value: string) => salePrice(page).fill(value);

test('a page that takes the overlay away each time keeps it away, and popup and badge stay right', async () => {
  const page = await open();
  await waitForOverlay(page, isNoted);
  await removeOverlay(page);
  for (const value of ['97.00', '99.00', '97.00', '99.00', '97.00', '99.00', '97.00', '99.00']) {
    await type(page, value);
    await page.waitForTimeout(150);
  }
  expect(await told(page)).toContain(WARNING);
  expect((await readOverlay(page)).present).toBe(false);
  const before = await timesRemoved(page);
  // It was put back a few times, and no more since.
  expect(before).toBeLessThanOrEqual(7);
  await type(page, '97.00');
  await expect.poll(() => told(page)).not.toContain(WARNING);
  expect(await timesRemoved(page)).toBe(before);
});

for (const how of covers)
  test(`under a cover (${how}) nothing is drawn over it, what is told stays right, and the note is there again after`, async () => {
    const page = await open();
    await waitForOverlay(page, isNoted);
    await cover(page, how);
    await waitForOverlay(page, ({ notes }) => notes.every(({ visible }) => !visible));
    expect(await told(page)).toContain(WARNING);
    await uncover(page);
    await waitForOverlay(page, isNoted);
  });

test('a note stands above what the page opened last, when its field is in it', async () => {
  const page = await open();
  await waitForOverlay(page, isNoted);
  await page.evaluate((selector) => {
    const open = (...content: (Element | string)[]) => {
      const popover = document.createElement('div');
      popover.popover = 'manual';
      popover.style.cssText = 'width: 900px; height: 500px';
      popover.append(...content);
      document.body.append(popover);
      popover.showPopover();
    };
    open('A menu');
    const field = document.querySelector(selector)?.closest('div');
    setTimeout(() => open(field ?? ''), 500);
  }, SALE_PRICE.split(' ')[0] as string);
  const atNote = async () => {
    const box = (await readOverlay(page)).notes.find(({ visible }) => visible)?.box;
    if (!box) return null;
    const middle = [box.left + box.width / 2, box.top + box.height / 2] as const;
    return page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, middle);
  };
  await page.waitForTimeout(800);
  await expect.poll(atNote).toBe('preflight-overlay');
});

test('a framework that plays old values again is believed in nothing but what stands in the field', async () => {
  const page = await open();
  await waitForOverlay(page, isNoted);
  await type(page, '97.00');
  await waitForOverlay(page, (view) => !isNoted(view));
  expect(await replay(salePrice(page), '99.00', 1500)).toBeGreaterThan(10);
  await waitForOverlay(page, (view) => !isNoted(view) && view.notes.every(({ stale }) => !stale));
  expect(await told(page)).not.toContain(WARNING);
  await type(page, '99.00');
  await waitForOverlay(page, isNoted);
  await replay(salePrice(page), '97.00', 500);
  await waitForOverlay(page, isNoted);
  expect(await told(page)).toContain(WARNING);
});

test('a page that changes 10,000 times a second is answered while it does, and judged rightly', async () => {
  const page = await open();
  await waitForOverlay(page, isNoted);
  const { ours, longestTask } = await traced(page, browser.origin, async () => {
    const flooding = flood(page, 3000);
    await type(page, '97.00');
    await waitForOverlay(page, (view) => !isNoted(view));
    await type(page, '99.00');
    await waitForOverlay(page, isNoted);
    console.log(`${await flooding} changes in 3 s`);
  });
  console.log(`ours: ${ours.toFixed(0)} ms of the main thread, longest task ${longestTask.toFixed(0)} ms`);
  expect(await told(page)).toContain(WARNING);
});

test('a page of 50,000 nodes is read and judged as a small one', async () => {
  const page = await open(withNodes(html, 50_000));
  await waitForOverlay(page, isNoted);
  await type(page, '97.00');
  await waitForOverlay(page, (view) => !isNoted(view));
});

interface Fake {
  readonly what: string;
  readonly markup: string;
  /** Whether the true field is still told apart; otherwise it must not be judged at all. */
  readonly isTold: boolean;
}

/** `Your Price` is 98.60 and `Sale Price` 99.00 on this page, whose fields have names. */
const inNames: readonly Fake[] = [
  {
    what: 'a hidden field of the same name',
    markup: `<input type="hidden" name="${YOUR_PRICE}" value="500.00">`,
    isTold: true,
  },
  {
    what: 'a field of the same name that is not shown',
    markup: `<div style="display: none"><input name="${YOUR_PRICE}" value="500.00"></div>`,
    isTold: true,
  },
  { what: 'a second field of the same name', markup: `<input name="${YOUR_PRICE}" value="500.00">`, isTold: false },
  {
    what: 'another field under the same label as a named one',
    markup: '<label>Your Price <input value="500.00"></label>',
    isTold: true,
  },
  {
    what: 'another field’s word over a named field',
    markup: `<script>for (const label of document.querySelectorAll('[text="Your Price"]'))
      label.setAttribute('text', 'Sale Price')</script>`,
    isTold: true,
  },
];

/** The budget is 50.00 on this page, whose fields have nothing but labels. */
const inLabels: readonly Fake[] = [
  {
    what: 'another field under the same label that is not shown',
    markup: '<div style="display: none"><label>Coupon budget <input value="500.00"></label></div>',
    isTold: true,
  },
  {
    what: 'another field under the same label',
    markup: '<label>Coupon budget <input value="500.00"></label>',
    isTold: false,
  },
  {
    what: 'a label that says another field’s word',
    markup: '<label>Coupon budget <input value="Mugs"></label>',
    isTold: false,
  },
];

const coupon = testPage('amazon/coupon-create/en-us');
const pages = [
  { address, html, fakes: inNames, warning: WARNING },
  {
    address: coupon.address,
    html: coupon.html.replace('500.00', '50.00'),
    fakes: inLabels,
    warning: 'budget of $50.00',
  },
];

for (const one of pages)
  for (const { what, markup, isTold } of one.fakes)
    test(`${what} leads to no wrong verdict`, async () => {
      browser.serve(one.address, one.html.replace('</body>', `${markup}</body>`));
      const sentences = await told(await browser.open(one.address));
      expect(sentences).not.toContain('500.00');
      expect(sentences.includes(one.warning), sentences).toBe(isTold);
      if (!isTold) expect(sentences).toContain('Preflight could not read');
    });
