import { expect, type Page, test } from '@playwright/test';
import { ensureBuild } from '../tools/build.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';
import type { Misplaced } from '../tools/placement.ts';
import { placementsAtRest, settledPage } from '../tools/settled.ts';
import { address, type Laid, layouts } from './layouts.ts';

// The same list laid out in the ways consoles do, scrolled from end to end: every note is measured at every step.

const STEPS = 7;

const given: readonly Laid[] = ['tall-rows-zh-cn', 'fixed-header-zh-cn'].map((name) => ({
  name,
  html: testPage(`temu/order-price/${name}`).html,
}));

test.beforeAll(() => ensureBuild());

for (const [language, width] of [
  ['zh-CN', 1280],
  ['en', 900],
] as const)
  test(`every note belongs to its value wherever the list is scrolled to: ${language}, ${width} px`, async () => {
    test.setTimeout(240_000);
    const browser = await launchChromium({ language, viewport: { width, height: 700 } });
    const found: (Misplaced & { layout: string })[] = [];
    const seen: Record<string, number> = {};
    try {
      for (const laid of [...given, ...layouts]) {
        const { measured, misplaced } = await throughAll(browser, laid);
        seen[laid.name] = measured;
        found.push(...misplaced.map((one) => ({ layout: laid.name, ...one })));
      }
    } finally {
      await browser.close();
    }
    expect(found).toEqual([]);
    for (const [name, measured] of Object.entries(seen)) expect(measured, name).toBeGreaterThan(0);
  });

async function throughAll(browser: ExtensionBrowser, laid: Laid) {
  browser.serve(address, laid.html);
  const page = await browser.open(address);
  const settled = await settledPage(browser, page);
  if (!settled) throw new Error(`${laid.name} was not judged.`);
  let measured = 0;
  const misplaced: Misplaced[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    await scrollTo(page, laid, step / (STEPS - 1));
    const seen = await placementsAtRest(page, settled);
    measured += seen.measured;
    misplaced.push(...seen.misplaced.map((one) => ({ ...one, fault: `step ${step}: ${one.fault}` })));
  }
  await page.close();
  return { measured, misplaced };
}

async function scrollTo(page: Page, { scroller, across }: Laid, part: number): Promise<void> {
  await page.evaluate(
    ([selector, isAcross, share]) => {
      const element = (selector && document.querySelector(selector)) || document.documentElement;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      // Prices stand at the right: where a list is wider than its window, that end is in view on the way down.
      element.scrollLeft = (scrollWidth - clientWidth) * (isAcross ? share : 1);
      if (!isAcross) element.scrollTop = (scrollHeight - clientHeight) * share;
    },
    [scroller ?? null, across ?? false, part] as const,
  );
}
