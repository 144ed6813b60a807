import { expect, type Page } from '@playwright/test';
import { expectNothingWrong, test } from './open.ts';

const US = encodeURIComponent('amazon|US|Harbor Demo Goods');
const rows = (page: Page) => page.getByRole('table').getByRole('row');
const stored = (page: Page) => page.evaluate(() => window.preflight.stored());
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

test('what is tried shows its verdict at once, and is gone with the page', async ({ open }) => {
  const place = `${US}/${encodeURIComponent('sku:DEMO-00005')}`;
  const page = await open(`#/listing/${place}`, 'stores=1&listings=20');
  const before = await stored(page);
  const attempt = page.getByRole('region', { name: 'What if' });
  await expect(attempt.getByRole('status')).toHaveText('1 finding');
  await attempt.getByLabel('Discount type').selectOption('percentage off');
  await attempt.getByLabel('Coupon discount').fill('5 %');
  const rejected = attempt.getByRole('listitem').filter({ hasText: 'Coupon price and Was Price' });
  await expect(rejected).toContainText('after 5% off, $30.88 is not 5% below the Was Price $31.00');
  await expect(rejected).toContainText('new');
  await attempt.getByLabel('Coupon discount').fill('10');
  await expect(rejected).toHaveCount(0);
  await attempt.getByLabel('Your Price').fill('31 oder so');
  await expect(attempt.getByLabel('Your Price')).toHaveAccessibleDescription(/not an amount/);
  await attempt.getByRole('button', { name: 'Reset' }).click();
  await expect(attempt.getByLabel('Your Price')).toHaveValue('32.50');
  expect(await stored(page)).toEqual(before);
});

test('what is tried is judged for the chosen day', async ({ open }) => {
  const place = `${US}/${encodeURIComponent('sku:DEMO-00005')}`;
  const page = await open(`#/listing/${place}`, 'stores=1&listings=20');
  const attempt = page.getByRole('region', { name: 'What if' });
  await attempt.getByLabel('Discount type').selectOption('percentage off');
  await attempt.getByLabel('Coupon discount').fill('5');
  const rejected = attempt.getByRole('listitem').filter({ hasText: 'Coupon price and Was Price' });
  await expect(rejected).toBeVisible();
  // The first period of the numbers for coupon prices began in March 2024.
  await attempt.getByLabel('Day', { exact: true }).fill('2024-03-01');
  await expect(rejected).toHaveCount(0);
});

test('prices by day are drawn, and told in a table', async ({ open }) => {
  const place = `${US}/${encodeURIComponent('sku:DEMO-00005')}`;
  const page = await open(`#/listing/${place}`, 'stores=1&listings=20&visits=3');
  const history = page.getByRole('region', { name: 'Price history' });
  await expect(history.locator('svg')).toContainText('Coupon possible up to $40.30');
  await history.getByText('As a table').click();
  await expect(history.getByRole('row')).toHaveCount(4);
  await expect(history.getByRole('row').nth(1)).toHaveText('20 Nov 2026$32.50');
});

