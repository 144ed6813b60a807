import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ExportedSettings } from '../../../entrypoints/background/messages/settings.ts';
import type { Opening } from '../../../entrypoints/background/messages/shown.ts';
import type {
  TaughtImport,
  TaughtOverview,
  TeachMessage,
  TeachPreview,
} from '../../../entrypoints/background/messages/teach.ts';
import { teachTextNames } from '../../../entrypoints/background/messages/teach.ts';
import type { Done } from '../../../entrypoints/background/messages/words.ts';
import { route } from '../../../entrypoints/background/router.ts';
import { decisions, forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';
import { isStable } from '../../../entrypoints/background/teaching/stable.ts';
import { type TaughtField, taughtFieldSchema } from '../../../entrypoints/background/teaching/taught-fields.ts';
import { readTaughtFile, writeTaughtFile } from '../../../entrypoints/background/teaching/taught-file.ts';
import { taughtLocatorSchema, wordLanguage } from '../../../entrypoints/background/teaching/taught-locators.ts';
import { snapshotOf } from '../readings.ts';
import { freshWorker, ownPage, pageAt, tab } from '../worker.ts';

// Node has no IndexedDB: every check here runs as it does in a browser that refuses to store anything.
const now = new Date('2026-11-20T18:00:00Z');
const address = 'https://sellercentral.amazon.com/coupons/create-coupon';

freshWorker();

const fromPage = <Answer>(message: object, url?: string) =>
  route(message, pageAt(url ?? address), now) as Promise<Answer>;
const fromExtension = <Answer>(message: object) => route(message, ownPage, now) as Promise<Answer>;

const discount = { by: 'label', words: { en: ['Discount'] } } as const;
const asked = { page: 'amazon/coupon-create', language: 'en-US', field: 'couponPercent', locator: discount };
const teach = (more: object = {}, url?: string) => fromPage<Done>({ kind: 'taught', ...asked, ...more }, url);
const listed = async () => (await fromExtension<TaughtOverview>({ kind: 'taught-fields' })).fields;
const open = (path = '/coupons/create-coupon', language = 'en-US') =>
  fromPage<Opening | null>({ kind: 'open', path, language });

const taught: TaughtField = {
  page: 'amazon/coupon-create',
  language: 'en',
  field: 'couponPercent',
  locator: discount,
  taught: '2026-11-20',
};

describe('a place that can be taught', () => {
  test.each([
    { by: 'attribute', attribute: 'name', value: 'item_name-0-value' },
    { by: 'group', selector: 'div[data-testid="price-field"]' },
    { by: 'part', selector: '[data-id="product.publish.price"]' },
    { by: 'label', words: { 'zh-CN': ['折扣：'] } },
    { by: 'column', words: { en: ['Your price'] } },
    { by: 'pair', words: { ja: ['販売価格'] }, within: '[data-testid="offer"]' },
  ])('says what it is: %j', (locator) => expect(taughtLocatorSchema.safeParse(locator).success).toBe(true));

  test.each([
    ['a position', { by: 'part', selector: 'td:nth-child(3)' }],
    ['a path', { by: 'part', selector: 'div > [name="price"]' }],
    ['a class', { by: 'part', selector: '.price-x7f3a' }],
    ['a class as an attribute', { by: 'attribute', attribute: 'class', value: 'price' }],
    ['two elements', { by: 'group', selector: '[name="a"],[name="b"]' }],
    ['a hash', { by: 'attribute', attribute: 'id', value: 'a1b2c3d4' }],
    ['a counter of React', { by: 'attribute', attribute: 'id', value: ':r1f:' }],
    ['the number of a listing', { by: 'attribute', attribute: 'id', value: 'productSkuMap.1729.supplierPrice' }],
    ['an ASIN', { by: 'attribute', attribute: 'data-id', value: 'B0DEMO0001' }],
    ['a listing', { by: 'attribute', attribute: 'data-sku', value: 'price' }],
    ['the number of an item', { ...discount, first: 2 }],
    ['a label of two languages', { by: 'label', words: { en: ['Discount'], de: ['Rabatt'] } }],
    ['a label without a letter', { by: 'label', words: { en: ['98.60'] } }],
    ['a label as long as a hint', { by: 'label', words: { en: ['a'.repeat(81)] } }],
    ['no label', { by: 'label', words: { en: [] } }],
    ['the start of a header', { by: 'column', words: { en: ['Price'] }, start: true }],
    ['the first money of a row', { by: 'sort', sort: 'money' }],
    ['the whole row', { by: 'row' }],
    ['the address', { by: 'address', parameter: 'asin' }],
    ['a word of the row', { by: 'has' }],
    ['nothing', null],
  ])('is not %s', (_what, locator) => expect(taughtLocatorSchema.safeParse(locator).success).toBe(false));

  test('is never refused for what the built-in readers rest on', () => {
    for (const name of ['item_name-0-value', 'rtip_product_description-0-value', 'productName', 'key_product_features'])
      expect(isStable('id', name), name).toBe(true);
    fc.assert(fc.property(fc.string(), fc.string(), (name, value) => typeof isStable(name, value) === 'boolean'));
  });

  test.each([
    ['en-US', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['de-DE', 'de'],
    ['', null],
    ['english', null],
    ['<b>', null],
  ])('in %s is kept for %s', (language, kept) => expect(wordLanguage(language)).toBe(kept));
});

describe('a field that was pointed at', () => {
  test('is kept with its day, one for each page, language and field', async () => {
    expect(await teach()).toEqual({ done: true });
    expect((await decisions()).taught).toEqual([taught]);
    await teach({ locator: { by: 'attribute', attribute: 'name', value: 'discount' } });
    await teach({ locator: { by: 'label', words: { x: ['Rabatt'] } }, language: 'de-DE' });
    await teach({ locator: { by: 'label', words: { x: ['Discount %'] } } });
    forgetDecisions();
    expect((await decisions()).taught?.map(({ language }) => language)).toEqual(['*', 'de', 'en']);
    expect((await listed()).map(({ found }) => found)).toEqual([
      'the field that the page’s code calls “discount”',
      'the field labelled “Rabatt”',
      'the field labelled “Discount %”',
    ]);
  });

  test.each([
    ['of another marketplace', { page: 'temu/goods-edit', field: 'supplierPrice' }, /does not read this field/],
    ['of a page that there is not', { page: 'amazon/nothing' }, /does not read this field/],
    ['that the page does not have', { field: 'yourPriceX' }, /does not read this field/],
    ['whose place would not be found again', { locator: { by: 'part', selector: '.x' } }, /not find this place again/],
    ['by words of no language', { language: '??' }, /which language/],
    [
      'by a column where there is no list',
      { locator: { by: 'column', words: { en: ['Price'] } } },
      /stands in each row/,
    ],
    ['that is a list of texts', { page: 'amazon/listing-editor', field: 'bullets' }, /list of texts/],
  ])('is refused %s, with a sentence', async (_what, more, sentence) => {
    const answer = await teach(more);
    expect(answer).toEqual({ done: false, sentence: expect.stringMatching(sentence) });
    expect((await decisions()).taught ?? []).toEqual([]);
  });

  test('is not taken from an extension page, nor from a console of another marketplace', async () => {
    await expect(fromExtension({ kind: 'taught', ...asked })).rejects.toThrow(/does not come from/);
    expect(await teach({}, 'https://agentseller.temu.com/goods/edit')).toMatchObject({ done: false });
  });

  test('is told back as it reads, before it is kept', async () => {
    await fromPage({ kind: 'check', snapshot: { ...snapshotOf('x', {}), page: null } });
    const preview = (written: object, more: object = {}) =>
      fromPage<TeachPreview>({ kind: 'teach-preview', ...asked, ...more, written });
    const written = { state: 'written', kind: 'percent', via: 'label:discount' };
    expect(await preview({ ...written, text: '15' })).toEqual({
      keepable: true,
      shown: '15%',
      sentence: 'Preflight reads 15% here.',
      found: 'the field labelled “Discount”',
      bar: expect.any(Array),
    });
    expect(await preview({ state: 'read', value: null, via: 'x' })).toMatchObject({ keepable: true, shown: '' });
    expect(await preview({ ...written, text: 'twelve' })).toMatchObject({
      keepable: false,
      sentence: 'Preflight cannot read what stands here as a percentage.',
    });
    expect(await preview({ state: 'unreadable', reason: 'ambiguous' })).toMatchObject({ keepable: false });
    expect(await preview({ ...written, text: '15' }, { locator: { by: 'row' } })).toMatchObject({
      keepable: false,
      sentence: expect.stringMatching(/not find this place again/),
    });
    expect((await decisions()).taught).toBeUndefined();
  });
});

describe('pointing', () => {
  const start = (more: object = {}) =>
    fromExtension<Done>({ kind: 'start-teaching', tab, record: 'page', field: 'couponPercent', ...more });

  test('begins in the tab, also on a page that was not recognised, with every text it needs', async () => {
    const sent: TeachMessage[] = [];
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tab, message) => void sent.push(message as never));
    expect(await start()).toMatchObject({ done: false });
    await open();
    await fromPage({ kind: 'check', snapshot: { ...snapshotOf('x', {}), page: null } });
    expect(await start()).toEqual({ done: true });
    expect(sent.at(-1)).toMatchObject({
      kind: 'teach',
      page: 'amazon/coupon-create',
      record: 'page',
      field: 'couponPercent',
      fieldKind: 'percent',
    });
    const { texts } = sent.at(-1) as TeachMessage;
    expect(Object.keys(texts)).toEqual([...teachTextNames]);
    expect(texts.teachLead).toMatch(/discount/);
    expect(Object.values(texts).join()).not.toMatch(/[{}]/);
    expect(await start({ field: 'bullets' })).toMatchObject({ done: false });
    expect(await start({ field: 'yourPrice', record: 'asin:B0DEMO0001' })).toMatchObject({ done: false });
    expect(await fromPage({ kind: 'start-teaching', tab: null, record: 'page', field: 'couponPercent' })).toEqual({
      done: true,
    });
  });
});

