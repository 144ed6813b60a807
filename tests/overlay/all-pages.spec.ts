import { expect, test } from '@playwright/test';
import { type ConsolePage, consolePages } from '../readers/console-pages.ts';
import { ensureBuild } from '../tools/build.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import type { Misplaced } from '../tools/placement.ts';
import { placementsAtRest, settledPage } from '../tools/settled.ts';

// Every test page in the built extension: where its notes stand, on its first screen and further down.

const PARTS = 6;
const SCREENS = 2;

test.beforeAll(() => ensureBuild());

for (let part = 0; part < PARTS; part += 1)
  test(`no note is nearer to a stranger's value, out of its row or over what is fixed, part ${part + 1} of ${PARTS}`, async () => {
    // Under load a page takes its time; alone a part takes under 15 s.
    test.setTimeout(180_000);
    const pages = consolePages().filter((_, index) => index % PARTS === part);
    const browser = await launchChromium({ language: 'en-US', viewport: { width: 1280, height: 800 } });
    const found: (Misplaced & { page: string })[] = [];
    let measured = 0;
    try {
      for (const isChinese of [false, true]) {
        if (isChinese) await browser.ask({ kind: 'set-language', language: 'zh-CN' });
        for (const shown of pages.filter(({ expected }) => expected.language.startsWith('zh') === isChinese)) {
          const seen = await measureOn(browser, shown);
          measured += seen.measured;
          found.push(...seen.misplaced.map((one) => ({ page: shown.name, ...one })));
        }
      }
    } finally {
      await browser.close();
    }
    expect(found).toEqual([]);
    expect(measured).toBeGreaterThan(10);
  });

async function measureOn(browser: ExtensionBrowser, { html, expected }: ConsolePage) {
  browser.serve(expected.url, html);
  const page = await browser.open(expected.url);
  let measured = 0;
  const misplaced: Misplaced[] = [];
  const settled = await settledPage(browser, page);
  for (let screen = 0; settled && screen < SCREENS; screen += 1) {
    const seen = await placementsAtRest(page, settled);
    measured += seen.measured;
    misplaced.push(...seen.misplaced.map((one) => ({ ...one, fault: `screen ${screen + 1}: ${one.fault}` })));
    const goesOn = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight * 0.45);
      return scrollY > before;
    });
    if (!goesOn) break;
  }
  await page.close();
  return { measured, misplaced };
}
