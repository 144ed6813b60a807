import { expect, test } from '@playwright/test';
import { plainText } from '../tools/build.ts';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { launchFirefox } from '../tools/firefox.ts';
import { readOverlay, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// A script can say that anything happened. Only what the seller or the browser did counts.

launchForEachTest();

const EDITOR = 'amazon/listing-editor/gen2-offer-en-us';

/** Runs in a page: says that it was frozen, scrolled, resized, came back and, last of all, that it goes. */
function pretend(): void {
  for (const type of [
    'freeze',
    'resume',
    'visibilitychange',
    'scroll',
    'scrollend',
    'toggle',
    'transitionend',
    'keydown',
  ])
    document.dispatchEvent(new Event(type, { bubbles: true }));
  for (const type of ['beforeunload', 'unload', 'resize', 'popstate', 'hashchange', 'offline'])
    dispatchEvent(new Event(type, { cancelable: true }));
  for (const persisted of [true, false])
    for (const type of ['pageshow', 'pagehide']) dispatchEvent(new PageTransitionEvent(type, { persisted }));
}

test('events that a script made end nothing and change nothing', async () => {
  const page = await show(EDITOR);
  const { page: before } = await browser.judged(page);
  const { dock, notes } = await readOverlay(page);
  expect(notes.length).toBeGreaterThan(0);
  await page.evaluate(pretend);
  await page.waitForTimeout(400);
  const after = await readOverlay(page);
  expect(after.present).toBe(true);
  expect({ dock: after.dock, notes: after.notes.map(({ text }) => text) }).toEqual({
    dock,
    notes: notes.map(({ text }) => text),
  });
  expect((await browser.judged(page)).page.findings).toEqual(before.findings);
});

test('a value behind made up typing is no typing: no note goes out of date, and what stays is read all the same', async () => {
  const page = await show(EDITOR);
  await waitForOverlay(page, (view) => view.notes.some(({ text }) => text.includes('$98.59')));
  const sale = page.locator('[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input').first();
  await sale.evaluate((input: HTMLInputElement) => {
    const end = setInterval(() => {
      for (const type of ['input', 'change', 'focusout', 'keyup'])
        input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }, 5);
    setTimeout(() => clearInterval(end), 1500);
  });
  await page.waitForTimeout(150);
  const { notes } = await readOverlay(page);
  expect(notes.filter(({ stale }) => stale)).toEqual([]);
  // As a framework writes: no trusted event, and no attribute either.
  await sale.evaluate((input: HTMLInputElement) => {
    input.value = '98.59';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  });
  await waitForOverlay(page, (view) => !view.notes.some(({ text }) => text.includes('$98.59')));
  expect((await browser.judged(page)).page.findings.map(({ sentence }) => plainText(sentence)).join()).not.toContain(
    '$98.59',
  );
});

test('in Firefox events that a script made end nothing', async () => {
  const firefox = await launchFirefox();
  try {
    const { address, html } = testPage(EDITOR);
    firefox.serve(address, html);
    const page = await firefox.open(address);
    const { dock } = await firefox.waitForOverlay(page, (view) => view.notes.length > 0);
    await page.evaluate(pretend);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const after = await firefox.readOverlay(page);
    expect(after.present).toBe(true);
    expect(after.dock).toBe(dock);
    expect((await firefox.overview(page)).page).not.toBeNull();
  } finally {
    await firefox.close();
  }
});
