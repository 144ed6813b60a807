import { expect, type Page, test } from '@playwright/test';
import { launchForEachTest, show } from '../tools/each-test.ts';
import { launchFirefox } from '../tools/firefox.ts';
import { clickInOverlay, overlayNames, overlayTexts, typeIntoCard, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';
import { foundBy } from './found-by.ts';

// A closed shadow root hides nodes, not text: what is drawn must be out of reach of a script that searches for it.

launchForEachTest();

/** Opens the list and a card, so that all that the overlay can say stands there. */
async function openAll(page: Page): Promise<void> {
  await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
  await clickInOverlay(page, 'dock-toggle');
  await clickInOverlay(page, 'note-unknown');
  await waitForOverlay(page, (view) => view.card.includes('Was Price'));
}

test('no text that the overlay draws is found, selected or printed', async () => {
  const page = await show('amazon/coupon-create/en-us');
  await openAll(page);
  const { drawn, nodes } = await overlayTexts(page);
  expect(drawn.length).toBeGreaterThan(20);
  expect(nodes).toEqual([]);
  expect(await page.evaluate(foundBy, drawn)).toEqual([]);
  const selected = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.documentElement);
    return `${getSelection()}`;
  });
  for (const text of drawn.filter((one) => one.length > 20)) expect(selected).not.toContain(text);
  await page.emulateMedia({ media: 'print' });
  const display = await page.$eval('preflight-overlay', (host) => getComputedStyle(host).display);
  expect(display).toBe('none');
});

test('what is typed into a card is neither found nor selected, and is still the seller’s to see, copy and take back', async () => {
  const page = await show('amazon/coupon-create/en-us');
  await openAll(page);
  await typeIntoCard(page, '97.31');
  expect((await overlayTexts(page)).drawn).toContain('97.31');
  expect(await page.evaluate(foundBy, ['97.31', '97.3', '7.31'])).toEqual([]);
  await page.keyboard.press('ControlOrMeta+A');
  expect(await page.evaluate(() => `${getSelection()}`)).not.toContain('97');
  const { drawn } = await overlayTexts(page);
  expect(drawn).toContain('97.31');

  // Cut, pasted back and taken back as in any other field.
  await page.keyboard.press('ControlOrMeta+X');
  await expect.poll(async () => (await overlayTexts(page)).drawn).not.toContain('97.31');
  await page.keyboard.press('ControlOrMeta+V');
  await expect.poll(async () => (await overlayTexts(page)).drawn).toContain('97.31');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(async () => (await overlayTexts(page)).drawn).not.toContain('97.31');
});

test('assistive technology is told every name that is drawn', async () => {
  const page = await show('amazon/coupon-create/en-us');
  await openAll(page);
  await typeIntoCard(page, '97.31');
  const names = await overlayNames(page);
  for (const name of [
    /^button: Close$/,
    /^button: Turn this check off$/,
    /^button: Save$/,
    /^textbox: Was Price = 97\.31$/,
    /^dialog: ./,
    /^heading: Can’t tell yet /,
    /^button: Can’t tell yet .*Was Price/,
    /^button: Preflight/,
    /^status: ?/,
  ])
    expect(
      names.filter((one) => name.test(one)),
      `${name}`,
    ).not.toEqual([]);
});

test('in Firefox neither what is drawn nor what is typed is found', async () => {
  const firefox = await launchFirefox();
  try {
    const { address, html } = testPage('amazon/coupon-create/en-us');
    firefox.serve(address, html);
    const page = await firefox.open(address);
    const { notes } = await firefox.waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
    const note = notes.find(({ level, visible }) => level === 'unknown' && visible);
    if (!note) throw new Error('No note to open.');
    await page.mouse.click(note.box.left + 8, note.box.top + 8);
    const { card } = await firefox.waitForOverlay(page, (view) => view.card !== '');
    for (let tab = 0; tab < 20; tab += 1) {
      await page.keyboard.press('Tab');
      if ((await firefox.focused(page))?.name === 'Was Price') break;
    }
    await page.keyboard.type('97.31');
    await firefox.waitForOverlay(page, (view) => view.card.includes('97.31'));
    const texts = [...notes.map(({ text }) => text), card.slice(0, 40), 'Was Price of', 'Turn this check off', '97.31'];
    expect(await page.evaluate(foundBy, texts)).toEqual([]);
  } finally {
    await firefox.close();
  }
});
