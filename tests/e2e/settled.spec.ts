import { expect, type Page, test } from '@playwright/test';
import { storedRows } from '../database/raw-database.ts';
import { browser, launchForEachTest, serve } from '../tools/each-test.ts';
import { waitForOverlay } from '../tools/overlay.ts';
import { testPage } from '../tools/pages.ts';

// What a page shows while it loads is judged for the page alone: nothing of it is stored, counted or missed.

launchForEachTest();

const editor = testPage('amazon/listing-editor/gen2-offer-en-us');
const inventory = testPage('amazon/manage-inventory/gen-b-en-us');
const PRICE = '[name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"]';
const MINIMUM = '[name="purchasable_offer-0-minimum_seller_allowed_price-0-schedule-0-value_with_tax"]';
const MAXIMUM = '[name="purchasable_offer-0-maximum_seller_allowed_price-0-schedule-0-value_with_tax"]';

/** The page with a script of its own at its end. */
const withScript = (html: string, script: string) => html.replace('</body>', `<script>{${script}}</script></body>`);

/** Fills a control as a framework does: without an event, in the shadow tree and on the element around it. */
const FILL = `const fill = (selector, value) => {
  const control = document.querySelector(selector);
  control.setAttribute('value', value);
  control.shadowRoot.querySelector('input').value = value;
};`;

interface Stored {
  readonly facts: { readonly [fact: string]: { readonly value: unknown } };
  readonly rules: readonly string[];
}

/** Watches the database from a page that has no script, until `isDone` and the readings are noted too, or 12 s are over. */
async function watch(isDone: (listings: ReadonlyMap<string, Stored>) => boolean, most = 12_000) {
  const seen: { readonly after: number; readonly rows: Awaited<ReturnType<typeof storedRows>>['rows'] }[] = [];
  const began = Date.now();
  while (Date.now() - began < most) {
    const { rows } = await storedRows(raw);
    seen.push({ after: Date.now() - began, rows });
    // The readings are noted by a write of their own.
    if (isDone(listingsOf(rows)) && rows.readings?.length) break;
    await raw.waitForTimeout(150);
  }
  return seen;
}

function listingsOf(rows: Awaited<ReturnType<typeof storedRows>>['rows']): ReadonlyMap<string, Stored> {
  const found = (rows.findings ?? []) as { listing: string; findings: { rule: string }[] }[];
  const facts = (rows.listings ?? []) as { listing: string; facts: Stored['facts'] }[];
  return new Map(
    facts.map((row) => {
      const judged = found.find(({ listing }) => listing === row.listing);
      return [row.listing, { facts: row.facts, rules: (judged?.findings ?? []).map(({ rule }) => rule) }];
    }),
  );
}

let raw: Page;
test.beforeEach(async () => {
  raw = await browser.context.newPage();
  await raw.goto(`${browser.origin}/reference/en/index.html`);
  // The database is there before it is watched.
  await browser.ask({ kind: 'overview', tab: null });
});

/** Every value that a fact had in the database, in order. */
function history(seen: Awaited<ReturnType<typeof watch>>, listing: string, fact: string): unknown[] {
  const values = seen.map(({ rows }) => listingsOf(rows).get(listing)?.facts[fact]?.value);
  return values.filter((value, index) => value !== undefined && value !== values[index - 1]);
}

const SKU = 'sku:DEMO-MUG-01';

test('inputs that stand empty until their values arrive are not stored as empty', async () => {
  const late = withScript(
    editor.html,
    `${FILL} fill('${MINIMUM}', ''); fill('${MAXIMUM}', '');
     setTimeout(() => { fill('${MINIMUM}', '85.00'); fill('${MAXIMUM}', '130.00'); }, 1500);`,
  );
  const page = await serve(editor.address, late);
  // The page itself is told at once what it shows.
  await waitForOverlay(page, ({ dock }) => dock !== '');
  const seen = await watch((listings) => listings.has(SKU));
  expect(history(seen, SKU, 'minSellerPrice')).toEqual(['85.00']);
  expect(history(seen, SKU, 'maxSellerPrice')).toEqual(['130.00']);
  for (const { rows } of seen) expect(JSON.stringify(rows.findings)).not.toContain('price-bounds-missing');
  // How a field is read is not noted before either: by its own write, so at most one look earlier.
  const listed = seen.findIndex(({ rows }) => listingsOf(rows).has(SKU));
  const noted = seen.findIndex(({ rows }) => (rows.readings?.length ?? 0) > 0);
  expect(noted).toBeGreaterThanOrEqual(Math.max(listed - 1, 1));
});

