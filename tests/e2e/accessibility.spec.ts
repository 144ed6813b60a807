import { expect, type Page, test } from '@playwright/test';
import { axeViolations } from '../tools/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { clickInOverlay, overlayHtml, overlayStyles, overlayText, waitForOverlay } from '../tools/overlay.ts';
import { fillStores, openOwn, ownPages } from '../tools/own-pages.ts';
import { testPage } from '../tools/pages.ts';

// Every page of the built extension, and the overlay, for those who see, hear or steer it otherwise.

const softly = expect.configure({ soft: true });

/** Text that is too small, and whatever makes the page wider than its window. */
async function misfitsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
    const small = shown.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12);
    const wide =
      document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px wide`] : [];
    return [...small.map(({ outerHTML }) => `small: ${outerHTML.slice(0, 120)}`), ...wide];
  });
}

/** What moves although the reader asked for less of it. */
async function movingOn(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        const lasts = (durations: string) => durations.split(',').some((one) => Number.parseFloat(one) > 0);
        return (
          lasts(transitionDuration) ||
          (animationName !== 'none' && lasts(animationDuration)) ||
          scrollBehavior === 'smooth'
        );
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

/**
 * axe cannot look into a closed shadow root: what the overlay really drew is set into a page of its own, with its styles.
 */
async function overlayViolations(browser: ExtensionBrowser, page: Page, language: string): Promise<string[]> {
  const [drawn, styles] = [await overlayHtml(page), await overlayStyles(page)];
  expect(drawn.length).toBeGreaterThan(100);
  const copy = await browser.context.newPage();
  await copy.setContent(
    `<!doctype html><html lang="${language}"><head><title>Overlay</title><style>${styles}</style></head>` +
      `<body><main><h1>Console</h1>${drawn}</main></body></html>`,
  );
  const found = await axeViolations(copy);
  await copy.close();
  return found;
}

// Texts belong to a language and colours to a theme: two looks show all of both.
for (const [language, dark] of [
  ['en-US', false],
  ['zh-CN', true],
] as const) {
  const theme = dark ? 'dark' : 'light';
  const table = (name: string, found: readonly string[]) =>
    console.log(`axe | ${name.padEnd(28)} | ${language} | ${theme.padEnd(5)} | ${found.length} violations`);

  test(`every page of ours, ${language}, ${theme}: no axe violation, it fits at 200 %, nothing moves unasked`, async () => {
    test.slow();
    const browser = await launchChromium({ language, dark });
    const tab = await browser.tabOf(await fillStores(browser));
    for (const own of ownPages(tab, language === 'en-US' ? 'en' : language)) {
      const page = await openOwn(browser, own);
      const found = await axeViolations(page);
      table(own.name, found);
      expect.soft(found, own.name).toEqual([]);
      // A window of 1280 px at 200 % has 640 px to lay out.
      if (!own.path.startsWith('/popup')) await page.setViewportSize({ width: 640, height: 450 });
      // A chart learns of its new width a frame later.
      await softly.poll(() => misfitsOf(page), `${own.name} at 200 %`).toEqual([]);
      expect.soft(await movingOn(page), `${own.name} with reduced motion`).toEqual([]);
      await page.close();
    }
    await browser.close();
  });

  test(`the overlay, ${language}, ${theme}: no axe violation in notes, list, card and teaching`, async () => {
    const browser = await launchChromium({ language, dark });
    const { address, html } = testPage('amazon/coupon-create/en-us');
    browser.serve(address, html);
    const page = await browser.open(address);
    const judge = async (name: string) => {
      const found = await overlayViolations(browser, page, language);
      table(name, found);
      expect.soft(found, name).toEqual([]);
      await page.bringToFront();
    };
    await waitForOverlay(page, (view) => view.notes.some(({ level }) => level === 'unknown'));
    await clickInOverlay(page, 'dock-toggle');
    await judge('overlay, notes and list');
    await clickInOverlay(page, 'note-unknown');
    await waitForOverlay(page, (view) => view.card !== '');
    await judge('overlay, card');
    await page.keyboard.press('Escape');
    const tab = await browser.tabOf(page);
    await browser.ask({ kind: 'start-teaching', tab, record: 'page', field: 'couponPercent' });
    await expect.poll(() => overlayText(page, 'teach')).not.toBe('');
    await judge('overlay, showing a field');
    await browser.close();
  });
}

test('what the overlay says beside fields and in its list, the popup says in a list that is read aloud', async () => {
  const browser = await launchChromium();
  const { address, html } = testPage('amazon/listing-editor/gen2-all-en-us');
  browser.serve(address, html);
  const page = await browser.open(address);
  await browser.judged(page);
  await clickInOverlay(page, 'dock-toggle');
  const { notes } = await waitForOverlay(page, (view) => view.dock.includes('Cut 17 characters'));
  const listed = await overlayText(page, 'dock-sentence');
  const popup = await browser.context.newPage();
  await popup.goto(`${browser.origin}/popup.html?tab=${await browser.tabOf(page)}`);
  const items = popup.getByRole('listitem');
  await expect(items.first()).toBeVisible();
  expect(notes).not.toEqual([]);
  for (const { text } of notes) await expect(items.filter({ hasText: text }).first()).toBeVisible();
  let rest = listed;
  for (const text of await popup.locator('.findings .finding-sentence').allTextContents())
    rest = rest.replace(text, '');
  expect(rest.trim()).toBe('');
  await browser.close();
});

/** What the keyboard must reach: everything that can be clicked or typed into, of a group of radio buttons one. */
function reachable(): number {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const elements = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled, [tabindex="-1"], [inert] *'),
  );
  const groups = new Set<string>();
  const each = elements.filter((element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    if (groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  });
  for (const [index, element] of each.entries()) element.dataset.reach = String(index);
  return each.length;
}

/** The number of the element that has the focus, and whether that can be seen; null: the focus left the page. */
function focusNow(): { reach: string; seen: boolean } | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const ringOf = (one: Element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && opacity !== '0';
  };
  // A control that is laid unseen over another may lend it the ring.
  const seen = [element, element.parentElement, element.nextElementSibling].some((one) => one && ringOf(one));
  return { reach: element.dataset.reach ?? '', seen };
}

test('every control of every page is reached with Tab, and shows that it is', async () => {
  test.slow();
  const browser = await launchChromium();
  const tab = await browser.tabOf(await fillStores(browser));
  for (const own of ownPages(tab, 'en')) {
    const page = await openOwn(browser, own);
    const count = await page.evaluate(reachable);
    const reached = new Map<string, boolean>();
    // Parts of a date are reached one by one, with a ring of their own. From where the view put the focus it goes to the
    // end of the page and once around.
    for (let press = 0, ends = 0; press < count * 2 + 20 && ends < 2; press += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(focusNow);
      if (focus) reached.set(focus.reach, focus.seen || reached.get(focus.reach) === true);
      else ends += 1;
    }
    const markup = (numbers: string[]) =>
      page.evaluate(
        (wanted) => wanted.map((one) => document.querySelector(`[data-reach="${one}"]`)?.outerHTML.slice(0, 160)),
        numbers,
      );
    const missed = await markup(
      Array.from({ length: count }, (_, index) => `${index}`).filter((one) => !reached.has(one)),
    );
    const unseen = await markup([...reached].flatMap(([one, seen]) => (seen ? [] : [one])));
    console.log(
      `keyboard | ${own.name.padEnd(28)} | ${count} controls, ${missed.length} missed, ${unseen.length} unseen`,
    );
    expect.soft({ missed, unseen }, own.name).toEqual({ missed: [], unseen: [] });
    await page.close();
  }
  await browser.close();
});
