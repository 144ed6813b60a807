import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { axeViolations } from '../tools/axe.ts';
import { fixtureNames } from './fixtures.ts';
import { builtPage, HARNESS_ORIGIN, launchPlain, servePage } from './harness/built-page.ts';
import type { HarnessBackground } from './harness/main.tsx';

declare global {
  interface Window {
    background: HarnessBackground;
  }
}

const test = base.extend<{ open: (fixture: string, search?: string) => Promise<Page> }, { popup: BrowserContext }>({
  popup: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const browser = await launchPlain();
      const context = await browser.newContext({ viewport: { width: 400, height: 560 } });
      await servePage(context, await builtPage(`${import.meta.dirname}/harness`));
      await use(context);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ popup }, use) => {
    const pages: Page[] = [];
    const errors: string[] = [];
    await use(async (fixture, search = '') => {
      const page = await popup.newPage();
      pages.push(page);
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
      await page.goto(`${HARNESS_ORIGIN}/?fixture=${fixture}${search}`);
      return page;
    });
    for (const page of pages) await page.close();
    expect(errors).toEqual([]);
  },
});

/** What was asked, apart from the one question about what is new. */
const kinds = (page: Page) =>
  page.evaluate(() => window.background.asked.map(({ kind }) => kind).filter((kind) => kind !== 'news'));

test('a page with findings comes first, and a finding opens as a card that leads back to where it was', async ({
  open,
}) => {
  const page = await open('page');
  await expect(page.locator('main h2').first()).toContainText('This page');
  const finding = page.getByRole('button', { name: /Coupon will be rejected: after 10% off/ });
  await expect(finding).toContainText('B0DEMO0001');
  await expect(finding).toHaveAccessibleName(/^Problem /);
  await finding.click();

  const card = page.getByRole('article', { name: /Coupon not far enough below the Was Price/ });
  await expect(card.locator('.fix')).toHaveText([/at least26%Copy/, /at most\$26\.37Copy/]);
  await expect(card.getByRole('row', { name: /Was Price/ })).toContainText('$24.99');
  const source = card.getByRole('link', { name: 'Understanding coupon errors' });
  await expect(source).toHaveAttribute('target', '_blank');
  await expect(source).toHaveAttribute('rel', 'noreferrer');
  expect(await page.evaluate(() => window.background.asked.at(-1))).toEqual({
    kind: 'explain-stored',
    tab: 7,
    finding: 'net',
  });
  await expect(page.getByRole('button', { name: 'Back' })).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(finding).toBeFocused();
});

test('problems open into their listings, each with its page and its card', async ({ open }) => {
  const page = await open('page');
  const group = page.getByRole('button', { name: /Title too long/ });
  await expect(group).toContainText('13 listings');
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('12 more listings have this problem.')).toBeVisible();
  await page.getByRole('button', { name: 'Open page DEMO-MUG-01' }).click();
  expect(await page.evaluate(() => window.background.opened)).toEqual([
    'https://sellercentral.amazon.com/abis/listing/edit?sku=DEMO-MUG-01',
  ]);

  await page.getByRole('button', { name: /Coupon not far enough/ }).click();
  await page.getByRole('button', { name: 'Details B0DEMO0001 · DEMO-MUG-01' }).click();
  await expect(page.getByRole('article')).toBeVisible();
  expect(await page.evaluate(() => window.background.asked.at(-1))).toMatchObject({ tab: null, finding: 'net' });
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
});

test('the reference is one click away: whole at the foot, at its rule in a card', async ({ open }) => {
  const page = await open('page');
  const all = page.getByRole('link', { name: 'All checks' });
  await expect(all).toHaveAttribute('href', '/reference/en/index.html');
  await expect(all).toHaveAttribute('target', '_blank');
  await page.getByRole('button', { name: /Coupon will be rejected: after 10% off/ }).click();
  await page.getByRole('button', { name: 'Rule in full' }).click();
  expect(await page.evaluate(() => window.background.asked.at(-1))).toEqual({
    kind: 'open-rule',
    rule: 'amazon/coupon-net-not-below-was',
  });
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('link', { name: '全部检查规则' })).toHaveAttribute('href', '/reference/zh-CN/index.html');
});

test('a finding that is gone says so', async ({ open }) => {
  const page = await open('page');
  await page.getByRole('button', { name: /Title too long/ }).click();
  await page.getByRole('button', { name: 'Details DEMO-MUG-01' }).click();
  await expect(page.getByText('This finding is gone')).toBeVisible();
});

