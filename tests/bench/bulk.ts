/**
 * Part of `npm run bench`, or alone (`node tests/bench/bulk.ts`): a file of 100,000 listings is dropped into the built
 * extension in a real Chromium, checked with every rule, and saved as a marked workbook. A broken budget fails the run.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild } from '../tools/build.ts';
import { launchChromium } from '../tools/chromium.ts';
import { listingTemplate } from './bulk-file.ts';

const LISTINGS = 100_000;
/** Milliseconds. */
const BUDGET = 10_000;
const LONGEST_TASK = 100;

ensureBuild();
const folder = mkdtempSync(join(tmpdir(), 'preflight-bulk-'));
const file = join(folder, 'listings.txt');
writeFileSync(file, listingTemplate(LISTINGS));
const browser = await launchChromium();
try {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/bulk`);
  await page.locator('input[type=file]').setInputFiles(file);
  const check = page.locator('.bulk-form button');
  await check.waitFor({ timeout: 60_000 });
  await watchTasks(page);
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
  const longest = await page.evaluate(() => (window as unknown as { longestTask: number }).longestTask);
  const megabytes = (count: number) => `${(count / 2 ** 20).toFixed(0)} MB`;
  console.log(
    `\n${LISTINGS} listings, ${megabytes(statSync(file).size)} to ${megabytes(bytes)}; ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  print('bulk: checked', checking);
  print('bulk: saved as a marked workbook', saving);
  print('bulk: checked and saved', checking + saving, BUDGET);
  print('bulk: longest task of the workspace', longest, LONGEST_TASK);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Notes the longest task of the page from now on; tasks under 50 ms are not told by the browser. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = window as unknown as { longestTask: number };
    noted.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longestTask = Math.max(noted.longestTask, duration);
    }).observe({ type: 'longtask' });
  });
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function print(name: string, value: number, budget?: number): void {
  const isOver = budget !== undefined && value > budget;
  if (isOver) process.exitCode = 1;
  const limit = budget === undefined ? '' : `budget ${budget} ms${isOver ? '  OVER' : ''}`;
  console.log(`${name.padEnd(46)} ${value.toFixed(0).padStart(9)} ms  ${limit}`);
}
