import { readFileSync } from 'node:fs';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { axeViolations } from '../tools/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';

// A file is dropped into the built extension: real worker, real database, real files.

let browser: ExtensionBrowser;

test.beforeAll(async () => {
  browser = await launchChromium();
});

test.afterAll(async () => {
  expect(browser.strayRequests).toEqual([]);
  await browser.close();
});

const reports = `${import.meta.dirname}/../reports/amazon`;
const sample = (name: string) => `${reports}/${name}`;

async function open(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/workspace.html#/bulk`);
  await page.getByRole('heading', { level: 1, name: 'Bulk check' }).waitFor();
  return page;
}

type GivenFile = string | { name: string; mimeType: string; buffer: Buffer };
const text = (name: string, content: string): GivenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

/** Chooses a file and checks it for the day on which the samples were made. */
async function check(page: Page, file: GivenFile, day = '2026-11-20'): Promise<void> {
  await page.getByLabel('File to check').setInputFiles(file as string);
  await page.getByLabel('On the day').fill(day);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('region', { name: 'Result' }).waitFor();
}

const problems = (page: Page): Locator => page.getByRole('region', { name: 'Problems' }).getByRole('listitem');
const problemAt = (page: Page, cell: string) =>
  problems(page).filter({ has: page.getByText(`Cell ${cell}`, { exact: true }) });

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path());
}

