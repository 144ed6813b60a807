import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { type Trace, traced } from './trace.ts';
import { heapOf } from './visit.ts';

/** axe-core as the accessibility tests have it: another program that looks through a whole page and judges it. */
export const axeScript = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

export interface AxeScan {
  /** Loaded into the page and run. */
  readonly first: Trace;
  /** Run once more. */
  readonly again: Trace;
  /** Of the page with it, MB. */
  readonly heap: number;
}

/** Scans a page that runs without the extension. */
export async function axeScan(page: Page): Promise<AxeScan> {
  const first = await traced(page, null, () => scan(page, axeScript));
  const again = await traced(page, null, () => scan(page, ''));
  return { first, again, heap: await heapOf(page) };
}

/** By a script element, as a page would: what is evaluated through the debugging protocol is not in the trace. */
async function scan(page: Page, script: string): Promise<void> {
  await page.addScriptTag({ content: `${script};window.scanned = axe.run().then(({ passes }) => passes.length)` });
  const passes = await page.evaluate(() => (window as unknown as { scanned: Promise<number> }).scanned);
  if (passes === 0) throw new Error('axe-core found nothing to look at.');
}
