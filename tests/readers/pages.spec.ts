import { expect, type Page, test } from '@playwright/test';
import type { Notice, Reading } from '../../entrypoints/console.content/reading/reading.ts';
import { closedShadowPages } from './closed.ts';
import {
  type ConsolePage,
  chromiumOptions,
  consolePages,
  type ExpectedRecord,
  type ExpectedValue,
  openConsole,
  readConsole,
  readerScript,
} from './console-pages.ts';
import { provedSite, storeShown } from './writing.ts';

test.use({ launchOptions: chromiumOptions });

let script: string;
/** One tab for all pages: each is served, opened and read in it anew. */
let tab: Page;

test.beforeAll(async ({ browser }) => {
  script = await readerScript();
  tab = await browser.newPage();
});

// What a page of a console stores there names its shop on the next one; an address that differs in its hash alone would
// load nothing.
test.afterEach(async () => {
  await tab.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await tab.goto('about:blank');
});

test.afterAll(() => tab.context().close());

/** A reading as it is written in an expected file. */
function written(reading: Reading): ExpectedValue | undefined {
  if (reading.state === 'read') return reading.value;
  return reading.state === 'unreadable' ? { unreadable: reading.reason } : undefined;
}

/** Fields as in an expected file. What the file leaves out may be absent or unreadable, but never have a value. */
function writtenFields(
  readings: { readonly [field: string]: Reading },
  expected: ExpectedRecord['fields'],
): Record<string, ExpectedValue> {
  const fields: Record<string, ExpectedValue> = {};
  for (const name in readings) {
    const value = written(readings[name] as Reading);
    if (value === undefined) continue;
    if (!(name in expected) && typeof value === 'object' && value !== null && 'unreadable' in value) continue;
    fields[name] = value;
  }
  return fields;
}

function writtenNotice({ kind, asin, amounts }: Notice): object {
  return { kind, asin, ...amounts };
}

function check(shown: ConsolePage): void {
  test(`reads ${shown.name}`, async () => {
    const page = await openConsole(tab.context(), shown, script, tab);
    if (!shown.expected.settlesAfterMs) return expectReading(page, shown);
    // A page at work comes to rest when the machine lets it; until then it may be read as it is, and no throw is due.
    await expect(() => expectReading(page, shown)).toPass({ timeout: 20_000 });
  });
}

async function expectReading(page: Page, { expected }: ConsolePage): Promise<void> {
  const read = await readConsole(page);
  expect(read, 'the address is known').not.toBeNull();
  if (!read) return;
  expect(read.page).toBe(expected.page);
  expect(read.language).toBe(expected.language);
  expect(read.store.sellerName).toBe(expected.store.sellerName);
  expect(provedSite(storeShown(read.store, expected.url, read.language))).toBe(expected.store.site);
  expect(read.notices.map(writtenNotice)).toEqual(expected.notices ?? []);

  const listed = expected.shared ? [{ fields: expected.shared }, ...expected.records] : expected.records;
  const wanted = listed.map(({ fields, ...identity }) => ({ ...identity, ...fields }));
  const got = read.records.map(({ fields }, index) => {
    const values = writtenFields(fields, wanted[index] ?? {});
    // A new listing has no SKU yet; its field is there and empty.
    if (values.sku === null && !('sku' in (wanted[index] ?? {}))) delete values.sku;
    return values;
  });
  expect(got).toEqual(wanted);
  if (expected.list) expect(read.list).toBe(expected.list);
}

const pages = consolePages();
for (const shown of pages) if (!closedShadowPages.includes(shown.name)) check(shown);

for (const name of closedShadowPages) {
  test(`reads nothing wrong without the extension's rights: ${name}`, async () => {
    const shown = pages.find((candidate) => candidate.name === name);
    expect(shown, 'the page exists').toBeDefined();
    if (!shown) return;
    const page = await openConsole(tab.context(), shown, script, tab);
    const record = (await readConsole(page))?.records[0];
    for (const [field, value] of Object.entries(shown.expected.records[0]?.fields ?? {})) {
      const reading = record?.fields[field];
      if (reading?.state === 'read') expect(reading.value, field).toEqual(value);
      else expect(reading, field).toEqual({ state: 'unreadable', reason: 'not-hydrated' });
    }
  });
}
