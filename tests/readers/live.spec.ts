import { expect, type Page, test } from '@playwright/test';
import type { Guide } from '../../entrypoints/background/consoles/guide.ts';
import { understand } from '../../entrypoints/background/understanding/understand.ts';
import type { OpenPage } from '../../entrypoints/console.content/reading/page.ts';
import type { Reading } from '../../entrypoints/console.content/reading/reading.ts';
import { chromiumOptions, consolePages, guideFor, openConsole, readerScript } from './console-pages.ts';
import { writingOf } from './writing.ts';

test.use({ launchOptions: chromiumOptions });

declare global {
  /** The page that a test keeps open, inside the browser. */
  var opened: OpenPage;
  var guide: Guide;
  var readers: typeof import('../tools/open-page.ts');
}

let script: string;

test.beforeAll(async () => {
  script = await readerScript();
});

const OUR_PRICE = '[name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"]';

/** Opens a test page, changed first if need be, and keeps it open as `opened`. */
async function keepOpen(page: Page, name: string, change: (html: string) => string = (html) => html): Promise<void> {
  const shown = consolePages().find((candidate) => candidate.name === name);
  if (!shown) throw new Error(`No test page ${name}`);
  const changed = change(shown.html);
  const kept = await openConsole(page.context(), { ...shown, html: changed }, script, page);
  const guide = guideFor(shown.expected.url, shown.expected.language);
  if (!guide) throw new Error(`No guide to ${shown.expected.url}`);
  await kept.evaluate((given) => {
    globalThis.guide = given;
    globalThis.opened = readers.openPage(document, new URL(location.href), given);
  }, guide);
}

/** One field as it is read now; undefined when the record or the field is not known. */
async function field(page: Page, name: string, key = 'page'): Promise<Reading | undefined> {
  const read = await page.evaluate(
    (record) => ({
      fields: opened.record(record)?.fields,
      language: opened.language,
      store: opened.store(),
      records: [],
    }),
    key,
  );
  const reading = read.fields?.[name];
  return reading && understand(reading, writingOf(read, page.url()));
}

const keys = (page: Page) => page.evaluate(() => readers.recordsOf(opened).map(({ key }) => key));

test('what is typed is read at once, whatever the attribute says', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  expect(await field(page, 'yourPrice')).toMatchObject({ state: 'read', value: '98.60' });
  await page.locator(`${OUR_PRICE} input`).fill('89.5');
  expect(await field(page, 'yourPrice')).toMatchObject({ state: 'read', value: '89.50' });
  await page.locator(`${OUR_PRICE} input`).fill('');
  expect(await field(page, 'yourPrice')).toMatchObject({ state: 'read', value: null });
});

test('a value written by the framework is read without any event', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  await page.locator(`${OUR_PRICE} input`).evaluate((input: HTMLInputElement) => {
    input.value = '77.00';
  });
  expect(await field(page, 'yourPrice')).toMatchObject({ value: '77.00' });
});

test('a control put in the place of another is found again', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  await field(page, 'yourPrice');
  await page.evaluate((selector) => {
    const old = document.querySelector(selector) as Element;
    const copy = old.cloneNode(false) as Element;
    copy.setAttribute('value', '55.00');
    old.replaceWith(copy);
  }, OUR_PRICE);
  expect(await field(page, 'yourPrice')).toMatchObject({ value: '55.00' });
  const isNew = await page.evaluate(
    (selector) => opened.element('page', 'yourPrice') === document.querySelector(selector),
    OUR_PRICE,
  );
  expect(isNew).toBe(true);
});

test('a control that takes over another name is another field', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  await field(page, 'yourPrice');
  await page.evaluate((selector) => {
    const control = document.querySelector(selector) as Element;
    control.setAttribute('name', 'other-0-value');
    control.setAttribute('kat-aria-label', 'Other');
    control.closest('.kat-row')?.querySelector('kat-label')?.setAttribute('text', 'Other');
    control.closest('.kat-row')?.querySelector('kat-label')?.replaceChildren();
  }, OUR_PRICE);
  expect(await field(page, 'yourPrice')).toEqual({ state: 'unreadable', reason: 'not-found' });
});

