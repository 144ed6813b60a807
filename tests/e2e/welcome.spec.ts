import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, launchChromium, welcomePage } from '../tools/chromium.ts';
import { launchFirefox } from '../tools/firefox.ts';
import { expectNothingWrong } from '../workspace/open.ts';

// What a seller sees after the installation, and after an update.

declare const chrome: {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  storage: { local: { set(values: object): Promise<void> } };
};

let browser: ExtensionBrowser | undefined;

test.afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

/** Pictures for a person to look at, when asked for. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PREFLIGHT_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test('the welcome page opens at the installation, and its sample is judged while it is typed', async () => {
  browser = await launchChromium({ welcome: true });
  const page = await welcomePage(browser.context);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Preflight is ready');
  const notes = page.locator('.note');
  await expect(notes.filter({ hasText: 'Coupon will be rejected' })).toBeVisible();
  await page.getByRole('button', { name: /Coupon will be rejected/ }).click();
  await expect(page.locator('.sample-card')).toContainText('Source');
  await page.getByRole('textbox', { name: 'Coupon discount' }).fill('6');
  await expect(notes).toHaveCount(0);
  await expect(page.locator('.sample-card')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Title' }).fill('Mug, mug, mug');
  await expect(notes).toContainText('used more than twice');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(notes).toContainText('Coupon will be rejected');

  await page.getByRole('button', { name: 'Temu' }).click();
  await expect(notes.filter({ hasText: '¥840.00' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('预检已就绪');
  await expect(notes.filter({ hasText: '¥840.00' })).toContainText('限制提现');
  // Chromium without a window gives commands no keys.
  const commands = await page.evaluate(() => chrome.commands.getAll());
  const keys = commands.filter(({ name }) => !name.startsWith('_')).map(({ shortcut }) => shortcut || '未设置');
  await expect(page.locator('.shortcuts dd')).toHaveText(keys);
});

for (const language of ['en-US', 'zh-CN'])
  for (const dark of [false, true])
    test(`nothing is wrong with it in ${language}, ${dark ? 'dark' : 'light'}, narrow and wide`, async () => {
      browser = await launchChromium({ welcome: true, language, dark });
      const page = await welcomePage(browser.context);
      for (const width of [360, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        for (const hash of ['#/welcome', '#/news']) {
          await page.evaluate((to) => {
            location.hash = to;
          }, hash);
          if (hash === '#/welcome') await page.locator('.note-button').first().click();
          const state = `${hash.slice(2)}-${language}-${dark ? 'dark' : 'light'}-${width}`;
          await photograph(page, state);
          await expectNothingWrong(page, state);
        }
      }
    });

test('after an update the news are a mark in the rail and in the popup, until they were looked at', async () => {
  browser = await launchChromium();
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html`);
  const link = page.getByRole('link', { name: /What’s new/ });
  await expect(link).toHaveText('What’s new');
  // What an earlier version left behind.
  await page.evaluate(() => chrome.storage.local.set({ newsRead: '0.0.9' }));
  await page.reload();
  await expect(link).toHaveText('What’s new0.1.0');
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  await expect(popup.getByRole('button', { name: 'What’s new in 0.1.0' })).toBeVisible();
  await link.click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Version 0.1.0');
  await page.reload();
  await expect(link).toHaveText('What’s new');
  await popup.reload();
  await expect(popup.getByRole('link', { name: 'All checks' })).toBeVisible();
  await expect(popup.getByRole('button', { name: /What’s new/ })).toHaveCount(0);
});

test('Firefox: the sample is judged, and the keyboard commands are named as Firefox has them', async () => {
  // Waits for the welcome page of the installation, and closes it.
  const firefox = await launchFirefox();
  try {
    const page = await firefox.openOwn('/workspace.html#/welcome');
    await page.waitForSelector('.note-error');
    const keys = await page.$$eval('.shortcuts kbd', (all) => all.map(({ textContent }) => textContent));
    expect(keys).toEqual(['Alt+Shift+N', 'Alt+Shift+P', 'Alt+Shift+W']);
  } finally {
    await firefox.close();
  }
});