test('a wrong default that is replaced is in no history of prices', async () => {
  const late = withScript(
    editor.html,
    `${FILL} fill('${PRICE}', '0.00'); setTimeout(() => fill('${PRICE}', '98.60'), 1500);`,
  );
  await serve(editor.address, late);
  const seen = await watch((listings) => listings.has(SKU));
  expect(history(seen, SKU, 'yourPrice')).toEqual(['98.60']);
  for (const { rows } of seen)
    for (const { price } of (rows.observations ?? []) as { price: string }[]) expect(price).toBe('98.60');
  expect(seen.at(-1)?.rows.observations).toHaveLength(1);
});

test('rows that come first without their prices are stored with them', async () => {
  const late = withScript(
    inventory.html,
    `const cells = [...document.querySelectorAll('[data-sku] [class*="VolusPriceInputComposite-module__container"]')];
     const places = cells.map((cell) => [cell, cell.parentNode, cell.nextSibling]);
     for (const cell of cells) cell.remove();
     setTimeout(() => { for (const [cell, parent, next] of places) parent.insertBefore(cell, next); }, 1500);`,
  );
  await serve(inventory.address, late);
  const seen = await watch((listings) => listings.has(SKU));
  expect(history(seen, SKU, 'yourPrice')).toEqual(['98.60']);
});

test('nothing is stored while placeholders say that the page is loading, however long', async () => {
  const busy = withScript(
    inventory.html.replace('</h1>', '</h1><div class="table-skeleton" style="height:20px">&nbsp;</div>'),
    `setTimeout(() => document.querySelector('.table-skeleton').remove(), 6000);`,
  );
  await serve(inventory.address, busy);
  const seen = await watch((listings) => listings.has(SKU));
  expect(seen.at(-1)?.after).toBeGreaterThan(5000);
  expect(seen.at(-1)?.rows.readings).toHaveLength(1);
});

test('a page that never comes to rest is stored in the end', async () => {
  const restless = withScript(
    editor.html,
    `${FILL} let tick = 0; setInterval(() => fill('${PRICE}', (90 + (tick++ % 5)) + '.00'), 700);`,
  );
  await serve(editor.address, restless);
  const seen = await watch((listings) => listings.has(SKU), 25_000);
  expect(seen.at(-1)?.after).toBeGreaterThan(10_000);
  expect(listingsOf(seen.at(-1)?.rows ?? {}).has(SKU)).toBe(true);
});

test('a list that turns into another under the same address leaves the first one’s records alone', async () => {
  const page = await serve(inventory.address, inventory.html);
  await watch((listings) => listings.has(SKU));
  const before = listingsOf((await storedRows(raw)).rows);
  // The console keeps its elements and writes other products into them, one text after the other.
  await page.evaluate(async () => {
    const rename = (text: string) => text.replaceAll('DEMO-', 'OTHER-').replaceAll('B0DEMO', 'B0OTHR');
    const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
    for (const row of document.querySelectorAll<HTMLElement>('[data-sku]')) {
      const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const renamed = rename(text.nodeValue ?? '');
        if (renamed === text.nodeValue) continue;
        text.nodeValue = renamed;
        await pause();
      }
      for (const link of row.querySelectorAll('a')) link.href = rename(link.href);
      row.dataset.sku = rename(row.dataset.sku ?? '');
      row.id = rename(row.id);
    }
  });
  const seen = await watch((listings) => listings.size >= before.size * 2, 20_000);
  const stored = listingsOf(seen.at(-1)?.rows ?? {});
  for (const [listing, { facts }] of stored) {
    const isOther = listing.startsWith('sku:OTHER-');
    expect(listing).toMatch(/^sku:(?:DEMO|OTHER)-/u);
    if (facts.asin) expect(String(facts.asin.value), listing).toMatch(isOther ? /^B0OTHR/u : /^B0DEMO/u);
    if (!isOther) expect(stored.get(listing)).toEqual(before.get(listing));
  }
  expect(stored.size).toBe(before.size * 2);
});

test('what the seller types on a page at rest is judged and stored at once', async () => {
  const page = await serve(editor.address, editor.html);
  await watch((listings) => listings.has(SKU));
  await page.locator(`${PRICE} input`).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('1');
  const seen = await watch((listings) => listings.get(SKU)?.facts.yourPrice?.value !== '98.60', 2500);
  expect(history(seen, SKU, 'yourPrice').at(-1)).toBe('198.60');
  await waitForOverlay(page, ({ notes }) => notes.length > 0);
});