test('a second field of one name with another value is ambiguous, a hidden one is not', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  await page.evaluate((selector) => {
    const other = document.createElement('kat-input');
    other.setAttribute('name', (document.querySelector(selector) as Element).getAttribute('name') as string);
    other.setAttribute('value', '1.00');
    other.id = 'other';
    other.textContent = 'seen';
    document.querySelector('.card')?.append(other);
  }, OUR_PRICE);
  const via = 'name:purchasable_offer-0-our_price-0-schedule-0-value_with_tax';
  expect(await field(page, 'yourPrice')).toEqual({
    state: 'unreadable',
    reason: 'ambiguous',
    found: [
      { via, kind: 'money', length: 5 },
      { via, kind: 'money', length: 4 },
    ],
  });
  await page.evaluate(() => {
    (document.getElementById('other') as HTMLElement).style.display = 'none';
  });
  expect(await field(page, 'yourPrice')).toMatchObject({ value: '98.60' });
});

test('a host without value and without input is not hydrated, not empty', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-attribute-only-en-us');
  await page.evaluate((selector) => document.querySelector(selector)?.removeAttribute('value'), OUR_PRICE);
  expect(await field(page, 'yourPrice')).toEqual({ state: 'unreadable', reason: 'not-hydrated' });
});

test('a field that lost its name is read by its label, in the language of the page', async ({ page }) => {
  const nameless = (html: string) =>
    html.replace('name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"', '');
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-zh-cn', nameless);
  expect(await field(page, 'yourPrice')).toMatchObject({ value: '98.60', via: 'label:your price' });
  expect(await field(page, 'salePrice')).toMatchObject({ value: '98.60' });
});

test('the Sale Price of the Chinese editor is never taken for Your Price', async ({ page }) => {
  const renamed = (html: string) =>
    html
      .replace('name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"', '')
      .replaceAll('您的价格', '商品价格')
      .replace('name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"', '');
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-zh-cn', renamed);
  expect(await field(page, 'yourPrice')).toEqual({ state: 'unreadable', reason: 'not-found' });
  expect(await field(page, 'salePrice')).toMatchObject({ via: 'label:sale price' });
});

test('a missing bullet in the middle makes the list unreadable, not shorter', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-details-en-us');
  await page.evaluate(() => document.querySelector('[name="bullet_point-2-value"]')?.setAttribute('name', 'x'));
  expect(await field(page, 'bullets')).toEqual({ state: 'unreadable', reason: 'ambiguous' });
});

test('controls in a shadow root of the page itself are read, and no list ends before it', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-details-en-us');
  const before = await field(page, 'bullets');
  expect(before).toMatchObject({ state: 'read', value: { length: 5 } });
  await page.evaluate(() => {
    const row = document.querySelector('[name="bullet_point-3-value"]')?.closest('.kat-row');
    const panel = document.createElement('x-panel');
    row?.replaceWith(panel);
    if (row) panel.attachShadow({ mode: 'open' }).append(row);
  });
  expect(await field(page, 'bullets')).toEqual(before);
});

test('every bullet has its own element', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-details-en-us');
  const names = await page.evaluate(() =>
    [0, 1, 4, 5].map((index) => opened.element('page', `bullets.${index}`)?.getAttribute('name') ?? null),
  );
  expect(names).toEqual(['bullet_point-0-value', 'bullet_point-1-value', 'bullet_point-4-value', null]);
});

test('the page is over when its landmark goes, and back when it returns', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  expect(await page.evaluate(() => opened.stillHere())).toBe(true);
  await page.evaluate(() => {
    document.getElementById('sc-content-container')?.replaceChildren();
  });
  expect(await page.evaluate(() => opened.stillHere())).toBe(false);
  const unknown = await page.evaluate(() => {
    globalThis.opened = readers.openPage(document, new URL(location.href), guide);
    return [opened.page, opened.stillHere(), readers.recordsOf(opened).length];
  });
  expect(unknown).toEqual([null, true, 0]);
  await page.evaluate(() => {
    const root = document.createElement('div');
    root.id = 'marathonUI';
    document.body.append(root);
  });
  expect(await page.evaluate(() => opened.stillHere())).toBe(false);
});

test('the page is over when the route leaves it, not when the tab of the editor is in the hash', async ({ page }) => {
  await keepOpen(page, 'amazon/listing-editor/gen2-offer-en-us');
  await page.evaluate(() => history.pushState(null, '', '#product_details'));
  expect(await page.evaluate(() => opened.stillHere())).toBe(true);
  await page.evaluate(() => history.pushState(null, '', '/home'));
  expect(await page.evaluate(() => opened.stillHere())).toBe(false);
});

