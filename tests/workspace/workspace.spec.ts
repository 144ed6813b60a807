import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { HARNESS_ORIGIN } from '../popup/harness/built-page.ts';
import { expectNothingWrong, test } from './open.ts';

const row = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });
const announced = (page: Page) => page.locator('.workspace > [role=status]');
const chooseStore = (page: Page, name: string) => page.getByLabel('For', { exact: true }).selectOption({ label: name });
const stored = (page: Page) =>
  page.evaluate(() => window.preflight.stored()) as Promise<{
    settings?: { ownChecks: unknown[] };
    turnedOff?: { rule: string }[];
  }>;

test('rules are listed by marketplace and topic, and found by their title', async ({ open }) => {
  const page = await open('#/rules');
  await expect(page.getByRole('heading', { name: 'Coupons' })).toBeVisible();
  const amazon = page.getByRole('button', { name: /^Amazon \d+$/ });
  await expect(amazon).toHaveAttribute('aria-pressed', 'true');
  const count = Number((await amazon.textContent())?.match(/\d+/)?.[0]);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
  await page.getByRole('searchbox', { name: 'Find a rule' }).fill('TITLE length');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([/Coupon title length/, /Title length/]);
  await page.getByRole('searchbox').fill('nothing like this');
  await expect(page.getByText('No rule matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all rules' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
  await page.getByRole('button', { name: /^Temu/ }).click();
  await expect(page.getByRole('heading', { name: 'Coupons' })).toHaveCount(0);
});

test('an address leads to one rule and puts the focus there', async ({ open }) => {
  const page = await open('#/rules/temu/title-length');
  await expect(page.getByRole('button', { name: /^Temu/ })).toHaveAttribute('aria-pressed', 'true');
  const link = page.locator('[id="rule-temu/title-length"]');
  await expect(link).toBeInViewport();
  await expect(link.getByRole('switch')).toBeFocused();
  await expect(link.getByRole('link')).toHaveAttribute('href', `${HARNESS_ORIGIN}/reference/en/temu.html#title-length`);
});

test('a rule is turned off for all stores and on again for one', async ({ open }) => {
  const page = await open('#/rules');
  const rule = row(page, 'Title length');
  const toggle = rule.getByRole('switch', { name: 'Title length', exact: true });
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expect(toggle).toBeFocused();
  await expect(announced(page)).toHaveText('Saved');
  expect((await stored(page)).turnedOff).toMatchObject([{ rule: 'amazon/title-length' }]);

  await chooseStore(page, 'Amazon US · Harbor Demo Goods');
  await expect(page.getByText('holds for this store only')).toBeVisible();
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect(toggle).toBeChecked();
  await expect(rule).toContainText('Only this store');
  await chooseStore(page, 'All stores');
  await expect(toggle).not.toBeChecked();
  await expect(rule).toContainText('Differs in 1 store: Amazon US · Harbor Demo Goods');

  await page.getByRole('button', { name: 'Changed by you 1' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await chooseStore(page, 'Amazon US · Harbor Demo Goods');
  await page.getByRole('button', { name: 'Same as all stores: Title length' }).click();
  await expect(page.getByRole('button', { name: 'Changed by you 0' })).toBeVisible();
});

test('a severity is chosen, and inherited by the stores', async ({ open }) => {
  const page = await open('#/rules');
  const severity = page.getByLabel('Severity: Title length', { exact: true });
  await expect(severity.locator('option:checked')).toHaveText('Default: Problem');
  await severity.selectOption('Tip');
  await expect(severity).toHaveValue('info');
  await chooseStore(page, 'Amazon DE · Harbor Demo Goods');
  await expect(severity.locator('option:checked')).toHaveText('As all stores: Tip');
  await severity.selectOption('Warning');
  await expect(row(page, 'Title length')).toContainText('Only this store');
  await severity.selectOption('As all stores: Tip');
  await expect(row(page, 'Title length')).not.toContainText('Only this store');
});

test('a number of the seller’s own is kept when its field is left, and refused with its limits', async ({ open }) => {
  const page = await open('#/rules');
  const jump = page.getByLabel('Price jump to warn at');
  await expect(jump).toHaveAttribute('placeholder', '20');
  await jump.fill('15 %');
  await jump.press('Enter');
  await expect(announced(page)).toHaveText('Saved');
  await jump.blur();
  await expect(jump).toHaveValue('15');
  await jump.fill('900');
  await jump.blur();
  await expect(jump).toHaveAttribute('aria-invalid', 'true');
  await expect(jump).toHaveAccessibleDescription(/Only numbers from 1 to 500/);
  await jump.fill('15');
  await jump.blur();
  await expect(jump).toHaveAttribute('aria-invalid', 'false');
  await chooseStore(page, 'Amazon US · Harbor Demo Goods');
  await expect(jump).toHaveAttribute('placeholder', '15');
  await expect(jump).toHaveAccessibleDescription(/All stores: 15/);
});

test('an own check is added, edited, turned off, deleted and brought back, by keyboard', async ({ open }) => {
  const page = await open('#/own');
  await expect(page.getByRole('heading', { name: 'No checks of your own yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a check' }).press('Enter');
  const form = page.getByRole('form', { name: 'New check' });
  await expect(form.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Short title');
  await form.getByLabel('At most').fill('６０');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a check' })).toBeFocused();
  await expect(row(page, 'Short title')).toContainText('Title: at most 60 characters');
  expect((await stored(page)).settings?.ownChecks).toEqual([
    {
      id: 'own/short-title',
      title: 'Short title',
      marketplaces: ['amazon'],
      sites: 'all',
      severity: 'warning',
      kind: 'length',
      field: 'title',
      unit: 'characters',
      maximum: 60,
    },
  ]);

  await page.getByRole('button', { name: 'Edit Short title' }).press('Enter');
  await page.getByLabel('At least').fill('10');
  await page.getByLabel('How loud').selectOption('Problem');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Edit Short title' })).toBeFocused();
  await expect(row(page, 'Short title')).toContainText('Title: 10–60 characters');

  const toggle = page.getByRole('switch', { name: 'Short title' });
  await toggle.press('Space');
  await expect(toggle).not.toBeChecked();

  await page.getByRole('button', { name: 'Delete Short title' }).press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expect(announced(page)).toHaveText('“Short title” was deleted.');
  await undo.press('Enter');
  await expect(row(page, 'Short title')).toContainText('10–60');
  await expect(toggle).not.toBeChecked();
  await expect(page.getByRole('button', { name: 'Add a check' })).toBeFocused();
});

test('a form that is left with Escape keeps nothing', async ({ open }) => {
  const page = await open('#/own');
  await page.getByRole('button', { name: 'Add a check' }).click();
  await page.keyboard.type('Something');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('form')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a check' })).toBeFocused();
  expect((await stored(page)).settings).toBeUndefined();
});

test('mistakes are said beside their fields, and the first gets the focus', async ({ open }) => {
  const page = await open('#/own');
  await page.getByRole('button', { name: 'Add a check' }).click();
  const form = page.getByRole('form');
  await form.getByLabel('At least').fill('50');
  await form.getByLabel('At most').fill('10');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('Title')).toHaveAccessibleDescription(/This is empty/);
  await expect(form.getByLabel('Title')).toBeFocused();
  await expect(form.getByRole('alert')).toHaveText('Not saved: 2 entries need a change.');
  await form.getByLabel('Title').fill('Our check');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('At least')).toHaveAccessibleDescription(/lower limit 50 is above the upper limit 10/);
  await form.getByLabel('At least').fill('-5');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('At least')).toHaveAccessibleDescription(/At least 1/);
  await form.getByLabel('At least').fill('ten');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('At least')).toHaveAccessibleDescription(/number is expected/);
  await form.getByLabel('At least').fill('');
  await form.getByLabel('At most').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('At least')).toHaveAccessibleDescription(/Give at least one limit/);
});

const filled: readonly (readonly [kind: string, fill: (page: Page) => Promise<unknown>, summary: RegExp])[] = [
  ['Range of a number', (page) => page.getByLabel('At most').fill('19.99'), /Your Price: at most 19\.99/],
  ['Forbidden words', (page) => page.getByLabel('Words').fill('best\n最好\n'), /Never in Title: best, 最好/],
  ['Required words', (page) => page.getByLabel('Words').fill('BPA'), /Always in Title: BPA/],
  ['Required field', (page) => page.getByLabel('Field').selectOption('Brand'), /Brand is never empty/],
  [
    'Ratio of two fields',
    async (page) => {
      await page.getByLabel('Field').selectOption('Sale Price');
      await page.getByLabel('Compared with').selectOption('Your Price');
      await page.getByLabel('At least (%)').fill('70');
    },
    /Sale Price: at least 70.% of Your Price/,
  ],
  ['Number of images', (page) => page.getByLabel('At least').fill('5'), /Number of images: at least 5/],
  ['Size of an image', (page) => page.getByLabel('Width').fill('1600'), /Image: at least 1600 px wide/],
];

for (const [kind, fill, summary] of filled)
  test(`a check of the kind “${kind}” is written in the form and opens in it again`, async ({ open }) => {
    const page = await open('#/own');
    await page.getByRole('button', { name: 'Add a check' }).click();
    await page.getByLabel('Title').fill('Our check');
    await page.getByLabel('What is checked').selectOption(kind);
    await fill(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(row(page, 'Our check')).toContainText(summary);
    const before = (await stored(page)).settings?.ownChecks;
    await page.getByRole('button', { name: 'Edit Our check' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('form')).toHaveCount(0);
    expect((await stored(page)).settings?.ownChecks).toEqual(before);
  });

test('a check is for some sites only', async ({ open }) => {
  const page = await open('#/own');
  await page.getByRole('button', { name: 'Add a check' }).click();
  await page.getByLabel('Title').fill('Our check');
  await page.getByLabel('At most').fill('60');
  await page.getByLabel('Sites').selectOption('Some sites');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose or enter at least 1.', { exact: true })).toBeVisible();
  await page.getByLabel('US', { exact: true }).check();
  await page.getByLabel('JP', { exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Our check')).toContainText('Amazon · US, JP');
});

const share = async (page: Page, title: string) => {
  await page.getByRole('button', { name: 'Add a check' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('At most').fill('60');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, title)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('preflight-settings.json');
  return readFileSync(await download.path(), 'utf8');
};

const choose = (page: Page, text: string | Buffer, name = 'team.json') =>
  page.getByLabel('Settings file to import').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: typeof text === 'string' ? Buffer.from(text) : text,
  });

test('a settings file is saved, shown before it is taken over, and taken over', async ({ open }) => {
  const page = await open('#/own');
  const text = await share(page, 'Short title');
  await page.getByRole('button', { name: 'Delete Short title' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await choose(page, text);
  const preview = page.getByRole('region', { name: 'What the file changes' });
  await expect(preview).toBeFocused();
  await expect(preview.getByRole('listitem')).toHaveText(['1 check is added']);
  await expect(row(page, 'Short title')).toHaveCount(0);
  await preview.getByRole('button', { name: 'Take over' }).click();
  await expect(row(page, 'Short title')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await choose(page, text);
  await expect(preview).toContainText('your settings already say all');
});

test('a file that is refused says where and why, and changes nothing', async ({ open }) => {
  const page = await open('#/own');
  const text = await share(page, 'Short title');
  // What is stored still changes while the new check is worked off over the listings.
  await expect.poll(() => stored(page)).not.toHaveProperty('updates');
  const before = await stored(page);
  await choose(page, text.replace('"maximum": 60', '"maximum": -60'));
  const refused = page.getByRole('region', { name: 'The file was not taken over' });
  await expect(refused.getByRole('listitem')).toHaveText(['At least 1. ownChecks[0].maximum']);
  await choose(page, text.slice(0, -4));
  await expect(refused.getByRole('listitem')).toHaveText(/This is not JSON \(line \d+, column \d+\)\./);
  const asked = await page.evaluate(() => window.preflight.asked.length);
  await choose(page, Buffer.alloc(10_000_000, ' '));
  await expect(refused.getByRole('listitem')).toHaveText(['The file is larger than 1,000,000 bytes.']);
  expect(await page.evaluate(() => window.preflight.asked.length), 'it is not even read').toBe(asked);
  expect(await stored(page)).toEqual(before);
  await refused.getByRole('button', { name: 'Close' }).click();
  await expect(refused).toHaveCount(0);
});

test('the language changes at once', async ({ open }) => {
  const page = await open('#/rules');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('规则');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle('规则 – 上架预检');
  await page.getByRole('link', { name: '自定义检查' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('自定义检查');
});

test('without a store there is nothing to choose between', async ({ open }) => {
  const page = await open('#/rules', 'stores=0');
  await expect(page.getByLabel('For', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('switch').first()).toBeVisible();
});

test('a background that does not answer is said', async ({ open }) => {
  const page = await open('#/rules');
  await page.evaluate(() => {
    window.preflight.answers = false;
  });
  const toggle = page.getByRole('switch', { name: 'Title length', exact: true });
  await toggle.click();
  await expect(row(page, 'Title length').getByRole('alert')).toContainText('did not answer');
  await expect(toggle, 'what was not kept does not look kept').toBeChecked();
});

const looks = [
  ['zh-CN', 'light', 360],
  ['zh-CN', 'dark', 1600],
  ['en', 'dark', 360],
  ['en', 'light', 1600],
] as const;

for (const [language, colorScheme, width] of looks)
  test(`accessible and nothing sticks out: ${language}, ${colorScheme}, ${width} px`, async ({ open }) => {
    test.slow();
    const page = await open('#/rules', `language=${language}`);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNothingWrong(page, 'rules');
    await page.goto(`${page.url().split('#')[0]}#/own`);
    await expectNothingWrong(page, 'no checks');
    await page.locator('#add-check').click();
    const kind = page.locator('.check-form select').first();
    for (const value of ['forbidden-words', 'ratio', 'length']) {
      await kind.selectOption(value);
      await page.locator('.check-form [type=submit]').click();
      await expect(page.locator('.form-error')).not.toBeEmpty();
      await expectNothingWrong(page, `form: ${value}`);
    }
    await page.locator('.check-form input').first().fill('标题 Title'.repeat(8));
    await page.locator('.check-form [inputmode=decimal]').last().fill('60');
    await page.locator('.check-form [type=submit]').click();
    await expect(page.locator('.check-form')).toHaveCount(0);
    await page.locator('input[type=file]').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"preflight":"settings","version":1,"allStores":{"rules":{"x":{}}}}'),
    });
    await page.locator('.panel').waitFor();
    await expectNothingWrong(page, 'list, refused file');
    await page.goto(`${page.url().split('#')[0]}#/settings`);
    await page.locator('.button-danger').click();
    await page.locator('.panel').waitFor();
    await expectNothingWrong(page, 'settings, deletion asked');
    await page.goto(`${page.url().split('#')[0]}#/upcoming`);
    await page.locator('.wanted button').first().click();
    await expectNothingWrong(page, 'upcoming');
  });

test('a rule change ahead names the listings it touches, and what ends on the same day is one line', async ({
  open,
}) => {
  // Amazon's limit of 75 characters for titles came into force on 2026-07-27.
  const page = await open('#/upcoming', 'now=2026-07-01&kettles=250');
  const changed = page.getByRole('listitem').filter({ hasText: 'Title length' }).filter({ hasText: 'Amazon US' });
  await expect(changed).toContainText('27 Jul 2026');
  await expect(changed).toContainText('166 of your listings are judged differently from 27 Jul 2026 on');
  const ends = page.getByRole('listitem').filter({ hasText: 'Coupon ends' }).filter({ hasText: 'Amazon US' });
  await expect(ends).toContainText('The coupons of 250 listings run until 5 Jul 2026.');
  await ends.getByText('Why and source').click();
  await expect(ends).toContainText('and 230 more');
  await expect(page.getByText('500 listings looked through')).toBeVisible();
});