test('a coupon spreadsheet is checked, filtered, explained and saved with marks', async () => {
  const page = await open();
  await check(page, sample('coupon_bulk_template.xls'));
  await expect(page.getByText('Amazon coupon spreadsheet, in the sheet “Coupons”')).toBeVisible();
  await expect(page.getByText('6 rows checked: 3 have problems.')).toBeVisible();
  await expect(problemAt(page, 'F9')).toContainText('a budget of $99.99 is below the minimum. Use $100.00 or more.');
  await expect(problemAt(page, 'C9')).toContainText('55% off is not between 5% and 50%. Concerns 14 products.');
  await expect(problemAt(page, 'H9')).toContainText('End it by 19 Jun 2027.');
  await expect(problemAt(page, 'A10')).toContainText('B0DEMO0601 is in this coupon twice.');
  await expect(problemAt(page, 'H10')).toContainText('The coupon end date is empty');

  await page.getByRole('button', { name: 'Smallest coupon budget' }).click();
  await expect(problems(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Why: Cell F9' }).click();
  const card = page.getByRole('dialog');
  await expect(card).toContainText('Smallest coupon budget');
  await expect(card).toContainText('in this file');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.getByRole('button', { name: /^All checks/ }).click();
  await page.getByRole('button', { name: /^Warnings/ }).click();
  await expect(problems(page)).toHaveCount(1);
  await page.getByRole('button', { name: /^Warnings/ }).click();

  const workbook = await readXlsx(await saved(page, 'Save as Excel, marked'), { readStyles: true });
  const [sheet] = workbook.sheets;
  const cell = sheet?.cells?.get('8,5');
  expect(cell?.comment?.text).toContain('Use $100.00 or more.');
  expect(cell?.style?.fill).toMatchObject({ fgColor: { rgb: expect.stringContaining('F8C6C2') } });
  expect(sheet?.rows[8]?.[4]).toBe('Black Friday 10% demo tray!');
  expect(sheet?.rows[3]?.slice(12)).toEqual(['Preflight', 'What is wrong and what fixes it']);
  expect(sheet?.rows[8]?.[12]).toBe('Problem');
  expect(sheet?.cells?.get('4,0')?.comment).toBeUndefined();
  await page.close();
});

test('a listing template is checked with what is known of the store, and saved as CSV without a formula in it', async () => {
  // The product page gives the store, and one of its listings a price bound the file does not have.
  const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
  browser.serve(address, html);
  const editor = await browser.open(address);
  await browser.judged(editor);
  await editor.close();

  const page = await open();
  const unified = readFileSync(sample('flatfile_unified_feed256.tsv'), 'utf8');
  const keys = unified.split('\n')[4]?.split('\t') ?? [];
  const row = keys.map(() => '');
  const put = (part: string, value: string) => {
    row[keys.findIndex((key) => key.includes(part))] = value;
  };
  put('contribution_sku', '=DEMO,1');
  put('item_name', 'Demo tray "best seller" ¦ invented');
  put('audience=ALL]#1.our_price', '12,50');
  await check(page, text('offers.txt', `${unified}${row.join('\t')}\n${row.join('\t')}\n`));
  await expect(page.getByText('Amazon listing template', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Check for').locator('option:checked')).toHaveText(/^Amazon US · /);
  await expect(problemAt(page, 'U11')).toContainText('“12,50” could not be read as Your Price');
  await expect(problemAt(page, 'D11')).toContainText('=DEMO,1 is in row 10 too.');

  const csv = (await saved(page, 'Save as CSV')).toString('utf8');
  const lines = csv.split('\r\n');
  expect(csv.startsWith('\ufeffsettings=feedType=256')).toBe(true);
  expect(lines[3]).toMatch(/,Preflight,What is wrong and what fixes it,Columns,Checks$/);
  expect(lines[10]).toContain(`"'=DEMO,1"`);
  expect(lines[10]).toContain('"Demo tray ""best seller"" ¦ invented"');
  await page.close();
});

test('another legacy template, a report and a table of Temu goods are recognised by their content', async () => {
  const page = await open();
  await check(page, sample('flatfile_legacy_fptcustom.tsv'));
  await expect(page.getByText('Amazon listing template, old form')).toBeVisible();
  await expect(problemAt(page, 'E5')).toContainText('0000000000001: by its other digits it should end in 0');

  await page.getByRole('button', { name: 'Another file' }).click();
  await check(page, sample('all_listings_29col.tsv'));
  await expect(page.getByText('5 rows checked')).toBeVisible();

  await page.getByRole('button', { name: 'Another file' }).click();
  await check(page, text('goods.csv', 'SKU,商品名称,申报价格,建议申报价,无关\nDEMO-1,演示杯子,45.00,38.00,x\n'));
  await expect(page.getByText('Table, read by its headings')).toBeVisible();
  await expect(page.getByLabel('商品名称')).toHaveValue('productName');
  await expect(page.getByLabel('无关')).toHaveValue('');
  await expect(page.getByLabel('Check for').locator('option:checked')).toHaveText(/Temu .*CNY/);
  await page.close();
});

test('a table whose headings are not all known is explained once, corrected, remembered, and read as its site writes', async () => {
  const page = await open();
  const long = 'Demo mug '.repeat(25);
  const table = `Artikel,Bezeichnung,Preis,Sale Price,Notiz\nDEMO-1,${long},"1.018,50 €","1.100,00",x\n`;
  await page.getByLabel('File to check').setInputFiles(text('eigene.csv', table) as never);
  await page.getByLabel('Check for').selectOption('amazon|DE|EUR|');
  const columns = page.getByRole('group').filter({ hasText: 'What the columns hold' });
  await expect(columns.getByLabel('Sale Price')).toHaveValue('salePrice');
  await expect(columns.getByLabel('Bezeichnung')).toHaveValue('');
  await columns.getByLabel('Artikel').selectOption('sku');
  await columns.getByLabel('Bezeichnung').selectOption('sku');
  await expect(columns).toContainText('Two columns are chosen for the same thing.');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeDisabled();
  await columns.getByLabel('Bezeichnung').selectOption('title');
  await columns.getByLabel('Preis').selectOption('yourPrice');
  await page.getByLabel('On the day').fill('2026-11-20');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(problemAt(page, 'B2').filter({ hasText: 'Amazon may replace this title' })).toBeVisible();
  await expect(problemAt(page, 'D2')).toContainText('€1,018.50');

  await page.getByRole('button', { name: 'Another file' }).click();
  await page.getByLabel('File to check').setInputFiles(text('wieder.csv', `${table}DEMO-2,Demo,5,4,\n`) as never);
  await page.getByLabel('Check for').selectOption('amazon|DE|EUR|');
  await expect(columns).toContainText('You explained a table with these columns before');
  await expect(columns.getByLabel('Preis')).toHaveValue('yourPrice');
  await expect(columns.getByLabel('Notiz')).toHaveValue('');
  // The import reads the same table in the same way.
  await page.goto(`${browser.origin}/workspace.html#/imports`);
  await page.locator('input[type=file]').setInputFiles(text('wieder.csv', table) as never);
  await expect(page.getByLabel('Bezeichnung')).toHaveValue('title');
  await page.close();
});

test('the same file gives other verdicts for another day, and a look at another view loses nothing', async () => {
  const page = await open();
  await check(page, sample('coupon_bulk_template.tsv'));
  await expect(problems(page)).not.toHaveCount(0);
  const before = await problems(page).count();
  await page.getByRole('link', { name: 'Rules' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor();
  await page.getByRole('link', { name: 'Bulk check' }).click();
  await expect(problems(page)).toHaveCount(before);
  await page.getByLabel('On the day').fill('2026-12-02');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(problemAt(page, 'G2')).toContainText('Coupon will be refused');
  await expect(page.getByLabel('On the day')).toHaveValue('2026-12-02');
  await page.close();
});

test('a sheet of a workbook can be chosen, and a table of which nothing is known is not checked before it is explained', async () => {
  const page = await open();
  await page.getByLabel('File to check').setInputFiles(`${reports}/../sellers/template-among-sheets.xlsx`);
  const sheet = page.getByLabel('Sheet', { exact: true });
  await expect(sheet).toHaveValue('Template');
  await expect(page.getByText('Headings in row 4. Rows 1–3 stand above them and are not checked.')).toBeVisible();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(problemAt(page, 'E7')).toContainText('300 characters of item highlights');
  await sheet.selectOption('Data Definitions');
  await expect(page.getByText('Choose a column that says something of the listing')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeDisabled();
  await page.close();
});

test('what cannot be checked is told in one sentence, and the next file can be dropped', async () => {
  const page = await open();
  const drop = (file: GivenFile) => page.getByLabel('File to check').setInputFiles(file as string);
  const refused = page.getByRole('alert');
  await drop(text('report.csv', ''));
  await expect(refused).toContainText('report.csv cannot be checked');
  await expect(refused).toContainText('The file is empty.');
  await drop(text('report.csv', '%PDF-1.7'));
  await expect(refused).toContainText('This is a PDF.');
  await drop(text('report.xlsx', 'PK\u0003\u0004 nothing'));
  await expect(refused).toContainText('The workbook is damaged.');
  await drop(text('report.csv', '12,7\n3,1\n'));
  await expect(refused).toContainText('No row of headings was found. It begins with: 12, 7.');
  await drop(text('coupons.tsv', readFileSync(sample('coupon_bulk_template.tsv'), 'utf8').split('\n')[0] ?? ''));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('The file has no row to check below its headings.')).toBeVisible();
  await page.close();
});

for (const [language, scheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)
  test(`the view is accessible in ${language}, ${scheme}, empty and with a result, narrow and wide`, async () => {
    const page = await open();
    await page.emulateMedia({ colorScheme: scheme });
    if (language === 'zh-CN') await page.getByRole('button', { name: '中文' }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(sample('coupon_bulk_template.tsv'));
    await page.locator('.bulk-form button').click();
    await problems(page).or(page.locator('.bulk-problem')).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.locator('.bulk-why').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    if (language === 'zh-CN') {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'English' }).click();
    }
    await page.close();
  });

test('a column of error codes is explained, and the card names the sources of these codes', async () => {
  const page = await open();
  const rows = ['DEMO-1,Demo mug,8021', 'DEMO-2,Demo cup,"20005, 8572"', 'DEMO-3,Demo pot,18299'];
  await check(page, text('codes.csv', `SKU,Title,Error code\n${rows.join('\n')}\n`));
  await expect(problemAt(page, 'C2')).toContainText('8021: The child has a relationship type but no variation theme.');
  await expect(problemAt(page, 'C3')).toContainText('8572: Barcode and brand do not belong together.');
  await expect(problemAt(page, 'C3')).toContainText('20005: The images could not be linked');
  await expect(problemAt(page, 'C4')).toContainText('Amazon’s code 18299 has no public explanation.');
  await page.getByRole('button', { name: 'Why: Cell C2' }).click();
  const card = page.getByRole('dialog');
  await expect(card).toContainText('Error code explained');
  await expect(card.getByRole('link')).toHaveText(['Error 8021, error code explanations']);
  await page.keyboard.press('Escape');
  await page.close();
});
