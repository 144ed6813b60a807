import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { recentOrders } from '../reports/samples.ts';
import { plainText } from '../tools/build.ts';
import { changedBuild } from '../tools/changed-build.ts';
import { FIREFOX_BUILD, type FirefoxBrowser, launchFirefox } from '../tools/firefox.ts';
import type { NoteView } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';
import { today } from '../tools/pinned-clock.ts';

// The built extension in a real Firefox, on synthetic consoles served on the real addresses.

type Show = (name: string, headers?: Readonly<Record<string, string>>) => Promise<Page>;

const test = base.extend<{ firefox: FirefoxBrowser; show: Show }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  firefox: async ({}, use) => {
    const firefox = await launchFirefox();
    try {
      await use(firefox);
    } finally {
      await firefox.close();
    }
    expect(firefox.strayRequests).toEqual([]);
  },
  show: async ({ firefox }, use) => {
    await use((name, headers = {}) => {
      const { address, html } = testPage(name);
      firefox.serve(address, html, headers);
      return firefox.open(address);
    });
  },
});

const SALE_PRICE = '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] >>> input';

async function retype(page: Page, selector: string, value: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  await field?.click({ count: 3 });
  await page.keyboard.type(value, { delay: 30 });
}

test('a seller edits a price and is warned beside the field, then fixes it', async ({ firefox, show }) => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  const { notes } = await firefox.waitForOverlay(page, ({ notes }) => notes.some(isDrawnWarning));
  expect(notes.find(isDrawnWarning)?.level).toBe('warning');

  await retype(page, SALE_PRICE, '98.59');
  await firefox.waitForOverlay(page, ({ notes }) => !notes.some(warnsOfSalePrice));
  await retype(page, SALE_PRICE, '120');
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(warnsOfSalePrice));
});

test('an activity price on Temu and a list price on TikTok Shop are judged as they are typed', async ({
  firefox,
  show,
}) => {
  const temu = await show('temu/activity-detail/zh-cn');
  await firefox.waitForOverlay(temu, ({ notes }) => notes.some(({ text }) => text.includes('8.01')));
  await retype(temu, 'tr:nth-of-type(3) input[currency="CNY"]', '8.00');
  await firefox.waitForOverlay(temu, ({ notes }) => !notes.some(({ text }) => text.includes('8.0')));

  const tiktok = await show('tiktok/product-edit/en-us');
  const LIST_PRICE = '#skus tbody tr:first-of-type td:nth-of-type(3) input';
  await retype(tiktok, LIST_PRICE, '19.98');
  await firefox.waitForOverlay(tiktok, ({ notes }) => notes.some(({ text }) => text.includes('$19.98')));
  await retype(tiktok, LIST_PRICE, '20.00');
  await firefox.waitForOverlay(tiktok, ({ notes }) => !notes.some(({ text }) => text.includes('$19.98')));
});

test('a stopped background loses nothing and a typed value is judged after it', async ({ firefox, show }) => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(warnsOfSalePrice));
  await firefox.stopBackground();
  await retype(page, SALE_PRICE, '98.59');
  await firefox.waitForOverlay(page, ({ notes }) => !notes.some(warnsOfSalePrice));
  await firefox.stopBackground();
  // What was on its way when the background ended is judged by the next one.
  const rules = async () => (await firefox.overview(page)).page?.findings.map(({ rule }) => rule);
  await expect.poll(rules).not.toContain('amazon/sale-price-not-below-price');
  const { page: seen } = await firefox.overview(page);
  expect(seen?.store.name).toContain('Harbor Demo Goods');
  await expect.poll(async () => (await firefox.overview(page)).stores.map(({ listings }) => listings)).toEqual([1]);
});

