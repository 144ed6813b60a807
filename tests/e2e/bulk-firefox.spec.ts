import { expect, test } from '@playwright/test';
import type { ElementHandle } from 'puppeteer-core';
import { launchFirefox } from '../tools/firefox.ts';

test('a coupon spreadsheet is checked in Firefox, by a worker of the workspace', async () => {
  const firefox = await launchFirefox();
  try {
    const page = await firefox.openOwn('/workspace.html#/bulk');
    const input = (await page.waitForSelector('.drop input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(`${import.meta.dirname}/../reports/amazon/coupon_bulk_template.xls`);
    const check = await page.waitForSelector('.bulk-form button[type=submit]');
    await check?.click();
    await page.waitForSelector('.bulk-problem');
    const found = await page.$$eval('.bulk-problem', (items) => items.map(({ textContent }) => textContent));
    expect(found.some((text) => text?.includes('Cell F9') && text.includes('Use $100.00 or more.'))).toBe(true);
  } finally {
    await firefox.close();
  }
  expect(firefox.strayRequests).toEqual([]);
});