test('checks that need data say which, and how to supply it', async ({ open }) => {
  const page = await open('page');
  const section = page.getByRole('region', { name: '3 checks need data' });
  await expect(section.getByRole('listitem')).toHaveText([/Was Price of 2 products.*discount field/, /star rating/]);
});

test('what was read is listed field by field', async ({ open }) => {
  const page = await open('page');
  await page.getByText('9 of 11 fields read').click();
  await expect(page.getByRole('row', { name: /Discount/ })).toContainText('label:Discount');
  await expect(page.getByRole('row', { name: /Budget/ })).toContainText('not read: two fields fit');
});

test('the store switch shows another store', async ({ open }) => {
  const page = await open('stores');
  await expect(page.getByText('This tab is not a console page')).toBeVisible();
  const current = page.getByRole('navigation', { name: 'Stores' }).getByRole('button').first();
  await expect(current).toContainText('Harbor Demo Goods');
  await current.click();
  const list = page.getByRole('list', { name: '5 stores' });
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await expect(list.getByRole('button', { name: /Amazon US/ })).toHaveAttribute('aria-current', 'true');
  await expect(list.getByRole('button', { name: /TikTok Shop UK Harbor Demo Goods Official/ })).toBeVisible();
  await list.getByRole('button', { name: /DE/ }).click();
  await expect(list).toHaveCount(0);
  await expect(current).toBeFocused();
  await expect(page.getByText('No problem in the 17 listings checked, last on 18 Nov 2026.')).toBeVisible();
});

test('the language changes at once and for the whole document', async ({ open }) => {
  const page = await open('page');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('button', { name: '中文' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: /优惠券会被拒/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '3 项检查缺少数据' })).toBeVisible();
});

test('a decision is taken back, and a refusal is said', async ({ open }) => {
  const page = await open('page');
  await page.getByText('Ignored, turned off and entered').click();
  await page.evaluate(() => {
    window.background.refusal = 'Storage is full.';
  });
  const undo = page.getByRole('button', { name: /^Undo Ignored for DEMO-LAMP-03/ });
  await undo.click();
  await expect(page.getByText('Storage is full.')).toBeVisible();
  await expect(undo).toBeVisible();
  await page.evaluate(() => {
    window.background.refusal = null;
  });
  await undo.click();
  await expect(undo).toHaveCount(0);
  await expect(page.getByText('Storage is full.')).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText('Undone');
  await expect(page.locator('.decisions summary')).toBeFocused();
  expect(await page.evaluate(() => window.background.undone)).toEqual(['ignored:1']);
});

test('what was clicked in the page without being seen waits at the top, to be confirmed or discarded', async ({
  open,
}) => {
  const page = await open('pending');
  const waiting = page.getByRole('region', { name: '2 waiting for your confirmation' });
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  await waiting.getByRole('button', { name: 'Confirm: Turn off in every store: Title too long' }).click();
  await expect(page.getByRole('status')).toHaveText('Confirmed');
  await waiting.getByRole('button', { name: 'Discard: Enter Was Price: 24.99' }).click();
  await expect(page.getByRole('status')).toHaveText('Discarded');
  const asked = await page.evaluate(() => window.background.asked);
  expect(asked.filter(({ kind }) => kind === 'settle-pending')).toMatchObject([
    { pending: 'pending:1', confirmed: true },
    { pending: 'pending:2', confirmed: false },
  ]);
  await expect(page.locator('.decision').first()).toHaveText(/^Just now Ignored for DEMO-LAMP-03/);
});

test('a burst of stored changes is one question more, and new counts are announced', async ({ open }) => {
  const page = await open('page');
  await expect(page.locator('.this-page')).toBeVisible();
  expect(await kinds(page)).toEqual(['overview']);
  await page.evaluate(() => {
    window.background.changes = { page: null };
    for (let times = 0; times < 20; times += 1) window.background.stored();
  });
  await expect(page.getByText('This tab is not a console page')).toBeVisible();
  expect(await kinds(page)).toEqual(['overview', 'overview']);
  await expect(page.getByRole('status')).toHaveText('Updated: 15 problems, 1 warning');
});

