import { expect, type Page, test } from '@playwright/test';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { launchFirefox } from '../tools/firefox.ts';
import { clickButton, clickInOverlay, overlayText, tabTo, waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// A page may lay anything over the overlay or make it transparent. A click on what the seller cannot see decides nothing.

launchForEachTest();

const EDITOR = 'amazon/listing-editor/gen2-offer-en-us';
const TURN_OFF = 'Turn this check off';

async function openCard(page: Page): Promise<void> {
  await browser.judged(page);
  await clickInOverlay(page, 'note-button');
  await waitForOverlay(page, ({ card }) => card.includes(TURN_OFF));
  // As long as it takes to read the first words.
  await page.waitForTimeout(700);
}

const decisions = async (page: Page) => (await browser.overview(page)).decisions.map(({ kind }) => kind);

/** What a page may do to hide the card from who clicks: each is code that runs in the page. */
const covers: Readonly<Record<string, string>> = {
  'a sheet of the same height that lets clicks through': `
    const sheet = document.createElement('div');
    sheet.style.cssText = 'position:fixed;inset:0;background:#ccc;pointer-events:none;z-index:2147483647';
    document.documentElement.append(sheet);`,
  'a popover whose event is kept from us': `
    addEventListener('toggle', (event) => event.stopImmediatePropagation(), true);
    const sheet = document.createElement('div');
    sheet.popover = 'manual';
    sheet.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;background:#ccc;pointer-events:none';
    document.documentElement.append(sheet);
    sheet.showPopover();
    // Once more, above what has followed it into the top layer.
    setTimeout(() => {
      sheet.hidePopover();
      sheet.showPopover();
    }, 700);`,
  'a transparent root': "document.documentElement.style.opacity = '0';",
  'a root behind a filter': "document.documentElement.style.filter = 'opacity(0)';",
  'a masked root': "document.documentElement.style.mask = 'linear-gradient(transparent, transparent)';",
};

for (const [name, code] of Object.entries(covers))
  test(`under ${name} nothing is decided before the popup confirms it`, async () => {
    const page = await show(EDITOR);
    await openCard(page);
    await page.evaluate(`{ ${code} }`);
    await page.waitForTimeout(1200);
    await clickButton(page, TURN_OFF);
    await expect.poll(() => overlayText(page, 'detail-refusal')).toContain('Confirm it in the popup');
    expect(await decisions(page)).toEqual([]);

    const popup = await browser.popup(page);
    const waiting = popup.getByRole('region', { name: 'Waiting for your confirmation' });
    await expect(waiting).toContainText('Turn off in every store');
    await waiting.getByRole('button', { name: /^Confirm/ }).click();
    await expect(waiting).toHaveCount(0);
    await expect.poll(() => decisions(page)).toEqual(['turned-off']);
  });

test('styles of the page do not touch our host: the card stays to be seen, and its buttons decide', async () => {
  const page = await show(EDITOR);
  await openCard(page);
  await page.evaluate(() => {
    const sheet = document.createElement('style');
    const all =
      'opacity:0;filter:opacity(0);clip-path:circle(2px);mix-blend-mode:multiply;transform:translate(300px,99px);scale:.1;visibility:hidden;display:none;zoom:.2;content-visibility:hidden;mask:linear-gradient(transparent,transparent)';
    const important = all.replaceAll(';', ' !important;');
    sheet.textContent = `preflight-overlay { ${important} !important; animation: fade 1s forwards !important }
      @keyframes fade { to { opacity: 0 } }`;
    document.head.append(sheet);
    const host = document.querySelector<HTMLElement>('preflight-overlay');
    host?.setAttribute('style', `${important} !important`);
    host?.animate({ opacity: 0 }, { fill: 'forwards' });
  });
  await page.waitForTimeout(700);
  await clickButton(page, TURN_OFF);
  await expect.poll(() => decisions(page)).toEqual(['turned-off']);
});

test('what was clicked as soon as it flashed up waits for the popup, where it can be dropped, too', async () => {
  const page = await show(EDITOR);
  await openCard(page);
  await page.evaluate(covers['a transparent root'] as string);
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    document.documentElement.style.opacity = '1';
  });
  await clickButton(page, TURN_OFF);
  await expect.poll(() => overlayText(page, 'detail-refusal')).toContain('Confirm it in the popup');
  const popup = await browser.popup(page);
  await popup.getByRole('button', { name: /^Discard/ }).click();
  await expect(popup.getByText('Waiting for your confirmation')).toHaveCount(0);
  expect(await decisions(page)).toEqual([]);
});

test('a decision is told with the way back, by keyboard too, and the popup lists it first', async () => {
  const page = await show(EDITOR);
  await openCard(page);
  await clickButton(page, 'Ignore for this listing');
  await expect.poll(() => overlayText(page, 'toast')).toContain('Ignored for');
  const popup = await browser.popup(page);
  await expect(popup.locator('.decision').first()).toContainText('Just now');
  await popup.close();
  await page.bringToFront();
  await page.waitForTimeout(500);
  await clickButton(page, 'Undo');
  await expect.poll(() => overlayText(page, 'toast')).toBe('Undone');
  expect(await decisions(page)).toEqual([]);

  await waitForOverlay(page, ({ notes }) => notes.length > 0);
  await openCard(page);
  await tabTo(page, TURN_OFF);
  await page.keyboard.press('Enter');
  await expect.poll(() => overlayText(page, 'toast')).toContain('Turned off');
  // The focus went along to the way back.
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await expect.poll(() => overlayText(page, 'toast')).toBe('Undone');
  expect(await decisions(page)).toEqual([]);
});

test('a toast that cannot be seen takes nothing back', async () => {
  const page = await show(EDITOR);
  await openCard(page);
  await clickButton(page, TURN_OFF);
  await expect.poll(() => overlayText(page, 'toast')).toContain('Turned off');
  await page.evaluate(covers['a transparent root'] as string);
  await page.waitForTimeout(400);
  await clickButton(page, 'Undo');
  await expect.poll(() => overlayText(page, 'toast')).toContain('Undo it in the popup');
  expect(await decisions(page)).toEqual(['turned-off']);
});

test('in Firefox, which cannot tell what is seen, decisions from the page wait for the popup', async () => {
  const firefox = await launchFirefox();
  try {
    const { address, html } = testPage(EDITOR);
    firefox.serve(address, html);
    const page = await firefox.open(address);
    const { notes } = await firefox.waitForOverlay(page, (view) => view.notes.some(({ visible }) => visible));
    const note = notes.find(({ visible }) => visible);
    if (!note) throw new Error('No note to open.');
    await page.mouse.click(note.box.left + 8, note.box.top + 8);
    await firefox.waitForOverlay(page, (view) => view.card !== '');
    for (let tab = 0; tab < 30; tab += 1) {
      await page.keyboard.press('Tab');
      if ((await firefox.focused(page))?.name === TURN_OFF) break;
    }
    await page.keyboard.press('Enter');
    await firefox.waitForOverlay(page, (view) => view.card.includes('Confirm it in the popup'));
    const { decisions, pending } = await firefox.overview(page);
    expect(decisions).toEqual([]);
    expect(pending.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Turn off in every store')]);
  } finally {
    await firefox.close();
  }
});
