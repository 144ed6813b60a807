/** A file of 100,000 listings is dropped into the built extension, checked with every rule, and saved as a marked workbook. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../tools/build.ts';
import { launchChromium } from '../tools/chromium.ts';
import { listingTemplate } from './bulk-file.ts';
import { watchTasks } from './long-tasks.ts';
import type { Row } from './part.ts';

const LISTINGS = 100_000;

export async function measure(): Promise<readonly Row[]> {
  ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), 'preflight-bulk-'));
  const file = join(folder, 'listings.txt');
  writeFileSync(file, listingTemplate(LISTINGS));
  const browser = await launchChromium({ clock: 'machine' });
  try {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/workspace.html#/bulk`);
    await page.locator('input[type=file]').setInputFiles(file);
    const check = page.locator('.bulk-form button');
    await check.waitFor({ timeout: 60_000 });
    const longest = await watchTasks(page);
    const checking = await timed(async () => {
      await check.click();
      await page.locator('.bulk-problem').first().waitFor({ timeout: 120_000 });
    });
    let bytes = 0;
    const saving = await timed(async () => {
      const download = page.waitForEvent('download', { timeout: 120_000 });
      await page.locator('.bulk-exports .button-primary').click();
      bytes = statSync(await (await download).path()).size;
    });
    return [
      { name: `file of ${LISTINGS} listings`, value: statSync(file).size / 1e6, unit: 'MB' },
      { name: 'checked', value: checking, unit: 'ms' },
      { name: 'saved as a marked workbook', value: saving, unit: 'ms', note: `${(bytes / 1e6).toFixed(0)} MB` },
      { name: 'checked and saved', value: checking + saving, unit: 'ms', budget: 10_000 },
      { name: 'longest task in the workspace', value: await longest(), unit: 'ms', budget: 100 },
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
