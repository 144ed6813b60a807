import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { snapshotSchema } from '../../entrypoints/background/messages/readings.ts';
import { understandFields, understandNotice } from '../../entrypoints/background/understanding/understand.ts';
import { consolePages, guideFor, scriptOf } from './console-pages.ts';
import type { FuzzResult, Imitated } from './random-tree.ts';
import { writingOf } from './writing.ts';

/** What random documents came to. */
export interface FuzzReport {
  trees: number;
  /** Documents that were taken for a page of a console. */
  recognised: number;
  records: number;
  fields: number;
  nodes: number;
  /** Documents on which something threw, or whose readings are not what a message may say. */
  readonly failures: string[];
  slowest: { readonly seed: number; readonly ms: number; readonly nodes: number };
}

/** What is in the page. */
interface Fuzzing {
  readonly fuzz: typeof import('./random-tree.ts');
  readonly imitated: readonly Imitated[];
}

/** Documents read between two looks at the results: few enough to stay within one message of the browser. */
const BATCH_SIZE = 50;

/** Reads the random documents of `count` seeds in a real browser, and hands each reading on as the worker would take it. */
export async function runFuzz(
  page: Page,
  from: number,
  count: number,
  onProgress: (report: FuzzReport) => void = () => undefined,
): Promise<FuzzReport> {
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' }),
  );
  await page.goto('https://sellercentral.amazon.com/');
  await page.addScriptTag({ content: await scriptOf(join(import.meta.dirname, 'random-tree.ts'), 'fuzz') });
  await page.evaluate((pages) => Object.assign(globalThis, { imitated: pages }), imitatedPages());
  const report: FuzzReport = {
    trees: 0,
    recognised: 0,
    records: 0,
    fields: 0,
    nodes: 0,
    failures: [],
    slowest: { seed: 0, ms: 0, nodes: 0 },
  };
  for (let at = from; at < from + count; at += BATCH_SIZE) {
    const results = await page.evaluate(
      ([first, some]) => {
        const { fuzz, imitated } = globalThis as unknown as Fuzzing;
        return fuzz.fuzzReaders(imitated, first, some);
      },
      [at, Math.min(BATCH_SIZE, from + count - at)] as const,
    );
    for (const result of results) take(result, report);
    onProgress(report);
  }
  return report;
}

/** One page of each kind and address. */
function imitatedPages(): Imitated[] {
  const pages = new Map<string, Imitated>();
  for (const { expected } of consolePages()) {
    const { url, language, page } = expected;
    const guide = guideFor(url, language);
    if (guide) pages.set(`${page} ${language}`, { address: url, guide });
  }
  return [...pages.values()];
}

function take(result: FuzzResult, report: FuzzReport): void {
  const { seed, address, ms, nodes, page, snapshot, thrown } = result;
  report.trees += 1;
  report.nodes += nodes;
  if (page !== null) report.recognised += 1;
  if (ms > report.slowest.ms) report.slowest = { seed, ms, nodes };
  const failed = (what: string) => report.failures.push(`seed ${seed} as ${address}: ${what}`);
  if (thrown !== null || snapshot === null) return void failed(thrown ?? 'nothing was read');
  report.records += snapshot.records.length;
  for (const { fields } of snapshot.records) report.fields += Object.keys(fields).length;
  const parsed = snapshotSchema.safeParse({ ...snapshot, sequence: 1 });
  if (!parsed.success)
    return void failed(
      `the background refuses it: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
    );
  try {
    const writing = writingOf(parsed.data, address);
    for (const { fields } of parsed.data.records) understandFields(fields, writing);
    for (const notice of parsed.data.notices) understandNotice(notice, writing);
  } catch (error) {
    failed(`not understood: ${error instanceof Error ? error.stack : error}`);
  }
}
