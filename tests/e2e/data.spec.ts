import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { DATABASE_VERSION } from '../../entrypoints/background/database/migrations.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import type { BackupLine } from '../../entrypoints/workspace/backup/format.ts';
import { fromJson } from '../../entrypoints/workspace/backup/values.ts';
import { backupWriter } from '../../entrypoints/workspace/backup/write.ts';
import { type ExtensionBrowser, launchChromium, stopWorkers } from '../tools/chromium.ts';
import { waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// Backup, restore and deletion in the built extension: real storage and database, one profile and then a fresh one.

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<Overview> };
  storage: { local: { get(keys: null): Promise<Record<string, unknown>> } };
};

const running: ExtensionBrowser[] = [];

async function launch(): Promise<ExtensionBrowser> {
  const browser = await launchChromium();
  running.push(browser);
  return browser;
}

test.afterEach(async () => {
  for (const browser of running.splice(0)) {
    expect(browser.strayRequests).toEqual([]);
    await browser.close();
  }
});

async function show(browser: ExtensionBrowser, name: string): Promise<Page> {
  const { address, html } = testPage(name);
  browser.serve(address, html);
  return browser.open(address);
}

async function openData(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/settings`);
  await page.getByRole('button', { name: 'Save a backup' }).waitFor();
  return page;
}

async function backup(workspace: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    workspace.waitForEvent('download'),
    workspace.getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^preflight-backup-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
  return readFileSync(await download.path());
}

async function choose(workspace: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'preflight-backup.ndjson.gz', mimeType: 'application/gzip', buffer };
  await workspace.getByLabel('Backup file').setInputFiles(file);
}

async function restore(workspace: Page, buffer: Buffer): Promise<void> {
  await choose(workspace, buffer);
  await workspace.getByRole('button', { name: 'Replace everything' }).click();
  await expect(workspace.locator('.workspace > [role=status]')).toHaveText(/^Restored/);
}

/** What the popup says without any page, and what the browser's storage holds. */
async function kept(browser: ExtensionBrowser): Promise<Pick<Overview, 'stores' | 'decisions'> & { stored: object }> {
  const { stores, decisions } = await browser.ask<Overview>({ kind: 'overview', tab: null });
  return { stores, decisions, stored: await browser.control.evaluate(() => chrome.storage.local.get(null)) };
}

/** Three stores with findings, an own check, a limit of one store, and a check that is turned off. */
async function fill(browser: ExtensionBrowser): Promise<void> {
  for (const name of [
    'amazon/listing-editor/gen2-offer-en-us',
    'amazon/manage-inventory/gen-b-de-de',
    'temu/goods-list/zh-cn',
  ]) {
    const page = await show(browser, name);
    await browser.judged(page);
    await page.close();
  }
  const check = {
    id: 'own/not-ours',
    title: '不用别家的名字',
    kind: 'forbidden-words',
    fields: ['title'],
    words: ['Harborline'],
    match: 'word',
    severity: 'warning',
    marketplaces: ['amazon', 'temu'],
    sites: 'all',
  };
  expect(await browser.ask({ kind: 'save-check', check, at: null })).toMatchObject({ done: true });
  const { stores } = await kept(browser);
  const store = stores.find(({ marketplace }) => marketplace === 'temu')?.key ?? '';
  await browser.ask({ kind: 'change-rule', rule: 'amazon/title-length', store: null, on: false });
  await browser.ask({ kind: 'change-threshold', fact: 'redLine', store, input: '90' });
  await browser.ask({ kind: 'set-language', language: 'en' });
}

test('a backup restored into a fresh profile gives the same verdicts and decisions', async () => {
  const first = await launch();
  await fill(first);
  const before = await kept(first);
  expect(before.stores).toHaveLength(3);
  expect(before.stores.flatMap(({ problems }) => problems).length).toBeGreaterThan(2);
  const file = await backup(await openData(first));

  const second = await launch();
  const page = await show(second, 'amazon/pricing-health/en-us');
  await second.judged(page);
  await page.close();
  const workspace = await openData(second);
  await choose(workspace, file);
  const preview = workspace.getByRole('region', { name: 'This is in the backup' });
  await expect(preview).toContainText('0.1.0');
  await expect(preview).toContainText('Harbor Demo Goods');
  await expect(preview).toContainText('It replaces what is kept now');
  await workspace.getByRole('button', { name: 'Cancel' }).click();
  expect((await kept(second)).stores).toHaveLength(1);
  await restore(workspace, file);
  expect(await kept(second)).toEqual(before);

  // Checked again, the page finds what it found in the first profile, with the facts of the other pages.
  const again = await show(second, 'amazon/listing-editor/gen2-offer-en-us');
  await waitForOverlay(again, ({ notes }) => notes.some(({ text }) => text.includes('$98.59')));
  await second.judged(again);
  expect((await kept(second)).stores).toEqual(before.stores);
});

test('a backup whose decisions were not taken over yet is taken over by the next worker', async () => {
  const first = await launch();
  await fill(first);
  const before = await kept(first);
  const file = await backup(await openData(first));

  const second = await launch();
  const workspace = await openData(second);
  // The tab is closed, or the machine loses its power, right after the rows are in place.
  await workspace.evaluate(() => {
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (message: object) =>
      'kind' in message && message.kind === 'finish-restore' ? new Promise(() => {}) : send(message);
  });
  await choose(workspace, file);
  await workspace.getByRole('button', { name: 'Replace everything' }).click();
  await expect(workspace.getByText('Restoring…')).toBeVisible();
  await expect
    .poll(() => second.control.evaluate(() => chrome.storage.local.get(null)))
    .toMatchObject({ restoring: true });
  await workspace.waitForTimeout(500);
  await workspace.close();
  await stopWorkers(second.control);
  expect(await kept(second)).toEqual(before);
});

test('a broken file changes nothing and says what is wrong with it', async () => {
  const browser = await launch();
  await fill(browser);
  const before = await kept(browser);
  const workspace = await openData(browser);
  const file = await backup(workspace);
  const refused = workspace.getByRole('region', { name: 'This file was not restored' });
  const wrong: readonly (readonly [Buffer, string])[] = [
    [Buffer.alloc(0), 'The file is empty.'],
    [Buffer.from('%PDF-1.7'), 'This is not a backup of Preflight.'],
    [file.subarray(0, file.length - 20), 'The file is damaged or cut off after line'],
    [await made([], { database: 99, version: '9.1.0' }), 'made by Preflight 9.1.0'],
    // Whole, and yet with a row that has no place.
    [await made([{ row: ['nowhere', { store: 'a' }] }]), 'The file is damaged'],
  ];
  for (const [buffer, sentence] of wrong) {
    await choose(workspace, buffer);
    const apply = workspace.getByRole('button', { name: 'Replace everything' });
    await expect(apply.or(refused)).toBeVisible();
    if (await apply.isVisible()) await apply.click();
    await expect(refused).toContainText(sentence);
    await expect(refused).toContainText('What you have is unchanged.');
    await refused.getByRole('button', { name: 'Close' }).click();
    expect(await kept(browser)).toEqual(before);
  }
});

test('with the disk full nothing is restored and nothing is lost', async () => {
  const browser = await launch();
  await fill(browser);
  const before = await kept(browser);
  const making = await openData(browser);
  const file = await backup(making);
  // Chromium asks for the room once and remembers it for half a minute, until nobody has had the database open for 2 s.
  await making.close();
  await stopWorkers(browser.control);
  await browser.control.waitForTimeout(3000);
  const session = await browser.context.newCDPSession(browser.control);
  await session.send('Storage.overrideQuotaForOrigin', { origin: browser.origin, quotaSize: 1 });
  const workspace = await openData(browser);
  await choose(workspace, file);
  await workspace.getByRole('button', { name: 'Replace everything' }).click();
  const refused = workspace.getByRole('region', { name: 'This file was not restored' });
  await expect(refused).toContainText('The browser has no room for it.');
  await session.send('Storage.overrideQuotaForOrigin', { origin: browser.origin });
  expect(await kept(browser)).toEqual(before);
  await refused.getByRole('button', { name: 'Close' }).click();
  await restore(workspace, file);
  expect(await kept(browser)).toEqual(before);
});

async function made(lines: readonly Exclude<BackupLine, { end: number }>[], head = {}): Promise<Buffer> {
  const base = {
    preflight: 'backup',
    format: 1,
    version: '0.1.0',
    database: DATABASE_VERSION,
    rows: {},
    stores: [],
  } as const;
  const writer = backupWriter({ ...base, made: '2026-11-21T10:00:00.000Z', ...head });
  for (const line of lines) writer.add(line);
  return Buffer.from(await (await writer.finish()).arrayBuffer());
}

test('an import of two stores is kept for the other one when one of them is deleted', async () => {
  const browser = await launch();
  const workspace = await openData(browser);
  const [us, de] = ['amazon|US|Harbor Demo Goods', 'amazon|DE|Harbor Demo Goods'];
  const row = (key: string, site: string) => {
    const sellerName = 'Harbor Demo Goods';
    return { key, marketplace: 'amazon', site, sellerName, sellerId: null, currency: 'USD', seen: '2026-11-20' };
  };
  const imported = { at: 0, kind: 'orders', fileName: 'a.txt', rows: 1, taken: 1, skipped: {}, from: null, to: null };
  await restore(
    workspace,
    await made([
      { row: ['stores', row(us, 'US')] },
      { row: ['stores', row(de, 'DE')] },
      { row: ['imports', { ...imported, id: 'both', stores: [us, de], judged: true }] },
      { row: ['imports', { ...imported, id: 'one', stores: [us], judged: true }] },
      { row: ['orderLines', { store: us, day: '2026-11-01', settled: new Float64Array([0.5, 2]), open: [] }] },
      { row: ['orderLines', { store: de, day: '2026-11-01', settled: new Float64Array([0.25]), open: [] }] },
    ]),
  );
  await browser.ask({ kind: 'delete-data', store: us });
  const file = await backup(workspace);
  const lines = gunzipSync(file).toString('utf8').split('\n');
  const kept = lines.filter((line) => /^\{"row":\["(?:imports|orderLines)"/u.test(line)).map((line) => fromJson(line));
  expect(kept).toEqual([
    { row: ['imports', { ...imported, id: 'both', stores: [de], judged: true }] },
    { row: ['orderLines', { store: de, day: '2026-11-01', settled: new Float64Array([0.25]), open: [] }] },
  ]);
});

test('one store is deleted, then everything, and open pages begin anew', async () => {
  const browser = await launch();
  await fill(browser);
  const before = await kept(browser);
  const workspace = await openData(browser);
  const remove = workspace.getByRole('button', { name: 'Delete…' });
  const what = workspace.getByLabel('What to delete');
  const temu = before.stores.find(({ marketplace }) => marketplace === 'temu');

  await what.selectOption(temu?.key ?? '');
  await remove.click();
  const confirm = workspace.getByRole('region', { name: /^Delete all that is kept of Temu/ });
  await expect(confirm).toContainText(`${temu?.listings} listings`);
  await expect(confirm).toContainText('1 entry or setting for this store');
  await confirm.getByRole('button', { name: 'Cancel' }).click();
  expect(await kept(browser)).toEqual(before);
  await remove.click();
  await workspace.getByRole('button', { name: 'Delete this store' }).click();
  await expect(what.locator('option')).toHaveCount(3);
  const after = await kept(browser);
  expect(after.stores).toEqual(before.stores.filter(({ marketplace }) => marketplace !== 'temu'));
  expect(JSON.stringify(after.stored)).not.toContain('temu|');
  expect(after.stored).toMatchObject({ turnedOff: [{ rule: 'amazon/title-length' }] });

  const page = await show(browser, 'amazon/listing-editor/gen2-offer-en-us');
  await browser.judged(page);
  await workspace.bringToFront();
  await remove.click();
  await expect(workspace.getByRole('region', { name: 'Delete everything Preflight has kept?' })).toContainText(
    '2 stores',
  );
  await workspace.getByRole('button', { name: 'Delete everything' }).click();
  await expect(workspace.locator('.workspace > [role=status]')).toHaveText('Deleted.');
  // Only the page that is open is stored again.
  await expect.poll(async () => (await kept(browser)).stores.map(({ listings }) => listings)).toEqual([1]);
  expect(await kept(browser)).toMatchObject({ decisions: [], stored: {} });
});