test('a coupon below the Was Price: unknown, entered by keyboard alone, judged and remembered', async ({
  firefox,
  show,
}) => {
  const page = await show('amazon/coupon-create/en-us');
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(({ level }) => level === 'unknown'));
  await walkTo(firefox, page, 'the Was Price is not known', 'Was Price');
  await page.keyboard.type('98');
  await page.keyboard.press('Enter');
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(({ level }) => level === 'error'));

  await firefox.stopBackground();
  await page.reload();
  const { notes } = await firefox.waitForOverlay(page, ({ notes }) => notes.some(({ level }) => level === 'error'));
  const error = notes.find(({ level }) => level === 'error');
  expect(error?.text).toContain('$93.67');
  expect(error?.text).toMatch(/\b6\s?%/);
  expect(error?.text).toContain('$98.00');
});

test('the browser’s shortcuts walk from card to card, the focus goes along, and Escape closes', async ({
  firefox,
  show,
}) => {
  const page = await show('amazon/listing-editor/gen2-details-en-us');
  await firefox.waitForOverlay(page, ({ notes }) => notes.length > 0);
  const walk = async (command: string, place: string) => {
    await firefox.shortcut(letterOf(command));
    const { card } = await firefox.waitForOverlay(page, (view) => view.card.includes(place));
    await expect.poll(async () => (await firefox.focused(page))?.className).toBe('card');
    return card;
  };
  const first = await walk('next-finding', '1 / ');
  const second = await walk('next-finding', '2 / ');
  expect(second).not.toBe(first);
  // Past the two steps of the walk, into the part that the next card replaces.
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
  expect((await firefox.focused(page))?.className).not.toBe('card');
  expect(await walk('previous-finding', '1 / ')).toBe(first);
  await page.keyboard.press('Escape');
  await firefox.waitForOverlay(page, ({ card }) => card === '');
});

test('the browser’s shortcut hides the warnings and brings them back', async ({ firefox, show }) => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await firefox.waitForOverlay(page, ({ notes }) => notes.length > 0);
  await firefox.shortcut(letterOf('toggle-warnings'));
  await firefox.waitForOverlay(page, ({ notes }) => notes.length === 0);
  await firefox.shortcut(letterOf('toggle-warnings'));
  await firefox.waitForOverlay(page, ({ notes }) => notes.length > 0);
});

test('a Chinese inventory page is read, and the popup and the page speak Chinese once the seller picks it', async ({
  firefox,
  show,
}) => {
  const page = await show('amazon/manage-inventory/gen-b-zh-cn');
  await firefox.waitForOverlay(page, ({ dock }) => dock !== '');
  const popup = await firefox.openPopup(page);
  await popup.locator('::-p-text(中文)').click();
  const shown = () => popup.evaluate(() => document.body.textContent);
  await expect.poll(shown).toContain('管理库存');
  expect(await shown()).toContain('Harbor Demo Goods');
  await firefox.waitForOverlay(page, ({ dock }) => dock.includes('上架预检'));

  const sentences = async () =>
    (await firefox.overview(page)).page?.findings.map(({ sentence }) => plainText(sentence)) ?? [];
  // The page is read anew in the other language.
  await expect.poll(async () => (await sentences()).length).toBeGreaterThan(0);
  const chinese = await sentences();
  for (const sentence of chinese) expect(sentence).toMatch(/\p{Script=Han}/u);
  await expect.poll(shown).toContain(chinese[0]);
});

test('a check is turned off in its card by keyboard, and on again in the popup', async ({ firefox, show }) => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(warnsOfSalePrice));
  await firefox.shortcut(letterOf('next-finding'));
  await firefox.waitForOverlay(page, ({ card }) => card.includes('$98.59'));
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return (await firefox.focused(page))?.name;
    })
    .toBe('Turn this check off');
  await page.keyboard.press('Enter');
  // Firefox cannot tell whether the card could be seen: the popup asks.
  await firefox.waitForOverlay(page, ({ card }) => card.includes('Confirm it in the popup'));

  const popup = await firefox.openPopup(page);
  await popup.locator('.pending .button-primary').click();
  await popup.waitForSelector('.pending', { hidden: true });
  await page.bringToFront();
  await firefox.waitForOverlay(page, ({ notes }) => !notes.some(warnsOfSalePrice));
  await popup.bringToFront();
  await popup.locator('.decision .link').click();
  await popup.waitForSelector('.decision', { hidden: true });
  await page.bringToFront();
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(warnsOfSalePrice));
});

