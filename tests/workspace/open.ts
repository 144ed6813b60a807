import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { builtPage, HARNESS_ORIGIN, launchPlain, servePage } from '../popup/harness/built-page.ts';
import { axeViolations } from '../tools/axe.ts';
import type { HarnessBackground } from './harness/main.tsx';

declare global {
  interface Window {
    preflight: HarnessBackground;
  }
}

/** Opens the workspace over the real background, see `harness/main.tsx`; a page that throws fails its test. */
export const test = base.extend<
  { open: (hash: string, search?: string) => Promise<Page> },
  { workspace: BrowserContext }
>({
  workspace: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const browser = await launchPlain();
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await servePage(context, await builtPage(`${import.meta.dirname}/harness`));
      await use(context);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ workspace }, use) => {
    const pages: Page[] = [];
    const errors: string[] = [];
    await use(async (hash, search = '') => {
      const page = await workspace.newPage();
      pages.push(page);
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
      await page.goto(`${HARNESS_ORIGIN}/?${search}${hash}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    });
    for (const page of pages) await page.close();
    expect(errors).toEqual([]);
  },
});

/** No axe violation, no text under 12 px, nothing wider than the window. */
export async function expectNothingWrong(page: Page, state: string): Promise<void> {
  expect(await axeViolations(page), state).toEqual([]);
  const wrong = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
    return {
      small: shown.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12).map(String),
      sideways: document.documentElement.scrollWidth > innerWidth,
    };
  });
  expect(wrong, state).toEqual({ small: [], sideways: false });
}
