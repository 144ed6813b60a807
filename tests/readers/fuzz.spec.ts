import { expect, test } from '@playwright/test';
import { chromiumOptions } from './console-pages.ts';
import { runFuzz } from './fuzz-run.ts';

// Random documents made of the very words and anchors that readers look for. `npm run fuzz` reads 100,000 of them.

test.use({ launchOptions: chromiumOptions });

const COUNT = 500;

for (const from of [1, 501, 1001, 1501])
  test(`no reader throws or hangs on ${COUNT} random documents from ${from} on`, async ({ page }) => {
    const { failures, recognised, records, slowest } = await runFuzz(page, from, COUNT);
    console.log(
      `${COUNT} documents, ${recognised} recognised, ${records} records; slowest ${slowest.ms.toFixed(0)} ms`,
    );
    expect(failures.slice(0, 5)).toEqual([]);
    // Documents that are taken for nothing would prove nothing.
    expect(recognised).toBeGreaterThan(COUNT / 4);
  });