describe('the guide to a page', () => {
  const fieldsIn = (opening: Opening | null, index = 0) => opening?.guide.readers[index]?.layouts[0]?.fields;

  test('looks where it was taught first, and says so', async () => {
    const before = fieldsIn(await open())?.couponPercent?.at ?? [];
    await teach();
    const after = fieldsIn(await open())?.couponPercent?.at ?? [];
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toEqual({
      by: 'label',
      words: { '': ['discount'] },
      taught: true,
      via: 'taught:label:discount',
    });
    expect(fieldsIn(await open())?.couponBudget?.at.some(({ taught }) => taught)).toBe(false);
  });

  test('takes words of the page’s language only, and what has no words in every language', async () => {
    await teach();
    expect(fieldsIn(await open(undefined, 'zh-CN'))?.couponPercent?.at[0]?.taught).toBeUndefined();
    await teach({ locator: { by: 'attribute', attribute: 'name', value: 'discount' } });
    expect(fieldsIn(await open(undefined, 'zh-CN'))?.couponPercent?.at[0]).toMatchObject({ taught: true });
  });

  test('proves an unknown layout by a taught field, after all that is documented', async () => {
    const before = (await open())?.guide.readers.length ?? 0;
    await teach();
    const readers = (await open())?.guide.readers ?? [];
    expect(readers).toHaveLength(before + 1);
    expect(readers.at(-1)?.id).toBe('amazon/coupon-create');
    expect(readers.at(-1)?.layouts).toMatchObject([
      { landmarks: [{ at: { by: 'label', words: { '': ['discount'] } } }] },
    ]);
  });

  test('finds a taught column in every row, and proves nothing by it', async () => {
    const inventory = '/myinventory/inventory';
    const before = await open(inventory);
    expect(
      await teach({
        page: 'amazon/manage-inventory',
        field: 'yourPrice',
        locator: { by: 'column', words: { en: ['My price'] } },
      }),
    ).toEqual({ done: true });
    const after = await open(inventory);
    expect(after?.guide.readers).toHaveLength(before?.guide.readers.length ?? -1);
    for (const { rows } of after?.guide.readers[0]?.layouts ?? [])
      if (rows?.fields.yourPrice) expect(rows.fields.yourPrice.at[0]).toMatchObject({ by: 'column', taught: true });
  });
});

