import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from '../tools/axe.ts';
import { launchChromium } from '../tools/chromium.ts';
import { clickButton, clickInOverlay, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// The built extension's reference, as a seller comes to it.

const texts = { en: 'Rule in full', 'zh-CN': '完整规则' } as const;
const locales = { en: 'en-US', 'zh-CN': 'zh-CN' } as const;
const languages = ['en', 'zh-CN'] as const;

for (const language of languages)
  test(`a click in the card of a page opens the reference at its rule: ${language}`, async () => {
    const browser = await launchChromium({ language: locales[language] });
    const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
    browser.serve(address, html);
    const page = await browser.open(address);
    await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
    // A note that still moves to its place may be missed by a click.
    await expect(async () => {
      await clickInOverlay(page, 'note-button', '$98.59');
      await waitForOverlay(page, (view) => view.card.includes(texts[language]), 3000);
    }).toPass();
    const opening = browser.context.waitForEvent('page');
    await clickButton(page, texts[language]);
    const reference = await opening;
    await reference.waitForLoadState();
    expect(reference.url()).toBe(`${browser.origin}/reference/${language}/amazon.html#sale-price-not-below-price`);
    await expect(reference.locator('article:target')).toBeInViewport();
    await expect(reference.locator('html')).toHaveAttribute('lang', language);
    await browser.close();
  });

test('the popup leads to the index, the index to every marketplace, and every page to the other language', async () => {
  const browser = await launchChromium();
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  const opening = browser.context.waitForEvent('page');
  await popup.getByRole('link', { name: 'All checks' }).click();
  const reference = await opening;
  await expect(reference).toHaveURL(`${browser.origin}/reference/en/index.html`);
  for (const marketplace of ['Amazon', 'Temu', 'TikTok Shop']) {
    await reference.getByRole('navigation', { name: 'Marketplaces' }).getByRole('link', { name: marketplace }).click();
    await expect(reference.getByRole('heading', { level: 1 })).toContainText(marketplace);
    await expect.poll(() => reference.getByRole('article').count()).toBeGreaterThan(10);
  }
  await reference.getByRole('link', { name: '中文' }).click();
  await expect(reference).toHaveURL(`${browser.origin}/reference/zh-CN/tiktok.html`);
  await browser.close();
});

/** Every rule is built like the next: a few of the first topics stand for the hundreds of others, which take minutes. */
const judged = ['.bar', '.contents', '.legend', '.topic:nth-of-type(-n+3) .rule:nth-of-type(-n+4)'];

/** The marketplaces' pages are built alike: each is judged in some of the looks, and in all it is seen that it fits. */
const judgedIn: { readonly [page: string]: readonly string[] } = {
  index: ['en light', 'en dark', 'zh-CN light', 'zh-CN dark'],
  amazon: ['en light', 'zh-CN dark'],
  temu: ['zh-CN light'],
  tiktok: ['en dark'],
};

for (const language of languages)
  for (const dark of [false, true])
    test(`every page is accessible, asks nobody for anything and fits: ${language}, ${dark ? 'dark' : 'light'}`, async () => {
      const browser = await launchChromium({ language: locales[language], dark });
      const page = await browser.context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      for (const [name, looks] of Object.entries(judgedIn)) {
        await page.setViewportSize({ width: 1600, height: 1000 });
        await page.goto(`${browser.origin}/reference/${language}/${name}.html`);
        await openAll(page);
        if (looks.includes(`${language} ${dark ? 'dark' : 'light'}`)) {
          expect(await axeViolations(page, name === 'index' ? ['body'] : judged), name).toEqual([]);
        }
        for (const width of [1600, 360]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBe(width);
        }
      }
      expect(requests.length).toBeGreaterThan(4);
      expect(requests.filter((address) => !address.startsWith(`${browser.origin}/`))).toEqual([]);
      expect(browser.strayRequests).toEqual([]);
      expect(errors).toEqual([]);
      await browser.close();
    });

/** Opens whatever is collapsed, so that it is judged as well. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