test('prices paid in imported orders are drawn with those that were seen', async ({ open }) => {
  const page = await open('#/overview', 'stores=1&listings=20');
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('preflight');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('paidPrices', 'readwrite');
    const days = [
      { day: '2026-11-01', paid: [['33.00', 2]], promoted: [] },
      { day: '2026-11-10', paid: [['32.00', 1]], promoted: [['30.00', 4]] },
    ];
    const store = 'amazon|US|Harbor Demo Goods';
    transaction.objectStore('paidPrices').put({ store, sku: 'DEMO-00005', asin: 'B0DEMO0005', currency: 'USD', days });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/listing/${US}/${encodeURIComponent('sku:DEMO-00005')}`,
  );
  const history = page.getByRole('region', { name: 'Price history' });
  await expect(history.locator('.price-paid')).toHaveCount(3);
  await expect(history.locator('.price-promoted')).toHaveCount(1);
  await history.getByText('As a table').click();
  await expect(history.getByRole('row', { name: /10 Nov 2026/ }).first()).toHaveText(
    '10 Nov 2026$30.004, in a promotion',
  );
});

test('the overview tells problems, money and the trend of every store, and leads to the listings', async ({ open }) => {
  const page = await open('#/overview', 'listings=60&visits=3');
  const temu = page.getByRole('region', { name: /^Temu/ });
  await expect(temu.getByRole('group', { name: 'Money at risk' })).toContainText(
    'Overage of the declared price in 20 listings',
  );
  await expect(temu.getByRole('group', { name: 'Problems by day' }).getByRole('row')).toHaveCount(4);
  await temu
    .getByRole('group', { name: 'Problems', exact: true })
    .getByRole('link', { name: 'Overage of the declared price' })
    .click();
  await expect(page.getByText('20 listings match')).toBeVisible();
});

test('the same item is found in another store by its code, taken apart, and linked by hand', async ({ open }) => {
  const place = `${US}/${encodeURIComponent('sku:DEMO-00003')}`;
  const page = await open(`#/listing/${place}`, 'stores=3&listings=12');
  const elsewhere = page.getByRole('region', { name: 'Same item elsewhere' });
  const items = elsewhere.locator('.elsewhere').first().getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(elsewhere).toContainText('Temu global · Harbor 海港家居 · same code DEMO-00003');
  await expect(items.filter({ hasText: 'Temu' })).toContainText('declared price');
  await expect(items.filter({ hasText: 'Amazon DE' })).toContainText('€25.10');
  await elsewhere
    .getByRole('button', { name: /^Unlink/ })
    .last()
    .click();
  await expect(items).toHaveCount(1);
  await expect(elsewhere).toContainText('Not counted, although the code is the same');
  await elsewhere.getByRole('button', { name: 'Undo' }).click();
  await expect(items).toHaveCount(2);
  await elsewhere.getByText('Link another listing').click();
  await elsewhere.getByRole('searchbox').fill('demo-00007');
  await elsewhere.getByRole('button', { name: /^Link / }).click();
  await expect(elsewhere).toContainText('linked by you');
  await expect(items).toHaveCount(3);
});

test('prices in another currency are compared at the seller’s own rate, with its day, until it is taken back', async ({
  open,
}) => {
  const page = await open(`#/listing/${US}/${encodeURIComponent('sku:DEMO-00003')}`, 'stores=3&listings=12');
  const elsewhere = page.getByRole('region', { name: 'Same item elsewhere' });
  const german = elsewhere.getByRole('listitem').filter({ hasText: 'Amazon DE' });
  await expect(german).toContainText('€25.10');
  await expect(german).not.toContainText('at your rate');
  const rate = elsewhere.getByLabel('Your rate, EUR to USD');
  const form = elsewhere.locator('form').filter({ has: page.getByLabel('Your rate, EUR to USD') });
  await rate.fill('about 1');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('status')).toContainText('“about 1” is not an exchange rate.');
  await rate.fill('1.10');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(german).toContainText(/\$27\.61 at your rate of \d+ \w+ \d{4}/);
  await expect(form.getByRole('status')).toContainText('Your rate of');

  // A declared price is converted, and not compared with a price for buyers.
  const temu = elsewhere.getByRole('listitem').filter({ hasText: 'Temu' });
  await elsewhere.getByLabel('Your rate, USD to CNY').fill('7.1');
  await page.keyboard.press('Enter');
  await expect(temu).toContainText('at your rate of');
  await expect(temu).not.toContainText('to this one');

  await rate.fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(german).not.toContainText('at your rate');
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
    const page = await open('#/overview', `stores=3&listings=60&visits=2&language=${language}`);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator('.glance').first().waitFor();
    await expectNothingWrong(page, 'overview');
    await page.goto(`${page.url().split('#')[0]}#/listings/${US}`);
    await page.locator('.list-title').first().waitFor();
    await expectNothingWrong(page, 'list');
    await page.locator('.list-link').first().click();
    await page.locator('.finding').first().click();
    await page.locator('.waiting summary').first().click();
    await page.locator('.history-table summary').click();
    await expectNothingWrong(page, 'listing');
  });