describe('the list of taught fields', () => {
  test('takes one back and brings it back', async () => {
    await teach();
    const [field] = await listed();
    expect(field).toMatchObject({ marketplace: 'amazon', page: 'Create a coupon', language: 'en', day: '20 Nov 2026' });
    expect(await fromExtension({ kind: 'remove-taught', id: field?.id })).toEqual({ done: true });
    expect(await listed()).toEqual([]);
    expect(await fromExtension({ kind: 'restore-taught', field: field?.field })).toEqual({ done: true });
    expect(await listed()).toEqual([field]);
    expect(await fromExtension({ kind: 'restore-taught', field: { page: 1 } })).toMatchObject({ done: false });
  });

  test('sets aside what is stored and not understood, and keeps the rest', async () => {
    await browser.storage.local.set({ taught: [taught, { ...taught, locator: { by: 'part', selector: '.x' } }] });
    expect(await decisions()).toMatchObject({ taught: [taught], broken: [expect.stringMatching(/^broken:taught:/)] });
  });
});

describe('a file of taught fields', () => {
  const importing = (text: string, apply: boolean) =>
    fromExtension<TaughtImport>({ kind: 'import-taught', text, apply });
  const refusals = (file: unknown) => {
    const read = readTaughtFile(typeof file === 'string' ? file : JSON.stringify(file));
    return 'refusals' in read ? read.refusals.map(({ place, reason }) => [place, reason]) : [];
  };
  const file = (...fields: unknown[]) => ({ preflight: 'taught-fields', version: 1, fields });

  test('is the same after a way through another browser', async () => {
    await teach();
    await teach({ locator: { by: 'attribute', attribute: 'name', value: 'discount' } });
    const exported = await fromExtension<ExportedSettings>({ kind: 'export-taught' });
    expect(exported.name).toBe('preflight-taught-fields.json');
    const before = await listed();
    fakeBrowser.reset();
    forgetDecisions();
    expect(await importing(exported.text, false)).toMatchObject({ done: true, changes: { same: 0, changed: [] } });
    expect(await listed()).toEqual([]);
    const taken = await importing(`\ufeff${exported.text}`, true);
    expect(taken.done && taken.changes.added.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await listed()).toEqual(before);
    expect(await importing(exported.text, false)).toMatchObject({ changes: { added: [], changed: [], same: 2 } });
    expect((await fromExtension<ExportedSettings>({ kind: 'export-taught' })).text).toBe(exported.text);
  });

  test('wins over what was taught for the same field', async () => {
    await teach();
    const other = { ...taught, locator: { by: 'label', words: { en: ['Rebate'] } } };
    const text = JSON.stringify(file(other));
    expect(await importing(text, false)).toMatchObject({
      changes: { added: [], changed: [{ found: 'the field labelled “Rebate”' }] },
    });
    expect(await importing(text, true)).toMatchObject({ done: true });
    expect((await decisions()).taught).toEqual([other]);
  });

  test.each<[string, unknown, string, string]>([
    ['no JSON', '{', '', 'not-json'],
    ['something else', [], '', 'not-taught-fields'],
    ['a settings file', { preflight: 'settings', version: 1 }, 'preflight', 'not-taught-fields'],
    ['of a later Preflight', { ...file(), version: 2 }, 'version', 'newer-version'],
    ['too large', `"${'x'.repeat(1_000_001)}"`, '', 'too-large'],
    ['with a key that is not known', { ...file(), more: 1 }, 'more', 'unknown-key'],
    ['with a field’s key that is not known', file({ ...taught, more: 1 }), 'fields[0].more', 'unknown-key'],
    ['without its fields', { preflight: 'taught-fields', version: 1 }, 'fields', 'missing'],
    [
      'with a place by position',
      file(taught, { ...taught, locator: { by: 'part', selector: 'td:nth-child(2)' } }),
      'fields[1].locator.selector',
      'not-stable',
    ],
    ['with another kind of place', file({ ...taught, locator: { by: 'row' } }), 'fields[0].locator.by', 'not-a-choice'],
    [
      'with words of two languages',
      file({ ...taught, locator: { by: 'label', words: { en: ['A'], de: ['B'] } } }),
      'fields[0].locator.words',
      'one-language',
    ],
    ['with words of another language', file({ ...taught, language: 'de' }), 'fields[0].language', 'other-language'],
    ['of another marketplace', file({ ...taught, page: 'ebay/coupon' }), 'fields[0].page', 'unknown-marketplace'],
    ['with a page that there is not', file({ ...taught, page: 'amazon/coupon' }), 'fields[0].page', 'unknown-page'],
    ['with a fact that there is not', file({ ...taught, field: 'cheese' }), 'fields[0].field', 'unknown-field'],
    ['with a field of another page', file({ ...taught, field: 'supplierPrice' }), 'fields[0].field', 'unknown-field'],
    [
      'with a column where there is no list',
      file({ ...taught, locator: { by: 'column', words: { en: ['A'] } }, field: 'couponBudget' }),
      'fields[0].locator.by',
      'wrong-place',
    ],
    ['with a field twice', file(taught, taught), 'fields[1]', 'taught-twice'],
    ['with a day that is none', file({ ...taught, taught: '2026-13-40' }), 'fields[0].taught', 'malformed'],
  ])('is refused whole when it is %s', async (_what, broken, place, reason) => {
    expect(refusals(broken)).toContainEqual([place, reason]);
    const answer = await importing(typeof broken === 'string' ? broken : JSON.stringify(broken), true);
    expect(answer.done).toBe(false);
    expect((await decisions()).taught).toBeUndefined();
  });

  test('is refused when it would make more than there may be', async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({
      ...taught,
      taught: '2026-11-20',
      language: '*',
      locator: { by: 'attribute', attribute: 'name', value: `x${index % 9}` },
    }));
    expect(refusals(file(...many))).toContainEqual(['fields', 'too-many']);
  });

  test('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const text = JSON.stringify(file(value)) ?? '';
        const read = readTaughtFile(text);
        expect('fields' in read || read.refusals.length > 0).toBe(true);
      }),
    );
    expect(taughtFieldSchema.safeParse(taught).success).toBe(true);
    expect(writeTaughtFile([])).toContain('"fields": []');
  });
});
