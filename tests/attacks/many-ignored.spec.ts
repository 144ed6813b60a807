import { expect, test } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { inventoryPage } from '../consoles/amazon/manage-inventory/rows.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest } from '../tools/each-test.ts';
import { waitForOverlay } from '../tools/overlay.ts';

// Tens of thousands of ignored findings: the popup lists the newest, the workspace all, and a check looks none through.

declare const chrome: {
  storage: { local: { set(values: object): Promise<void>; get(key: string): Promise<{ ignored: object[] }> } };
};

const IGNORED = 36_000;
/** On a busy machine. */
const SOON_MS = 2000;

launchForEachTest();
test.setTimeout(120_000);

test('36,000 ignored findings keep neither popup nor check waiting, and each can be taken back', async () => {
  await browser.control.evaluate(async (count) => {
    const ignored = Array.from({ length: count }, (_, index) => ({
      store: 'amazon|US|Harbor Demo Goods',
      listing: `sku:DEMO-${index}`,
      rule: 'amazon/title-length',
      item: null,
      name: `Mug ${index}`,
      day: '2026-11-20',
    }));
    await chrome.storage.local.set({ ignored });
  }, IGNORED);
  await stopWorkers(browser.control);
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const start = performance.now();
    const { decisions, moreDecisions } = await browser.ask<Overview>({ kind: 'overview', tab: null });
    times.push(performance.now() - start);
    expect([decisions.length, moreDecisions]).toEqual([50, IGNORED - 50]);
  }
  const { url, html } = inventoryPage({ rows: 250 });
  browser.serve(url, html);
  const page = await browser.open(url);
  await waitForOverlay(page, ({ dock }) => /\d/.test(dock), 30_000);
  const start = performance.now();
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  await popup.locator('.decisions-count').waitFor();
  const opened = performance.now() - start;
  console.log(
    `overview after a stop and then ${times.map((ms) => ms.toFixed(0)).join(', ')} ms; popup open after ${opened.toFixed(0)} ms`,
  );
  expect(Math.min(...times)).toBeLessThan(SOON_MS);
  expect(await popup.locator('.decision').count()).toBe(50);
  await popup.locator('.decisions summary').click();
  await popup.getByText('Show all 36,000').waitFor();

  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace.html#/settings`);
  await workspace.getByText('36,000 decisions').waitFor();
  await workspace.getByRole('button', { name: 'Older' }).click();
  await workspace.getByRole('button', { name: /^Undo .*Mug 35949/ }).click();
  await workspace.getByText('35,999 decisions').waitFor();
  const { ignored } = await browser.control.evaluate(() => chrome.storage.local.get('ignored'));
  expect(ignored).toHaveLength(IGNORED - 1);
});

test('what the workspace could not keep is said where it can be seen', async () => {
  await browser.control.evaluate(async () => {
    let size = 400_000;
    for (let part = 0; part < 400 && size > 4; part += 1)
      await chrome.storage.local.set({ [`fill${part}`]: 'x'.repeat(size) }).catch(() => {
        size = Math.floor(size / 2);
      });
  });
  const workspace = await browser.context.newPage();
  await workspace.goto(`${browser.origin}/workspace.html#/settings`);
  await workspace.locator('main h1').waitFor();
  await workspace.getByRole('button', { name: '中文' }).click();
  await expect(workspace.getByRole('alert')).toContainText('could not be saved');
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  await popup.getByRole('button', { name: '中文' }).click();
  await expect(popup.locator('.remarks')).toContainText('could not be saved');
});