test('rows may come and go while they are read', async ({ page }) => {
  await keepOpen(page, 'amazon/manage-inventory/gen-b-en-us');
  const seen = await page.evaluate(() => {
    const found: string[] = [];
    let steps = 0;
    for (const record of opened.records()) {
      if (record) found.push(record.key);
      steps += 1;
      if (steps === 2) {
        const rows = document.querySelectorAll('[data-sku]');
        rows[2]?.remove();
        rows[0]?.parentElement?.append(rows[0]?.cloneNode(true) as Node);
      }
    }
    return found;
  });
  expect(seen).not.toContain('sku:DEMO-BUDS-03');
  expect(seen.length).toBeGreaterThan(3);
  expect(await keys(page)).not.toContain('sku:DEMO-BUDS-03');
});

test('a recycled row is the listing it shows now', async ({ page }) => {
  await keepOpen(page, 'amazon/manage-inventory/gen-b-en-us');
  await keys(page);
  await page.evaluate(() => {
    const row = document.querySelector('[data-sku="DEMO-MUG-01"]') as HTMLElement;
    row.dataset.sku = 'DEMO-NEW-99';
    const price = row.querySelector('[class*="priceInputRow"] kat-input')?.shadowRoot?.querySelector('input');
    if (price) price.value = '12.34';
  });
  expect(await page.evaluate(() => opened.record('sku:DEMO-MUG-01'))).toBeNull();
  expect(await field(page, 'yourPrice', 'sku:DEMO-NEW-99')).toMatchObject({ value: '12.34' });
});

test('two rows of one SKU that differ are ambiguous', async ({ page }) => {
  await keepOpen(page, 'amazon/manage-inventory/gen-b-en-us');
  await page.evaluate(() => {
    const row = document.querySelector('[data-sku="DEMO-MUG-01"]') as Element;
    const copy = row.cloneNode(true) as Element;
    copy.querySelector('[class*="priceInputRow"] kat-input')?.setAttribute('value', '1.00');
    row.after(copy);
  });
  expect(await field(page, 'yourPrice', 'sku:DEMO-MUG-01')).toEqual({
    state: 'unreadable',
    reason: 'ambiguous',
    found: [
      { via: 'pair:price', kind: 'money', length: 5 },
      { via: 'pair:price', kind: 'money', length: 4 },
    ],
  });
  expect(await field(page, 'title', 'sku:DEMO-MUG-01')).toMatchObject({ state: 'read' });
});

test('a row without SKU is left out', async ({ page }) => {
  await keepOpen(page, 'amazon/manage-inventory/gen-b-en-us');
  const before = await keys(page);
  await page.evaluate(() => {
    const row = document.querySelector('[data-sku="DEMO-MUG-01"]') as HTMLElement;
    row.dataset.sku = '';
    row.querySelector('[class*="ProductDetails-module__container"]')?.remove();
  });
  expect(await keys(page)).toEqual(before.filter((key) => key !== 'sku:DEMO-MUG-01'));
});

test('a node knows its record, out of shadow roots too', async ({ page }) => {
  await keepOpen(page, 'amazon/manage-inventory/gen-b-en-us');
  await keys(page);
  const found = await page.evaluate(() => {
    const input = document.querySelector('[data-sku="DEMO-LAMP-02"] kat-input')?.shadowRoot?.querySelector('input');
    return [opened.keyOf(input as Node), opened.keyOf(document.body)];
  });
  expect(found).toEqual(['sku:DEMO-LAMP-02', null]);
});

test('reading changes nothing on the page', async ({ page }) => {
  for (const name of [
    'amazon/listing-editor/gen2-all-en-us',
    'amazon/manage-inventory/gen-b-en-us',
    'amazon/coupon-create/en-us',
  ]) {
    await keepOpen(page, name);
    const same = await page.evaluate(() => {
      const before = document.documentElement.outerHTML;
      for (const record of readers.recordsOf(opened)) {
        for (const name of Object.keys(record.fields)) opened.element(record.key, name);
      }
      opened.store();
      opened.notices();
      return document.documentElement.outerHTML === before;
    });
    expect(same, name).toBe(true);
  }
});

test('a discount whose unit contradicts its type is not read', async ({ page }) => {
  await keepOpen(page, 'amazon/coupon-create/en-us', (html) =>
    html.replace('<input value="5"><span>%</span>', '<input value="5"><span>$</span>'),
  );
  expect(await field(page, 'couponPercent')).toEqual({ state: 'unreadable', reason: 'ambiguous' });
});

test('no address of another host or page has a guide', () => {
  for (const address of [
    'https://sellercentral.amazon.com/home',
    'https://www.amazon.com/abis/listing/edit',
    'https://sellercentral.amazon.com.evil.test/abis/listing/edit',
  ]) {
    expect(guideFor(address, 'en-US'), address).toBeNull();
  }
});
