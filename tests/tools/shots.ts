/**
 * `npm run shots`: the pictures for the stores, taken from the built extension on synthetic consoles: five screenshots in
 * each language and the promotional tiles, written to `.output/store`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../entrypoints/background/messages/words.ts';
import { ensureBuild } from './build.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { clickInOverlay, type NoteView, typeIntoCard, waitForOverlay } from './overlay.ts';
import { testPage } from './pages.ts';

/** The size that Chrome's, Edge's and Firefox's stores take alike. */
const SCREENSHOT = { width: 1280, height: 800 };
const TILES = [
  { width: 440, height: 280 },
  { width: 1400, height: 560 },
];
const GROUND =
  'margin:0;height:100vh;display:flex;align-items:center;justify-content:center;background:#0a5c54;color:#fff;' +
  "font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const root = resolve(import.meta.dirname, '../..');

interface Words {
  readonly name: string;
  readonly claim: string;
  readonly popup: string;
  readonly popupMore: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    name: 'Preflight',
    claim: 'Know before you submit',
    popup: 'Every store at a glance',
    popupMore: 'What was found on this page and in every store you opened, and which one number would settle the rest.',
  },
  'zh-CN': {
    name: '上架预检',
    claim: '提交之前就知道结果',
    popup: '所有店铺一目了然',
    popupMore: '当前页面和每个店铺发现了什么，以及补上哪个数字就能判断其余的检查。',
  },
};

ensureBuild();
for (const language of ['en', 'zh-CN'] as const) {
  const folder = join(root, '.output/store', language);
  mkdirSync(folder, { recursive: true });
  await photograph(language, folder);
}

async function photograph(language: Language, folder: string): Promise<void> {
  const tag = language === 'en' ? 'en-US' : language;
  const browser = await launchChromium({ language: tag, viewport: SCREENSHOT });
  const inTongue = language === 'en' ? 'en-us' : 'zh-cn';
  const shoot = async (page: Page, name: string) => {
    await page.bringToFront();
    // Longer than a fade: nothing is caught half drawn.
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(join(folder, `${name}.png`));
  };

  const coupon = await show(browser, `amazon/coupon-create/${inTongue}`);
  await enterWasPrice(coupon);
  await shoot(coupon, '1-coupon');
  await shoot(await show(browser, `amazon/listing-editor/gen2-offer-${inTongue}`, true), '2-listing');
  await shoot(await show(browser, `temu/order-price/${language === 'en' ? language : inTongue}`, true), '3-temu');
  await shoot(await popupShown(browser, coupon, words[language]), '4-popup');
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace.html#/overview`);
  await workspace.getByRole('heading', { level: 1 }).waitFor();
  await shoot(workspace, '5-workspace');
  for (const { width, height } of TILES) {
    const tile = await browser.context.newPage();
    await tile.setViewportSize({ width, height });
    await tile.setContent(tilePage(words[language], height));
    await shoot(tile, `tile-${width}x${height}`);
  }
  await browser.close();
}

/** Opens a test page and waits until it was judged; with the first problem's card, when asked for. */
async function show(browser: ExtensionBrowser, name: string, withCard = false): Promise<Page> {
  const { address, html } = testPage(name);
  browser.serve(address, html);
  const page = await browser.open(address);
  await browser.judged(page);
  if (!withCard) return page;
  const { notes } = await waitForOverlay(page, (view) => view.notes.some(({ visible }) => visible));
  const worst = ['error', 'warning'].find((level) => notes.some((note) => note.level === level && note.visible));
  await clickInOverlay(page, `note-${worst ?? 'unknown'}`);
  await waitForOverlay(page, ({ card }) => card !== '');
  // What stands under the pointer opens.
  await page.mouse.move(0, 0);
  return page;
}

/** As a seller who knows the Was Price, which no page shows. */
async function enterWasPrice(page: Page): Promise<void> {
  await clickInOverlay(page, 'note-unknown');
  await waitForOverlay(page, ({ card }) => card !== '');
  await typeIntoCard(page, '98.00');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.mouse.wheel(0, 360);
  const isDrawn = ({ level, visible }: NoteView) => level === 'error' && visible;
  const { notes } = await waitForOverlay(page, ({ notes, card }) => card === '' && notes.some(isDrawn));
  const { left, top } = notes.find(isDrawn)?.box ?? { left: 0, top: 0 };
  // A sentence that has room for one line shows the rest under the pointer.
  await page.mouse.move(left + 20, top + 10);
}

/** The popup is smaller than a screenshot: its picture stands on a plain ground, beside what it is. */
async function popupShown(browser: ExtensionBrowser, over: Page, { popup, popupMore }: Words): Promise<Page> {
  const page = await browser.popup(over);
  await page.locator('.this-page').waitFor();
  const picture = (await page.screenshot()).toString('base64');
  const shown = await browser.context.newPage();
  await shown.setContent(
    `<body style="${GROUND};gap:72px"><div style="max-width:420px"><h1 style="font-size:40px;margin:0 0 16px">${popup}</h1>` +
      `<p style="font-size:20px;line-height:1.5;margin:0">${popupMore}</p></div>` +
      `<img style="border-radius:12px;box-shadow:0 12px 48px #0006" width="400" height="560" src="data:image/png;base64,${picture}">`,
  );
  await page.close();
  return shown;
}

function tilePage({ name, claim }: Words, height: number): string {
  const icon = readFileSync(join(root, 'assets/icon/preflight.svg')).toString('base64');
  const size = height / 4;
  return (
    `<body style="${GROUND};gap:${size / 3}px"><img width="${size}" height="${size}" style="border-radius:22%;box-shadow:0 0 0 1px #fff3"` +
    ` src="data:image/svg+xml;base64,${icon}"><div><p style="margin:0;font-weight:650;font-size:${size / 1.8}px">${name}</p>` +
    `<p style="margin:4px 0 0;font-size:${size / 3.6}px">${claim}</p></div>`
  );
}
