/**
 * A million order rows (about 300 MB) into the built extension in a real Chromium: how long it takes, how much memory the
 * worker needs, and whether the workspace stays free meanwhile.
 */
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { CDPSession, Page } from '@playwright/test';
import { addDays } from '../../rules/measures/days.ts';
import { sample } from '../reports/samples.ts';
import { ensureBuild } from '../tools/build.ts';
import { launchChromium } from '../tools/chromium.ts';
import { watchTasks } from './long-tasks.ts';
import type { Row } from './part.ts';

const ROWS = Number(process.env.PREFLIGHT_BENCH_ORDERS ?? 1_000_000);
const SKUS = 5000;
const DAYS = 90;
const ROWS_A_WRITE = 20_000;

export async function measure(): Promise<readonly Row[]> {
  ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), 'preflight-orders-'));
  const browser = await launchChromium({ clock: 'machine' });
  try {
    const path = join(folder, 'orders.txt');
    await writeOrders(path);
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/workspace.html#/imports`);
    const first = await timedImport(page, path, 'order lines counted');
    const again = await timedImport(page, path, 'known already');
    const longest = Math.max(first.longestTask, again.longestTask);
    return [
      { name: 'orders file', value: statSync(path).size / 1e6, unit: 'MB' },
      { name: `${ROWS} order rows: read and stored`, value: first.seconds, unit: 's', budget: 30 },
      { name: 'the same file again', value: again.seconds, unit: 's', budget: 30 },
      { name: 'memory of the worker, most', value: first.worker, unit: 'MB', budget: 250 },
      { name: 'longest task in the workspace', value: longest, unit: 'ms', budget: 100 },
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Invented orders: a few prices for each product, every tenth with a promotion, spread over the days. */
async function writeOrders(path: string): Promise<void> {
  const [head = '', ...lines] = sample('all_orders_33col_2026.tsv').split('\n');
  const headings = head.split('\t');
  const cells = (lines[0] ?? '').split('\t');
  const at = (name: string) => headings.indexOf(name);
  const today = new Date().toISOString().slice(0, 10);
  const out = createWriteStream(path);
  out.write(`${head}\n`);
  for (let row = 0; row < ROWS; ) {
    let text = '';
    for (const end = Math.min(ROWS, row + ROWS_A_WRITE); row < end; row += 1) {
      const product = (row * 7919) % SKUS;
      const number = String(row).padStart(7, '0');
      const cents = 999 + product + (row % 5) * 50;
      cells[at('amazon-order-id')] = `000-${number}-${number}`;
      const day = addDays(today, -1 - (row % DAYS));
      cells[at('purchase-date')] = `${day}T${String(row % 24).padStart(2, '0')}:15:00+00:00`;
      cells[at('product-name')] =
        `Invented product number ${product} with a title as long as those that sellers give theirs`;
      cells[at('sku')] = `BENCH-SKU-${product}`;
      cells[at('asin')] = `B0${String(product).padStart(8, '0')}`;
      cells[at('item-price')] = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      cells[at('item-promotion-discount')] = row % 10 === 0 ? '1.50' : '';
      text += `${cells.join('\t')}\n`;
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

interface Timed {
  readonly seconds: number;
  /** Most that the worker held at once: heap and typed arrays, in megabytes. */
  readonly worker: number;
  /** Milliseconds. */
  readonly longestTask: number;
}

async function timedImport(page: Page, path: string, end: string): Promise<Timed> {
  const session = await page.context().newCDPSession(page);
  const memory = watchWorkers(session);
  const longest = await watchTasks(page);
  const from = performance.now();
  await page.getByLabel('Choose files').last().setInputFiles(path);
  const job = page.getByRole('article').first();
  const store = job.getByLabel('Shop name');
  const ended = job.getByText(end);
  await store.or(ended).waitFor({ timeout: 300_000 });
  if (await store.isVisible()) {
    await store.fill('Bench store');
    await job.getByRole('button', { name: 'Import', exact: true }).click();
    await ended.waitFor({ timeout: 300_000 });
  }
  const seconds = (performance.now() - from) / 1000;
  const longestTask = await longest();
  const worker = await memory();
  await session.detach();
  return { seconds, worker, longestTask };
}

/** Asks every worker of the page for its memory again and again; gives the most that one held, in megabytes. */
function watchWorkers(session: CDPSession): () => Promise<number> {
  let most = 0;
  const attached = new Set<string>();
  void session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  session.on('Target.attachedToTarget', ({ sessionId }) => attached.add(sessionId));
  session.on('Target.detachedFromTarget', ({ sessionId }) => attached.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { result } = JSON.parse(message) as { result?: { usedSize?: number; backingStorageSize?: number } };
    if (result?.usedSize === undefined) return;
    most = Math.max(most, (result.usedSize + (result.backingStorageSize ?? 0)) / 1e6);
  });
  const timer = setInterval(() => {
    for (const sessionId of attached)
      void session
        .send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }),
        })
        .catch(() => undefined);
  }, 100);
  return async () => {
    clearInterval(timer);
    return most;
  };
}
