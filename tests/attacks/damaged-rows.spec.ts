import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import type { ListingFilters } from '../../entrypoints/background/messages/listings.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { type BackupHeader, type BackupLine, readHeader, readLine } from '../../entrypoints/workspace/backup/format.ts';
import { backupWriter } from '../../entrypoints/workspace/backup/write.ts';
import { recentOrders } from '../reports/samples.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { today } from '../tools/pinned-clock.ts';

// Rows with null in them, with other kinds of values and without members, in every object store: brought by a backup, or
// lying in the database. Every question is answered, from the rows that are whole.

launchForEachTest();

const TURNS = 4;
/** What stands in the place of a member; `undefined`: it is gone. */
const others: readonly unknown[] = [null, undefined, 5, 'x', [], {}, [null], { a: null }, true];
const otherFor = (place: number) => others[place % others.length];

async function openWorkspace(view: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/${view}`);
  await page.locator('main h1').first().waitFor();
  return page;
}

/** Rows in every object store: two shops, a form, a list, and imported orders. */
async function work(): Promise<void> {
  for (const name of ['amazon/listing-editor/gen2-offer-en-us', 'temu/goods-list/zh-cn']) {
    const page = await show(name);
    await browser.judged(page);
    await page.close();
  }
  await browser.ask({ kind: 'set-language', language: 'en' });
  const imports = await openWorkspace('imports');
  const orders = { name: 'orders.txt', mimeType: 'text/plain', buffer: Buffer.from(recentOrders(today())) };
  await imports.getByLabel('Choose files').last().setInputFiles(orders);
  await expect(imports.getByRole('article', { name: 'orders.txt' })).toContainText('order lines counted');
  await imports.close();
  await browser.ask({ kind: 'upcoming', look: true });
}

/** Whatever a seller may ask for of what is stored. Gives the kinds that were not answered. */
async function unanswered(): Promise<string[]> {
  const failed: string[] = [];
  const ask = async <Answer>(message: Readonly<Record<string, unknown>>): Promise<Answer | null> => {
    try {
      return await browser.ask<Answer>(message);
    } catch (error) {
      failed.push(`${message.kind}: ${(error as Error).message.split('\n')[0]}`);
      return null;
    }
  };
  const overview = await ask<Overview>({ kind: 'overview', tab: null });
  for (const kind of ['reading-health', 'data', 'store-glances', 'imports', 'settings', 'bulk-places'])
    await ask({ kind });
  await ask({ kind: 'upcoming', look: true });
  for (const { key } of overview?.stores ?? []) {
    await ask<ListingFilters>({ kind: 'listing-filters', store: key });
    const query = {
      store: key,
      found: null,
      worst: null,
      search: '',
      sort: 'worst',
      descending: false,
      from: 0,
      most: 50,
    };
    const list = await ask<{ rows: { listing: string }[] }>({ kind: 'listings', ...query });
    for (const { listing } of list?.rows ?? [])
      for (const kind of ['listing', 'price-history', 'same-items']) await ask({ kind, store: key, listing });
  }
  return failed;
}

/** The lines of a backup, each row with one member that is not what it should be. */
function damaged(lines: readonly BackupLine[], turn: number): BackupLine[] {
  return lines.map((line, index) => {
    if (!('row' in line) || typeof line.row[1] !== 'object' || line.row[1] === null) return line;
    const [name, row, ...key] = line.row;
    const members = Object.keys(row as object);
    const member = members[(index + turn) % members.length] ?? '';
    const other = otherFor(index + turn * 2);
    const { [member]: _gone, ...without } = row as Record<string, unknown>;
    return { row: [name, other === undefined ? without : { ...without, [member]: other }, ...key] };
  });
}

test('a backup with such rows is restored without them, and every question is answered', async () => {
  test.slow();
  await work();
  const settings = await openWorkspace('settings');
  const [download] = await Promise.all([
    settings.waitForEvent('download'),
    settings.getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const [first = '', ...texts] = gunzipSync(Buffer.concat(chunks)).toString().trimEnd().split('\n');
  const header = readHeader(first) as BackupHeader;
  const lines = texts.filter((text) => !text.startsWith('{"seal"') && !text.startsWith('{"end"')).map(readLine);
  expect(new Set(lines.flatMap((line) => ('row' in line ? [line.row[0]] : []))).size).toBeGreaterThan(9);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const writer = backupWriter(header);
    for (const line of [...lines, ...damaged(lines, turn)].slice(turn % 2 === 0 ? lines.length : 0))
      writer.add(line as Exclude<BackupLine, { end: number }>);
    const buffer = Buffer.from(await (await writer.finish()).arrayBuffer());
    await settings
      .getByLabel('Backup file')
      .setInputFiles({ name: 'backup.ndjson.gz', mimeType: 'application/gzip', buffer });
    await settings.getByRole('button', { name: 'Replace everything' }).click();
    await expect(settings.getByRole('button', { name: 'Replace everything' })).toBeHidden();
    await expect(settings.getByText('Restoring…')).toBeHidden();
    await expect(settings.getByText('This file was not restored')).toBeHidden();
    expect(await unanswered(), `turn ${turn}`).toEqual([]);
  }
  const { remarks } = await browser.ask<Overview>({ kind: 'overview', tab: null });
  expect(remarks.join()).toContain('were damaged and were taken out');
});

test('such rows in the database are taken out, and every question is answered', async () => {
  test.slow();
  await work();
  for (let turn = 0; turn < TURNS; turn += 1) {
    await stopWorkers(browser.control);
    await browser.control.evaluate(
      async ({ turn, others }) => {
        const done = <Result>(request: IDBRequest<Result>) =>
          new Promise<Result>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const opened = await done(indexedDB.open('preflight'));
        for (const name of opened.objectStoreNames) {
          const store = opened.transaction(name, 'readwrite').objectStore(name);
          const rows = (await done(store.getAll())) as Record<string, unknown>[];
          for (const [index, row] of rows.entries()) {
            const members = Object.keys(row).filter((member) => ![store.keyPath].flat().includes(member));
            const member = members[(index + turn) % members.length];
            if (!member) continue;
            const other = others[(index + turn * 2) % others.length];
            const { [member]: _gone, ...without } = row;
            await done(store.put(other === undefined ? without : { ...without, [member]: other }));
          }
        }
        opened.close();
      },
      { turn, others: [...others] },
    );
    // What fails with a damaged row is answered the next time.
    await expect.poll(unanswered, { timeout: 30_000, message: `turn ${turn}` }).toEqual([]);
    const page = await show('amazon/listing-editor/gen2-offer-en-us');
    await browser.judged(page);
    await page.close();
  }
});
