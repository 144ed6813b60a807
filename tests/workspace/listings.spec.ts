import { expect, type Page } from '@playwright/test';
import { expectNothingWrong, test } from './open.ts';

const US = encodeURIComponent('amazon|US|Harbor Demo Goods');
const rows = (page: Page) => page.getByRole('table').getByRole('row');
const named = (page: Page) => page.locator('.list-title').allTextContents();

test('a long list draws only what is seen, and every row knows its place', async ({ open }) => {
  const page = await open(`#/listings/${US}`, 'stores=1&listings=3000');
  const table = page.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', '3001');
  expect(await rows(page).count()).toBeLessThan(60);
  await page.locator('.list-body').evaluate((body) => body.scrollTo(0, 1e9));
  await expect(page.locator('[aria-rowindex="3001"] .list-title')).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(60);
});

test('the list is filtered by the worst finding and by rule, sorted and searched, and its address says so', async ({
  open,
}) => {
  const page = await open(`#/listings/${US}`, 'stores=1&listings=240');
  const chip = page.getByRole('button', { name: /^Warning \d+$/ });
  const count = Number((await chip.textContent())?.match(/\d+/)?.[0]);
  await chip.click();
  await expect(page.getByText(`${count} listings match`)).toBeVisible();
  await expect(rows(page).nth(1).getByRole('cell').first()).toContainText('Warning');
  await page.getByLabel('Problem', { exact: true }).selectOption({ label: 'Sale price below your price' });
  expect(page.url()).toContain('found=amazon%2Fsale-price-not-below-price');
  await page.getByRole('button', { name: 'Price' }).click();
  await expect(page.getByRole('columnheader', { name: 'Price' })).toHaveAttribute('aria-sort', 'ascending');
  const prices = async () =>
    (await page.locator('.list-row .list-price').allTextContents()).map((text) => Number(text.slice(1)));
  await expect.poll(async () => (await prices())[0]).toBe(Math.min(...(await prices())));
  expect(await prices()).toEqual((await prices()).toSorted((a, b) => a - b));
  await page.getByRole('button', { name: 'Show all listings' }).click();
  await page.getByRole('searchbox').fill('马克杯 demo-00020');
  await expect(page.getByText('1 listing matches')).toBeVisible();
  expect(await named(page)).toEqual(['马克杯 Stoneware mug 20']);
  await page.getByRole('searchbox').fill('nothing like this');
  await expect(page.getByText('No listing matches.')).toBeVisible();
});

test('what has no margin comes last in both directions', async ({ open }) => {
  const page = await open(`#/listings/${US}?sort=margin`, 'stores=1&listings=60');
  const first = () => page.locator('.list-row .list-margin').first().textContent();
  await expect.poll(first).toMatch(/%/);
  await page.getByRole('button', { name: 'Margin' }).click();
  await expect(page.getByRole('columnheader', { name: 'Margin' })).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(first).toMatch(/%/);
});

test('a listing opens by keyboard, and going back leads to the same place', async ({ open }) => {
  const page = await open(`#/listings/${US}`, 'stores=1&listings=500');
  const body = page.locator('.list-body');
  await body.evaluate((element) => element.scrollTo(0, 9000));
  const link = page.locator('[aria-rowindex="205"] a');
  await link.focus();
  const name = (await link.locator('.list-title').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(link).toBeVisible();
});

test('one listing tells what was found, what is known and from where, and takes an entry', async ({ open }) => {
  const page = await open(`#/listing/${US}/${encodeURIComponent('sku:DEMO-00005')}`, 'stores=1&listings=20');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('马克杯 Stoneware mug 5');
  const facts = page.getByRole('region', { name: 'What is known' });
  await expect(facts.getByRole('row', { name: /Your Price/ })).toContainText('Manage inventory, 20 Nov 2026');
  const found = page.getByRole('region', { name: 'What was found' });
  const finding = found.getByRole('button', { name: /Minimum and maximum price set/ });
  await finding.click();
  await expect(finding).toHaveAttribute('aria-expanded', 'true');
  await expect(found.getByRole('article')).toContainText('Rule in full');

  const margin = page.getByRole('region', { name: 'What is left of a sale today' });
  await expect(margin).toContainText('Enter it below');
  await margin.getByLabel('Unit cost').fill('kaputt');
  await margin.getByRole('button', { name: 'Save' }).click();
  await expect(margin.getByLabel('Unit cost')).toHaveAccessibleDescription(/not an amount/);
  await margin.getByLabel('Unit cost').fill('6.50');
  await page.keyboard.press('Enter');
  await expect(margin.getByRole('row', { name: /^Left/ })).toBeVisible();
  await expect(margin.getByRole('row', { name: /Unit cost/ })).toContainText('− $6.50');
  await page.getByRole('link', { name: 'All listings' }).click();
  await page.getByRole('searchbox').fill('DEMO-00005');
  await expect(page.getByText('1 listing matches')).toBeVisible();
  await expect(page.locator('.list-row .list-margin')).toContainText('%');
});

test('an address opens one finding; a listing that is gone says what to do', async ({ open }) => {
  const place = `${US}/${encodeURIComponent('sku:DEMO-00000')}`;
  const page = await open(
    `#/listing/${place}/${encodeURIComponent('amazon/sale-price-not-below-price')}`,
    'stores=1&listings=4',
  );
  await expect(page.getByRole('article')).toContainText('Sale price below your price');
  await page.goto(`${page.url().split('#')[0]}#/listing/${US}/gone`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This listing is not stored');
});

test('without a store it says where to begin', async ({ open }) => {
  const page = await open('#/listings', 'stores=0');
  await expect(page.getByText('Nothing checked yet')).toBeVisible();
});

const looks = [
  ['zh-CN', 'light', 360],
  ['zh-CN', 'dark', 1600],
  ['en', 'dark', 360],
  ['en', 'light', 1600],
] as const;

for (const [language, colorScheme, width] of looks)
  test(`accessible and nothing sticks out: ${language}, ${colorScheme}, ${width} px`, async ({ open }) => {
    const page = await open(`#/listings/${US}`, `stores=1&listings=80&language=${language}`);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator('.list-title').first().waitFor();
    await expectNothingWrong(page, 'list');
    await page.locator('.list-link').first().click();
    await page.locator('.finding').first().click();
    await page.locator('.waiting summary').first().click();
    await expectNothingWrong(page, 'listing');
  });
