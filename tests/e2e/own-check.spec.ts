import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { plainText } from '../tools/build.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickInOverlay, decideInCard, waitForOverlay } from '../tools/overlay.ts';

// The seller's own settings in the built extension: real storage, real database, a real console page beside them.

launchForEachTest();

async function openWorkspace(view: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/${view}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** What is stored of the demo store, without any page. */
const stored = async () => {
  const overview = await browser.ask<Overview>({ kind: 'overview', tab: null });
  return overview.stores[0];
};
const storedRules = async () => (await stored())?.problems.map(({ rule, level }) => `${rule} ${level}`) ?? [];

async function addCheck(workspace: Page): Promise<void> {
  await workspace.getByRole('button', { name: 'Add a check' }).click();
  await workspace.getByLabel('Title', { exact: true }).first().fill('Not our own name');
  await workspace.getByLabel('What is checked').selectOption('Forbidden words');
  await workspace.getByRole('checkbox', { name: 'Title', exact: true }).uncheck();
  await workspace.getByRole('checkbox', { name: 'Brand', exact: true }).check();
  await workspace.getByLabel('Words').fill('Harborline\n海港');
  await workspace.getByRole('button', { name: 'Save' }).click();
  await expect(workspace.getByRole('switch', { name: 'Not our own name' })).toBeChecked();
}

const isTold = (view: { notes: readonly { text: string }[] }) =>
  view.notes.some(({ text }) => text.includes('Not our own name: the brand contains Harborline.'));

test('an own check warns on an open page, survives a stopped worker, and is exported, deleted and imported', async () => {
  const page = await show('amazon/listing-editor/gen2-details-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  const workspace = await openWorkspace('own');
  await addCheck(workspace);
  await page.bringToFront();
  await waitForOverlay(page, isTold);

  await stopWorkers(browser.control);
  await page.reload();
  await waitForOverlay(page, isTold);
  const { page: judged } = await browser.judged(page);
  expect(judged.findings.find(({ rule }) => rule === 'any/own/not-our-own-name')).toMatchObject({ level: 'warning' });

  await workspace.bringToFront();
  const [download] = await Promise.all([
    workspace.waitForEvent('download'),
    workspace.getByRole('button', { name: 'Export' }).click(),
  ]);
  const file = readFileSync(await download.path());
  await workspace.getByRole('button', { name: 'Delete Not our own name' }).click();
  await expect(workspace.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.bringToFront();
  await waitForOverlay(page, (view) => view.notes.length > 0 && !isTold(view));

  await workspace.bringToFront();
  await workspace
    .getByLabel('Settings file to import')
    .setInputFiles({ name: 'team.json', mimeType: 'application/json', buffer: file });
  await expect(workspace.getByText('1 check is added')).toBeVisible();
  await workspace.getByRole('button', { name: 'Take over' }).click();
  await page.bringToFront();
  await waitForOverlay(page, isTold);
});

test('what is stored of listings follows the settings, with no page open', async () => {
  const page = await show('amazon/listing-editor/gen2-details-en-us');
  await waitForOverlay(page, (view) => view.notes.length > 0);
  await browser.judged(page);
  await page.close();
  const before = await stored();
  expect(before?.listings).toBe(1);
  expect(await storedRules()).not.toContain('any/own/not-our-own-name warning');

  const workspace = await openWorkspace('own');
  await addCheck(workspace);
  await expect.poll(storedRules).toContain('any/own/not-our-own-name warning');
  const [listing] = (await stored())?.problems.find(({ rule }) => rule.startsWith('any/own/'))?.listings ?? [];
  expect(plainText(listing?.sentence ?? [])).toBe('Not our own name: the brand contains Harborline.');

  await workspace.getByRole('link', { name: 'Rules' }).click();
  const rule = before?.problems.find(({ level }) => level === 'error')?.rule ?? '';
  const severity = workspace.locator(`[id="rule-${rule}"] select`);
  await severity.selectOption('Tip');
  await expect.poll(storedRules).toContain(`${rule} info`);
  expect(await storedRules()).not.toContain(`${rule} error`);
  expect((await stored())?.counts.error).toBe((before?.counts.error ?? 0) - 1);
  await workspace.locator(`[id="rule-${rule}"]`).getByRole('switch').click();
  await expect.poll(storedRules).not.toContain(`${rule} info`);
  // Undone where every "turn this check off" is undone: in the popup.
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  await popup.getByText('Ignored, turned off and entered').click();
  await popup.getByRole('button', { name: /^Undo Turned off/ }).click();
  await expect.poll(storedRules).toContain(`${rule} info`);

  await workspace.getByRole('link', { name: 'Own checks' }).click();
  await workspace.getByRole('button', { name: 'Delete Not our own name' }).click();
  await expect.poll(storedRules).not.toContain('any/own/not-our-own-name warning');
  await severity.waitFor({ state: 'detached' });
  await workspace.getByRole('link', { name: 'Rules' }).click();
  await severity.selectOption({ index: 0 });
  const asBefore = before?.problems.map((one) => `${one.rule} ${one.level}`).toSorted();
  await expect.poll(async () => (await storedRules()).toSorted()).toEqual(asBefore);
  await expect.poll(async () => (await stored())?.counts).toEqual(before?.counts);
});

test('an own check is turned off in its card, and on again in the workspace', async () => {
  const workspace = await openWorkspace('own');
  await addCheck(workspace);
  const page = await show('amazon/listing-editor/gen2-details-en-us');
  await waitForOverlay(page, isTold);
  await clickInOverlay(page, 'note-button', 'Not our own name');
  const { card } = await waitForOverlay(page, (view) => view.card !== '');
  expect(card).toContain('Your own check.');
  await decideInCard(page, 'Turn this check off');
  await waitForOverlay(page, (view) => view.notes.length > 0 && !isTold(view));
  await workspace.bringToFront();
  const toggle = workspace.getByRole('switch', { name: 'Not our own name' });
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await page.bringToFront();
  await waitForOverlay(page, isTold);
});

test('the popup leads to the workspace, whose rules lead to their reference', async () => {
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=0`);
  const [workspace] = await Promise.all([
    browser.context.waitForEvent('page'),
    popup.getByRole('button', { name: 'Settings' }).click(),
  ]);
  await expect(workspace.getByRole('heading', { level: 1 })).toHaveText('Rules');
  const [reference] = await Promise.all([
    browser.context.waitForEvent('page'),
    workspace.getByRole('link', { name: 'Reference: Title length', exact: true }).click(),
  ]);
  await reference.waitForLoadState();
  await expect(reference.locator('#title-length')).toBeInViewport();
});
