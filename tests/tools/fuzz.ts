/**
 * `npm run fuzz [-- COUNT [SEED]]`: reads random documents in a real Chromium, 100,000 unless told, and fails when a
 * reader throws or says what no message may say. A seed that failed is read again alone with `-- 1 SEED`.
 */
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../readers/console-pages.ts';
import { runFuzz } from '../readers/fuzz-run.ts';

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const browser = await chromium.launch(chromiumOptions);
const started = Date.now();
let said = 0;
const report = await runFuzz(await browser.newPage(), seed, count, ({ trees, failures }) => {
  if (trees < said + 5000) return;
  said = trees;
  console.log(`${trees} documents, ${failures.length} failures, ${((Date.now() - started) / 1000).toFixed(0)} s`);
});
await browser.close();
const { trees, recognised, records, fields, nodes, slowest, failures } = report;
console.log(`${trees} documents with ${nodes} elements, ${recognised} taken for a page of a console`);
console.log(`${records} records with ${fields} fields read, handed on and understood`);
console.log(`slowest: ${slowest.ms.toFixed(0)} ms for ${slowest.nodes} elements (seed ${slowest.seed})`);
console.log(`${failures.length} failures`);
for (const failure of failures.slice(0, 20)) console.log(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
