import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import type { Upcoming } from '../../entrypoints/background/messages/upcoming.ts';
import { axeViolations } from '../tools/axe.ts';
import { type ChangedBuild, changedBuild } from '../tools/changed-build.ts';
import {
  CHROME_BUILD,
  type ExtensionBrowser,
  type LaunchOptions,
  launchChromium,
  stopWorkers,
} from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';
import { now } from '../tools/pinned-clock.ts';

// What is ahead, in the built extension: facts from pages and entries, a calendar file, and the browser's notifications.

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  alarms: {
    create(name: string, when: { when: number }): void;
    get(name: string): Promise<{ periodInMinutes?: number }>;
  };
  notifications: {
    getAll(): Promise<Record<string, boolean>>;
    onClicked: { dispatch(id: string): void };
  };
  storage: { local: { get(key: string): Promise<{ reminders: { told: string[] } }> } };
};

let browser: ExtensionBrowser;
const builds: ChangedBuild[] = [];

test.afterEach(async () => {
  expect(browser.strayRequests).toEqual([]);
  await browser.close();
  for (const build of builds.splice(0)) build.remove();
});

async function launch(options: LaunchOptions = {}): Promise<void> {
  browser = await launchChromium(options);
  const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
  browser.serve(address, html);
  const page = await browser.open(address);
  await browser.judged(page);
  await page.close();
}

async function openUpcoming(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/upcoming`);
  await page.getByText(/listing looked through/).waitFor();
  return page;
}

/** An ISO day in the time of the US store. */
function day(fromToday: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(now());
  return new Date(Date.parse(today) + fromToday * 86_400_000).toISOString().slice(0, 10);
}

const row = (page: Page, title: string) => page.locator('li.deadline').filter({ hasText: title });

async function enter(page: Page, title: string, label: string, value: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Enter: ${title}`) }).click();
  await page.getByLabel(label).fill(value);
  await page.locator('form.entry').filter({ hasText: label }).getByRole('button', { name: 'Save' }).click();
}

test('a deadline is entered, marked done, saved to a calendar, and there after the worker was stopped', async () => {
  await launch();
  const page = await openUpcoming();
  // The listing editor named the end of the Sale Price.
  await expect(row(page, 'Sale Price ends')).toContainText('Amazon US · Harbor Demo Goods');
  await enter(page, 'INFORM certification', 'Day the notice was seen', day(-5));
  await expect(row(page, 'INFORM certification').locator('time')).toHaveAttribute('datetime', day(5));
  await expect(row(page, 'INFORM certification')).toContainText('in 5 days');
  await expect(page.getByRole('heading', { name: 'In the next 7 days' })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'All to calendar' }).click(),
  ]);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')));
  const days = calendar.getAllSubcomponents('vevent').map((event) => {
    return `${event.getFirstPropertyValue('dtstart')} ${event.getFirstPropertyValue('summary')}`;
  });
  expect(days).toContain(`${day(5)} INFORM certification · Amazon US · Harbor Demo Goods`);
  expect(days).toHaveLength(await page.locator('li.deadline').count());

  await page.getByRole('button', { name: /^Done: INFORM certification/ }).click();
  await expect(page.getByRole('heading', { name: 'Dealt with' })).toBeVisible();
  await stopWorkers(browser.control);
  await page.reload();
  await expect(row(page, 'INFORM certification')).toContainText('Dealt with');
  await page.getByRole('button', { name: /^Not done: INFORM certification/ }).click();
  await expect(row(page, 'INFORM certification')).toContainText('in 5 days');

  // Certified, it is done by itself.
  await enter(page, 'Yearly certification', 'Day of the last certification', day(-1));
  await expect(row(page, 'INFORM certification')).toContainText('Dealt with');
  await expect(row(page, 'Yearly certification').locator('time')).toHaveAttribute('datetime', day(364));
  await page.getByText('Why and source').first().click();
  expect(await axeViolations(page)).toEqual([]);
});

/** The build with the optional permission granted, as after the seller's yes: nobody can press the browser's own button here. */
function allowedBuild(): string {
  const build = changedBuild(CHROME_BUILD, (manifest) => {
    manifest.permissions = [...(manifest.permissions as string[]), ...(manifest.optional_permissions as string[])];
    delete manifest.optional_permissions;
  });
  builds.push(build);
  return build.folder;
}

