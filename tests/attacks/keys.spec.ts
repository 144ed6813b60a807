import { expect, type Page, test } from '@playwright/test';
import { changedBuild } from '../tools/changed-build.ts';
import { CHROME_BUILD, launchChromium } from '../tools/chromium.ts';
import { launchForEachTest, serve } from '../tools/each-test.ts';
import { launchFirefox } from '../tools/firefox.ts';
import {
  clickInOverlay,
  overlayText,
  overlayTexts,
  readOverlay,
  typeIntoCard,
  waitForOverlay,
} from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// What is typed into a card is the seller's and ours: no listener of the page hears of it.

launchForEachTest();

const COUPON = testPage('amazon/coupon-create/en-us');

/** Listens, first in the page, to all that says what is typed, and keeps what came from our host. */
const LISTENERS = `<script>window.heard = [];
for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'change', 'paste', 'copy', 'cut',
  'compositionstart', 'compositionupdate', 'compositionend', 'dragstart', 'drop'])
  for (const target of [window, document, document.documentElement])
    for (const capture of [true, false])
      target.addEventListener(type, (event) => {
        if (event.target.localName === 'preflight-overlay') heard.push(type + ' ' + (event.key || event.data || ''));
      }, capture);</script>`;

const listening = COUPON.html.replace('<head>', `<head>${LISTENERS}`);

async function openEntry(page: Page): Promise<void> {
  await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
  await clickInOverlay(page, 'note-unknown');
  await waitForOverlay(page, (view) => view.card.includes('Was Price'));
}

const heardIn = (page: Pick<Page, 'evaluate'>) => page.evaluate(() => (window as never as { heard: string[] }).heard);

test('no key, input, clipboard or composition of a card’s field reaches the page, and all of them work', async () => {
  expect(listening).toContain('window.heard');
  const page = await serve(COUPON.address, listening);
  await openEntry(page);
  await typeIntoCard(page, '98.76');
  for (const key of ['A', 'C', 'X', 'V']) await page.keyboard.press(`ControlOrMeta+${key}`);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '7', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '79' });
  await expect.poll(async () => (await overlayTexts(page)).drawn).toContain('98.7679');
  expect(await heardIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await waitForOverlay(page, ({ card }) => card === '');
  expect(await heardIn(page)).toEqual([]);

  await clickInOverlay(page, 'note-unknown');
  await waitForOverlay(page, (view) => view.card.includes('Was Price'));
  await typeIntoCard(page, 'x1');
  await page.keyboard.press('Enter');
  await expect.poll(() => overlayText(page, 'entry-error')).not.toBe('');
  await typeIntoCard(page, '98');
  await page.keyboard.press('Enter');
  await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'error'));
  expect(await heardIn(page)).toEqual([]);
});

test('events that the page makes up at our host do nothing in it', async () => {
  const page = await serve(COUPON.address, COUPON.html);
  await openEntry(page);
  await page.evaluate(() => {
    for (const type of ['keydown', 'keyup', 'input', 'click', 'submit', 'paste'])
      document
        .querySelector('preflight-overlay')
        ?.dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true }), { key: 'Escape' }));
  });
  await page.waitForTimeout(300);
  expect((await readOverlay(page)).card).toContain('Was Price');
});

test('a page that writes its document anew, and the guard away, finds no field of ours to listen to', async () => {
  const page = await serve(COUPON.address, COUPON.html);
  await openEntry(page);
  await page.evaluate((html) => {
    document.open();
    document.write(html);
    document.close();
  }, listening);
  await waitForOverlay(page, ({ card, dock }) => dock !== '' && card === '');
  await openEntry(page);
  expect((await readOverlay(page)).card).toContain('Reload this page to enter values here');
  expect(await overlayText(page, 'entry')).toBe('');
  await page.reload();
  await openEntry(page);
  await typeIntoCard(page, '98');
  await expect.poll(async () => (await overlayTexts(page)).drawn).toContain('98');
});

test('where the guard did not stand before the page, the card takes no entry', async () => {
  const build = changedBuild(CHROME_BUILD, (manifest) => {
    const scripts = manifest.content_scripts as { js: string[] }[];
    manifest.content_scripts = scripts.filter(({ js }) => !js.includes('content-scripts/guard.js'));
  });
  const unguarded = await launchChromium({ build: build.folder });
  try {
    unguarded.serve(COUPON.address, listening);
    const page = await unguarded.open(COUPON.address);
    await openEntry(page);
    expect((await readOverlay(page)).card).toContain('Reload this page to enter values here');
    expect(await overlayText(page, 'entry')).toBe('');
    await page.keyboard.type('98');
    expect(await heardIn(page)).not.toContain('input 9');
  } finally {
    await unguarded.close();
    build.remove();
  }
});

test('in Firefox no key or input of a card’s field reaches the page', async () => {
  const firefox = await launchFirefox();
  try {
    firefox.serve(COUPON.address, listening);
    const page = await firefox.open(COUPON.address);
    const { notes } = await firefox.waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
    const note = notes.find(({ level, visible }) => level === 'unknown' && visible);
    if (!note) throw new Error('No note to open.');
    await page.mouse.click(note.box.left + 8, note.box.top + 8);
    await firefox.waitForOverlay(page, (view) => view.card !== '');
    for (let tab = 0; tab < 20; tab += 1) {
      await page.keyboard.press('Tab');
      if ((await firefox.focused(page))?.name === 'Was Price') break;
    }
    await page.keyboard.type('98.76');
    await firefox.waitForOverlay(page, (view) => view.card.includes('98.76'));
    expect(await page.evaluate(() => (window as never as { heard: string[] }).heard)).toEqual([]);
  } finally {
    await firefox.close();
  }
});
