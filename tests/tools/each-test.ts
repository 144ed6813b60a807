import { type Page, test } from '@playwright/test';
import { type ExtensionBrowser, type LaunchOptions, launchChromium } from './chromium.ts';
import { testPage } from './pages.ts';

/** The browser of the test that runs. */
export let browser: ExtensionBrowser;

/** Gives each test of the file a browser of its own, with an empty profile. A request that left it fails the test. */
export function launchForEachTest(options?: LaunchOptions): void {
  test.beforeEach(async () => {
    browser = await launchChromium(options);
  });
  test.afterEach(() => browser.close());
}

/** Serves a page at its real address and opens it. */
export function serve(address: string, html: string): Promise<Page> {
  browser.serve(address, html);
  return browser.open(address);
}

/** Opens a page of `tests/consoles`: `amazon/manage-inventory/gen-b-en-us`. */
export function show(name: string): Promise<Page> {
  const { address, html } = testPage(name);
  return serve(address, html);
}