/** Lets the daily alarm come now, and waits until the listings were looked through for it. */
async function ringAlarm(): Promise<void> {
  const lookedAt = () =>
    browser.control.evaluate(async () => {
      const answer = (await chrome.runtime.sendMessage({ kind: 'upcoming', look: false })) as Upcoming;
      return answer.progress ? 0 : (answer.looked?.at ?? 0);
    });
  const before = await lookedAt();
  await browser.control.evaluate(() => chrome.alarms.create('reminders', { when: Date.now() }));
  await expect.poll(lookedAt).toBeGreaterThan(before);
  // What is told is told right after.
  await browser.control.waitForTimeout(300);
}

const told = () => browser.control.evaluate(async () => (await chrome.storage.local.get('reminders')).reminders.told);
const notifications = () => browser.control.evaluate(() => chrome.notifications.getAll());

test('a reminder comes once for a deadline and a lead time, over a stopped worker, and never for what is done', async () => {
  await launch({ build: allowedBuild() });
  const page = await openUpcoming();
  await enter(page, 'INFORM certification', 'Day the notice was seen', day(-8));
  await expect(row(page, 'INFORM certification')).toContainText('in 2 days');
  await page.getByRole('button', { name: '3 days before' }).click();
  await expect(page.getByRole('button', { name: '3 days before' })).toHaveAttribute('aria-pressed', 'true');
  const alarm = await browser.control.evaluate(() => chrome.alarms.get('reminders'));
  expect(alarm.periodInMinutes).toBe(1440);

  await ringAlarm();
  await expect.poll(notifications).toEqual({ 'preflight-upcoming': true });
  expect(await told()).toHaveLength(1);

  // As the browser does when the notification is clicked.
  const worker = await browser.worker();
  const opened = browser.context.waitForEvent('page');
  await worker.evaluate(() => chrome.notifications.onClicked.dispatch('preflight-upcoming'));
  expect((await opened).url()).toBe(`${browser.origin}/workspace.html#/upcoming`);
  await expect.poll(notifications).toEqual({});

  await stopWorkers(browser.control);
  await ringAlarm();
  expect(await notifications()).toEqual({});

  // Nearer, it comes again; done, it does not.
  await page.getByRole('button', { name: '7 days before' }).click();
  await ringAlarm();
  expect(await notifications()).toEqual({});
  await page.getByRole('button', { name: /^Done: INFORM/ }).click();
  await expect(row(page, 'INFORM certification')).toContainText('Dealt with');
  await page.getByRole('button', { name: '1 day before' }).click();
  await ringAlarm();
  expect(await notifications()).toEqual({});
});

test('no reminder is set where the browser does not allow notifications, and the seller is told', async () => {
  await launch();
  const page = await openUpcoming();
  await page.evaluate(() => {
    const { permissions } = chrome as unknown as { permissions: { request(asked: object): Promise<boolean> } };
    permissions.request = async () => false;
  });
  await page.getByRole('button', { name: '3 days before' }).click();
  await expect(page.getByText('The browser did not allow notifications')).toBeVisible();
  await expect(page.getByRole('button', { name: '3 days before' })).toHaveAttribute('aria-pressed', 'false');
});

test('the permission for alarms warns of nothing when the extension is installed, and notifications are optional', async () => {
  await launch();
  const manifest = JSON.parse(readFileSync(`${CHROME_BUILD}/manifest.json`, 'utf8'));
  expect(manifest.permissions).toEqual(['storage', 'alarms']);
  expect(manifest.optional_permissions).toEqual(['notifications']);
  const warnings = (permissions: string[]) =>
    browser.control.evaluate(
      (text) => {
        const { management } = chrome as unknown as {
          management: { getPermissionWarningsByManifest(text: string): Promise<string[]> };
        };
        return management.getPermissionWarningsByManifest(text);
      },
      JSON.stringify({ manifest_version: 3, name: 'x', version: '1', permissions }),
    );
  expect(await warnings(['storage', 'alarms'])).toEqual([]);
  expect(await warnings(['storage', 'alarms', 'notifications'])).toEqual(['Display notifications']);
});