test('the overlay is drawn with its styles on a page that allows no styles and scripts but its own files', async ({
  firefox,
  show,
}) => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us', {
    'content-security-policy': "default-src 'self'; style-src 'self'; script-src 'self'",
  });
  const { notes } = await firefox.waitForOverlay(page, ({ notes }) => notes.some(isDrawnWarning));
  // The page's own inline style is refused, so the policy is in force.
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  expect(await firefox.computed(page, 'note', 'position')).toContain('absolute');
  expect(await firefox.computed(page, 'note-button', 'background-color')).not.toContain('rgba(0, 0, 0, 0)');

  const { left = 0, top = 0, width = 0, height = 0 } = notes.find(isDrawnWarning)?.box ?? {};
  const clip = { x: left, y: top, width, height };
  await firefox.shortcut(letterOf('toggle-warnings'));
  await firefox.waitForOverlay(page, ({ notes }) => notes.length === 0);
  const without = Buffer.from(await page.screenshot({ clip }));
  await firefox.shortcut(letterOf('toggle-warnings'));
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(isDrawnWarning));
  // It fades in.
  await expect.poll(async () => without.equals(Buffer.from(await page.screenshot({ clip })))).toBe(false);
});

test('orders that are imported answer a coupon', async ({ firefox, show }) => {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-orders-'));
  const path = join(folder, 'orders.txt');
  writeFileSync(path, recentOrders(today()));
  const coupon = await show('amazon/coupon-create/en-us');
  await firefox.waitForOverlay(coupon, ({ notes }) => notes.some(({ level }) => level === 'unknown'));
  // The shop is known once its page has come to rest: the import need not ask for it.
  await expect.poll(async () => (await firefox.overview(coupon)).stores).toHaveLength(1);
  const workspace = await firefox.openOwn('/workspace.html#/imports');
  const input = await workspace.waitForSelector('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await workspace.waitForSelector('::-p-text(5 order lines counted)');
  await coupon.bringToFront();
  const { notes } = await firefox.waitForOverlay(coupon, ({ notes }) =>
    notes.some(({ text }) => text.includes('$18.50')),
  );
  expect(notes.find(({ text }) => text.includes('$18.50'))?.level).toBe('warning');
  rmSync(folder, { recursive: true });
});

const call = (address: string) =>
  fetch(address)
    .catch(() => undefined)
    .then(() => undefined);

test('no request leaves, and pages of ours could send none', async ({ firefox, show }) => {
  const page = await show('amazon/coupon-create/with-errors-en-us');
  await firefox.waitForOverlay(page, ({ dock }) => dock !== '');
  const popup = await firefox.openPopup(page);
  expect(firefox.strayRequests).toEqual([]);
  await popup.evaluate(call, 'https://extension.example/');
  expect(firefox.strayRequests).toEqual([]);
});

test('a request of a console, or of a popup without our policy, would be seen and fail its test', async () => {
  const build = changedBuild(FIREFOX_BUILD, (manifest) => {
    delete manifest.content_security_policy;
  });
  const firefox = await launchFirefox({ build: build.folder });
  const { address, html } = testPage('amazon/coupon-create/with-errors-en-us');
  firefox.serve(address, html);
  const page = await firefox.open(address);
  const popup = await firefox.openPopup(page);
  await popup.evaluate(call, 'https://extension.example/');
  await page.evaluate(call, 'https://page.example/');
  expect(firefox.strayRequests.map((stray) => new URL(stray).host)).toEqual(
    expect.arrayContaining(['page.example', 'extension.example']),
  );
  await expect(firefox.close()).rejects.toThrow('Requests left the browser');
  build.remove();
});

function warnsOfSalePrice({ text }: NoteView): boolean {
  return text.includes('$98.59');
}

/** A note is in the overlay, unseen, before it has its place beside the field. */
function isDrawnWarning(note: NoteView): boolean {
  return warnsOfSalePrice(note) && note.visible && note.box.width > 0;
}

/** Walks with the browser's shortcut to the card that says `sentence`, and with Tab to its field `label`. */
async function walkTo(firefox: FirefoxBrowser, page: Page, sentence: string, label: string): Promise<void> {
  let card = '';
  while (!card.includes(sentence)) {
    await firefox.shortcut(letterOf('next-finding'));
    const last = card;
    ({ card } = await firefox.waitForOverlay(page, (view) => view.card !== '' && view.card !== last));
  }
  for (let tab = 0; tab < 8; tab += 1) {
    await page.keyboard.press('Tab');
    const focused = await firefox.focused(page);
    if (focused?.name === label) return;
  }
  throw new Error(`Tab does not reach the field ${label} of the card: ${card}`);
}

/** The letter of a command's shortcut, which is Alt+Shift+letter. */
function letterOf(command: string): string {
  const { commands } = JSON.parse(readFileSync(`${FIREFOX_BUILD}/manifest.json`, 'utf8')) as {
    commands: Record<string, { suggested_key: { default: string } }>;
  };
  const [, letter] = /^Alt\+Shift\+([A-Z])$/.exec(commands[command]?.suggested_key.default ?? '') ?? [];
  if (!letter) throw new Error(`The manifest has no shortcut for ${command} that this test can press.`);
  return letter;
}

test('a backup is saved, everything is deleted, and the backup restored', async ({ firefox, show }, testInfo) => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await firefox.waitForOverlay(page, ({ notes }) => notes.some(isDrawnWarning));
  const kept = async () => {
    const { stores, decisions } = await firefox.overview(page);
    return { stores, decisions };
  };
  await expect.poll(async () => (await kept()).stores).toHaveLength(1);
  const before = await kept();
  await page.goto('about:blank');

  const workspace = await firefox.openOwn('/workspace.html#/settings');
  const click = (name: string) => workspace.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  const shown = () => workspace.evaluate(() => document.body.textContent);
  await expect.poll(shown).toContain('Save a backup');
  // The driver cannot read Firefox's downloads: the file is taken where the page hands it to the browser.
  await workspace.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => {
      void file.arrayBuffer().then((bytes) => {
        document.body.dataset.file = btoa(String.fromCharCode(...new Uint8Array(bytes)));
      });
      return create(file);
    };
  });
  await click('Save a backup');
  const file = () => workspace.evaluate(() => document.body.dataset.file ?? '');
  await expect.poll(file).not.toBe('');
  const path = testInfo.outputPath('preflight-backup.ndjson.gz');
  writeFileSync(path, Buffer.from(await file(), 'base64'));

  await click('Delete…');
  await click('Delete everything');
  await expect.poll(async () => (await kept()).stores).toEqual([]);

  // A page behind another draws no frames, and a click waits for two.
  await workspace.bringToFront();
  const input = await workspace.$('input[type=file][accept*=gzip]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await expect.poll(shown).toContain('This is in the backup');
  await click('Replace everything');
  await expect.poll(kept).toEqual(before);
});

test('a seller shows the discount on a coupon form that nobody knows, and it is judged', async ({ firefox, show }) => {
  const page = await show('amazon/coupon-create/unknown-words');
  await expect.poll(async () => (await firefox.overview(page)).page?.name).toBe('Page not recognised');
  const popup = await firefox.openPopup(page);
  await popup.locator('::-p-aria([name="Show me where it is: Coupon discount"][role="button"])').click();
  await page.bringToFront();
  await expect.poll(async () => (await firefox.focused(page))?.className).toBe('teach');
  await page.locator('::-p-text(Shoppers save)').click();
  await expect.poll(async () => (await firefox.focused(page))?.name).toBe('Yes, read it here');
  await page.keyboard.press('Enter');
  const { notes } = await firefox.waitForOverlay(page, ({ dock }) => dock.includes('Kept. Preflight now reads'));
  const error = notes.find(({ level }) => level === 'error');
  expect(error?.text).toMatch(/\b5\s?%/);
});
