/**
 * `npm start`: the extension at work on demo consoles, served on the real addresses. With a display a browser window
 * opens to play in; without one everything is printed and photographed.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild, plainText } from './build.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { clickInOverlay, typeIntoCard, waitForOverlay } from './overlay.ts';
import { today } from './pinned-clock.ts';

interface Demo {
  readonly name: string;
  readonly file: string;
  readonly address: string;
}

const folder = join(import.meta.dirname, '../consoles');

/** Synthetic pages whose numbers come from published cases: price 98.60, Was Price 98.00, a coupon of 5 %… */
const demos: readonly Demo[] = [
  demo('listing editor', 'amazon/listing-editor/gen2-all-en-us'),
  demo('listing editor, Chinese', 'amazon/listing-editor/gen2-offer-zh-cn'),
  demo('coupon', 'amazon/coupon-create/en-us'),
  demo('coupon with Amazon’s own errors', 'amazon/coupon-create/with-errors-en-us'),
  demo('inventory', 'amazon/manage-inventory/gen-b-en-us'),
  demo('Temu price declaration', 'temu/order-price/zh-cn'),
  demo('Temu product list', 'temu/goods-list/zh-cn'),
  demo('Temu activity', 'temu/activity-detail/zh-cn'),
  demo('TikTok Shop product', 'tiktok/product-edit/en-us'),
  demo('TikTok Shop product, Vietnam', 'tiktok/product-edit/vi-vn'),
  demo('TikTok Shop flash sale', 'tiktok/flash-sale/en-us'),
];

ensureBuild();
console.log(`The demo's day is ${today()}: its pages hold days around it.`);
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
if (hasDisplay && !process.env.CI) await play();
else await photograph();

function demo(name: string, path: string): Demo {
  const file = join(folder, `${path}.html`);
  const { url } = JSON.parse(readFileSync(join(folder, `${path}.expected.json`), 'utf8')) as { url: string };
  // Two demos may share an address, which a browser tab could then not reload.
  const address = new URL(url);
  address.searchParams.set('demo', name);
  return { name, file, address: address.href };
}

/** Opens the demo consoles in a window and stays until it is closed. */
async function play(): Promise<void> {
  const browser = await launchChromium({ headless: false, language: systemLanguage() });
  serveAll(browser);
  for (const { address } of demos) await browser.open(address);
  console.log('Edit a field in one of the tabs: the warning appears beside it. Close the window to end.');
  await browser.context.waitForEvent('close', { timeout: 0 });
}

/** Walks through the demo consoles in both languages, prints what was read and warned, and writes screenshots. */
async function photograph(): Promise<void> {
  const output = '.results/start';
  mkdirSync(output, { recursive: true });
  for (const language of ['zh-CN', 'en-US']) {
    const browser = await launchChromium({ language });
    serveAll(browser);
    console.log(`\n=== ${language}`);
    for (const { name, file, address } of demos) {
      const page = await browser.open(address);
      await printVerdict(browser, page, name);
      const shot = `${output}/${file.split('/').slice(-3).join('-').replace('.html', '')}.${language}.png`;
      await page.screenshot({ path: shot });
      console.log(`  screenshot ${shot}`);
      if (name !== 'coupon') continue;
      await enterWasPrice(browser, page, `${output}/coupon-was-price.${language}.png`);
      await photographPopup(browser, page, `${output}/popup.${language}.png`);
    }
    console.log(`  requests that left the pages: ${browser.strayRequests.length}`);
    await browser.close();
  }
}

function serveAll(browser: ExtensionBrowser): void {
  for (const { file, address } of demos) browser.serve(address, readFileSync(file, 'utf8'));
}

async function printVerdict(browser: ExtensionBrowser, page: Page, name: string): Promise<void> {
  const { page: seen } = await browser.judged(page);
  console.log(`\n${name}: ${seen.store.name}, ${seen.name}, ${seen.health.line}`);
  for (const { label, shown, state, via } of seen.health.fields.filter((field) => field.shown))
    console.log(`  read   ${label}: ${shown.slice(0, 70)} (${state}, ${via})`);
  for (const { levelName, listing, sentence } of seen.findings)
    console.log(`  ${levelName}  ${listing}: ${plainText(sentence)}`);
}

/** Does what a seller does who knows the Was Price: opens the card of what cannot be told yet, and types it. */
async function enterWasPrice(browser: ExtensionBrowser, page: Page, shot: string): Promise<void> {
  await clickInOverlay(page, 'note-unknown');
  await waitForOverlay(page, ({ card }) => card !== '');
  await typeIntoCard(page, '98.00');
  await page.keyboard.press('Enter');
  await waitForOverlay(page, ({ notes }) => notes.some(({ level }) => level === 'error'));
  await printVerdict(browser, page, 'the same coupon, Was Price $98.00 entered');
  await page.screenshot({ path: shot });
  console.log(`  screenshot ${shot}`);
}

async function photographPopup(browser: ExtensionBrowser, page: Page, path: string): Promise<void> {
  const popup = await browser.popup(page);
  await popup.locator('.this-page').waitFor();
  await popup.screenshot({ path });
  console.log(`  screenshot ${path}`);
}

function systemLanguage(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en-US';
}
