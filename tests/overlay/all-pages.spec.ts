import { expect, test } from '@playwright/test';
import { consolePages } from '../readers/console-pages.ts';
import { ensureBuild } from '../tools/build.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { type Misplaced, measurePlacements } from '../tools/placement.ts';
import { settledOverview } from '../tools/settled.ts';

// Every test page in the built extension: where its notes stand, on its first screen and further down.

const PARTS = 6;
const SCREENS = 3;

test.beforeAll(() => ensureBuild());

for (let part = 0; part < PARTS; part += 1)
  test(`no note stands nearer to a stranger's value, out of its row or over what is fixed, part ${part + 1} of ${PARTS}`, async () => {
    const pages = consolePages().filter((_, index) => index % PARTS === part);
    const browser = await launchChromium({ language: 'en-US', viewport: { width: 1280, height: 800 } });
    const found: (Misplaced & { page: string })[] = [];
    let measured = 0;
    try {
      for (const shown of pages) {
        const seen = await measureOn(browser, shown.expected.url, shown.html, shown.expected.language);
        measured += seen.measured;
        found.push(...seen.misplaced.map((one) => ({ page: shown.name, ...one })));
      }
    } finally {
      await browser.close();
    }
    expect(found).toEqual([]);
    expect(measured).toBeGreaterThan(10);
  });

async function measureOn(browser: ExtensionBrowser, address: string, html: string, language: string) {
  await browser.ask({ kind: 'set-language', language: language.startsWith('zh') ? 'zh-CN' : 'en' });
  browser.serve(address, html);
  const page = await browser.open(address);
  let measured = 0;
  const misplaced: Misplaced[] = [];
  const overview = await settledOverview(browser, page);
  for (let screen = 0; overview && screen < SCREENS; screen += 1) {
    const seen = await measurePlacements(page, overview);
    measured += seen.measured;
    misplaced.push(...seen.misplaced.map((one) => ({ ...one, fault: `screen ${screen}: ${one.fault}` })));
    const goesOn = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight * 0.45);
      return scrollY > before;
    });
    if (!goesOn) break;
    await page.waitForTimeout(80);
  }
  await page.close();
  return { measured, misplaced };
}
