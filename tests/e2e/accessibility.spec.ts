import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchChromium } from '../tools/chromium.ts';
import { clickInOverlay, overlayHtml, overlayStyles, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// axe cannot look into a closed shadow root: what the overlay really drew is set into a page of its own, with its styles.

for (const language of ['en-US', 'zh-CN'])
  for (const dark of [false, true])
    test(`overlay with note, dock and card, ${language}, ${dark ? 'dark' : 'light'}: no axe violations`, async () => {
      const browser = await launchChromium({ language, dark });
      const { address, html } = testPage('amazon/coupon-create/en-us');
      browser.serve(address, html);
      const page = await browser.open(address);
      await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
      await clickInOverlay(page, 'dock-toggle');
      await clickInOverlay(page, 'note-unknown');
      await waitForOverlay(page, (view) => view.card !== '');
      const drawn = await overlayHtml(page);
      const styles = await overlayStyles(page);
      await page.goto('about:blank');
      await page.setContent(
        `<!doctype html><html lang="${language}"><head><title>Overlay</title><style>${styles}</style></head>` +
          `<body><main><h1>Console</h1>${drawn}</main></body></html>`,
      );
      expect(await page.locator('.note, .card, .dock').count()).toBeGreaterThan(2);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: node }) => node)])).toEqual([]);
      await browser.close();
    });