test('a card on show is asked for again after a change', async ({ open }) => {
  const page = await open('page');
  await page.getByRole('button', { name: /Coupon will be rejected: after/ }).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.evaluate(() => window.background.stored());
  await expect.poll(() => kinds(page)).toEqual(['overview', 'explain-stored', 'overview', 'explain-stored']);
});

test('a background that does not answer is said, and asked again on request', async ({ open }) => {
  const page = await open('page', '&answers=false');
  await expect(page.getByRole('alert')).toContainText('Preflight did not answer');
  await page.evaluate(() => {
    window.background.answers = true;
  });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.this-page')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.evaluate(() => {
    window.background.answers = false;
    window.background.stored();
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.this-page'), 'what was known stays').toBeVisible();
});

test('nothing checked yet: says which pages to open', async ({ open }) => {
  const page = await open('empty', '&language=zh-CN');
  await expect(page.getByRole('heading', { name: '打开一个页面开始检查' })).toBeVisible();
  await expect(page.locator('.empty-page')).toHaveText([/亚马逊/, /Temu/, /TikTok Shop/]);
  await expect(page.getByRole('button', { name: '用虚构商品试一试' })).toBeVisible();
});

test('a console page that is not checked is named, with what is checked beside it', async ({ open }) => {
  const page = await open('not-checked');
  await expect(page.locator('.this-page')).toContainText('Product barcodes (商品条码管理)');
  await expect(page.locator('.this-page')).toContainText('Preflight does not check this page.');
  await expect(page.getByRole('link', { name: 'Product list' })).toHaveAttribute(
    'href',
    'https://agentseller.temu.com/goods/list',
  );
  await expect(page.getByText('Edit product')).toBeVisible();
  await expect(page.getByText('This tab is not a console page')).toHaveCount(0);
});

test('an unknown store is never shown as one of the known', async ({ open }) => {
  const page = await open('unread');
  await expect(page.getByText('Unknown store')).toBeVisible();
  await expect(page.getByText('The page says Germany')).toBeVisible();
  await expect(page.getByText('Preflight could not read this page.')).toBeVisible();
  await expect(page.getByText('no problem found')).toHaveCount(0);
  await expect(page.getByText('Problems in this store')).toHaveCount(0);
});

test('nothing is called clear where nothing was checked', async ({ open }) => {
  const page = await open('page');
  await page.evaluate(() => {
    const { background } = window;
    const { page } = background.overview();
    if (page) background.changes = { page: { ...page, findings: [], store: { known: true, name: 'A', note: '' } } };
    background.stored();
  });
  await expect(page.getByText('Page checked, no problem found.')).toBeVisible();
  await page.evaluate(() => {
    const { background } = window;
    const { page } = background.overview();
    if (page)
      background.changes = {
        page: { ...page, storeKey: null, store: { known: false, name: 'Unknown store', note: 'Why' } },
      };
    background.stored();
  });
  await expect(page.getByText('Unknown store')).toBeVisible();
  await expect(page.getByText('no problem found')).toHaveCount(0);
});

test('long names and markup stay inside, as text', async ({ open }) => {
  const page = await open('long');
  await expect(page.getByText('<img src=x').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show all 12' }).click();
  await expect(page.locator('.finding')).toHaveCount(12);
  for (const group of await page.locator('.problem-button').all()) await group.click();
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.popup-main, .popup-header')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => element.className),
  );
  expect(sideways).toEqual([]);
});

// Texts belong to a language and colours to a theme: two looks show all of both.
for (const [language, colorScheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)
  for (const fixture of fixtureNames)
    test(`accessible: ${fixture}, ${language}, ${colorScheme}`, async ({ open }) => {
      const page = await open(fixture, `&language=${language}`);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('main')).not.toBeEmpty();
      await expectNothingWrong(page, 'as opened');
      for (const closed of await page.locator('summary, [aria-expanded]').all()) await closed.click();
      await expectNothingWrong(page, 'everything opened');
      for (const [index, finding] of (await page.locator('.finding').all()).entries()) {
        if (index > 3) break;
        await finding.click();
        await page.locator('.open-card > :nth-child(2)').waitFor();
        await expectNothingWrong(page, `card ${index}`);
        await page.keyboard.press('Escape');
      }
    });

async function expectNothingWrong(page: Page, state: string): Promise<void> {
  expect(await axeViolations(page), state).toEqual([]);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      .map((element) => element.className),
  );
  expect(small, state).toEqual([]);
}
