import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import type { Sender } from '../../entrypoints/background/messages/senders.ts';
import type { CheckAnswer } from '../../entrypoints/background/messages/shown.ts';
import { route } from '../../entrypoints/background/router.ts';
import { fieldsOf, read, snapshotOf, unreadable } from './readings.ts';
import { freshWorker, ownPage, tab } from './worker.ts';

// Node has no IndexedDB: every check here runs as it does in a browser that refuses to store anything.
const now = new Date('2026-11-20T18:00:00Z');
const editor = 'amazon/listing-editor';

freshWorker();

const console_ = (more: Partial<Sender> = {}): Sender => ({
  id: browser.runtime.id,
  url: 'https://sellercentral.amazon.com/abis/listing/edit?sku=DEMO-MUG-01',
  frameId: 0,
  tab: { id: tab },
  ...more,
});

const ask = (message: unknown, sender: Sender = console_()) => route(message, sender, now);
const check = (snapshot: unknown, sender?: Sender) => ask({ kind: 'check', snapshot }, sender) as Promise<CheckAnswer>;
const overview = () => ask({ kind: 'overview', tab }, ownPage) as Promise<Overview>;

const fields = fieldsOf({
  sku: 'DEMO-MUG-01',
  asin: 'B0DEMO0001',
  yourPrice: '98.60',
  salePrice: '99.00',
  title: 'Mug',
});
const rulesOf = (answer: CheckAnswer) => answer.findings.flatMap(({ list }) => list.map(({ rule }) => rule));

describe('a message', () => {
  test('of another sort is not ours to answer', () => {
    for (const message of [
      null,
      5,
      'check',
      {},
      { kind: 5 },
      { kind: 'other' },
      { kind: 'constructor' },
      { kind: '__proto__' },
    ])
      expect(ask(message)).toBeUndefined();
  });

  test.each([
    ['an unknown host', { url: 'https://sellercentral.amazon.com.evil.example/' }],
    ['plain http', { url: 'http://sellercentral.amazon.com/' }],
    ['another port', { url: 'https://sellercentral.amazon.com:8443/' }],
    ['a frame within the page', { frameId: 3 }],
    ['no tab', { tab: undefined }],
    ['no address', { url: undefined }],
    ['another extension', { id: 'other' }],
    ['the extension’s own page', { url: ownPage.url }],
  ])('of a console is refused from %s', async (_what, more) => {
    await expect(check(snapshotOf(editor, { page: fields }), console_(more))).rejects.toThrow(/does not come from/);
  });

  test.each([
    ['a console', console_()],
    ['a page whose address only begins alike', { ...ownPage, url: 'https://chrome-extension.example/' }],
    ['another extension', { ...ownPage, id: 'other' }],
    ['nowhere', { id: 'test-extension-id' }],
  ])('of the popup is refused from %s', async (_what, sender) => {
    await expect(ask({ kind: 'overview', tab: null }, sender)).rejects.toThrow(/does not come from a page of this/);
    await expect(ask({ kind: 'set-language', language: 'en' }, sender)).rejects.toThrow(/does not come from/);
  });

  test('of the wrong shape is refused, and says where it is wrong', async () => {
    await expect(check({ sequence: -1 })).rejects.toThrow(/"check" is not understood: snapshot\.sequence/);
    const other = { state: 'guessed', value: 'x' };
    const snapshot = { ...snapshotOf(editor, {}), records: [{ key: 'page', fields: { title: other } }] };
    await expect(check(snapshot)).rejects.toThrow(/snapshot\.records\.0/);
  });

  test('that says more than a field can hold leaves that field unread, and the others are judged', async () => {
    const answer = await check(
      snapshotOf(editor, { page: { ...fields, title: read('x'.repeat(20_001)), brand: read(Array(101).fill('x')) } }),
    );
    expect(rulesOf(answer)).toContain('amazon/sale-price-not-below-price');
    const { health } = (await overview()).page as NonNullable<Overview['page']>;
    const states = Object.fromEntries(health.fields.map(({ field, state }) => [field, state]));
    expect(states).toMatchObject({ title: 'not understood', brand: 'not understood' });
  });

  test('with a shop’s name or a language that is longer than any is of a store that is not known', async () => {
    const snapshot = snapshotOf(editor, { page: fields });
    const store = { ...snapshot.store, sellerName: 'x'.repeat(201), sellerId: null };
    const answer = await check({ ...snapshot, store, language: 'e'.repeat(5000) });
    expect(answer.store.known).toBe(false);
  });

  test('never names the store’s host: that is the browser’s word', async () => {
    const claim = {
      ...snapshotOf(editor, { page: fields }),
      store: { sellerName: 'Harbor', sellerId: null, marks: [] },
    };
    const answer = await check(claim, console_({ url: 'https://sellercentral.amazon.de/home' }));
    expect(answer.store).toMatchObject({ known: true, name: 'Harbor · DE' });
  });
});

describe('a check', () => {
  test('answers its own sequence, the store and the findings, although nothing can be stored', async () => {
    const answer = await check(snapshotOf(editor, { page: fields }, { sequence: 7 }));
    expect(answer).toMatchObject({
      sequence: 7,
      language: 'en',
      store: { known: true, name: 'Harbor Demo Goods · US' },
    });
    expect(rulesOf(answer)).toContain('amazon/sale-price-not-below-price');
    expect(answer.remarks.join()).toMatch(/could not be stored/);
  });

  test('of an unknown store finds nothing and says why', async () => {
    const snapshot = snapshotOf(editor, { page: fields });
    const marks = [
      { by: 'page-global', text: 'A1PA6795UKMFR9' },
      { by: 'header', text: 'united states' },
    ];
    const answer = await check({ ...snapshot, store: { ...snapshot.store, marks } });
    expect(answer.findings).toEqual([{ record: 'page', list: [] }]);
    expect(answer.store).toMatchObject({ known: false });
    expect(answer.store.note).toMatch(/DE.*US/);
    expect(answer.remarks).toContain(answer.store.note);
  });

  test('of a page that is not known says so', async () => {
    const answer = await check({ ...snapshotOf(editor, {}), page: null });
    expect(answer.findings).toEqual([]);
    expect(answer.remarks.join()).toMatch(/does not know this page/);
  });

  test('of a page on which nothing can be read says so', async () => {
    const answer = await check(snapshotOf(editor, { page: { title: unreadable, yourPrice: unreadable } }));
    expect(answer.remarks.join()).toMatch(/could not read any field/);
  });

  test('of one record leaves the others as they were, and forgets those that left', async () => {
    const page = 'amazon/manage-inventory';
    const row = (sku: string, max: string) =>
      fieldsOf({ sku, yourPrice: '98.60', minSellerPrice: '10.00', maxSellerPrice: max });
    await check(snapshotOf(page, { a: row('A', '50.00'), b: row('B', '50.00') }));
    expect((await overview()).page?.counts.error).toBe(2);
    const again = await check(snapshotOf(page, { a: row('A', '130.00') }, { sequence: 2, keys: ['a', 'b'] }));
    expect(again.findings.map(({ record }) => record)).toEqual(['a']);
    expect((await overview()).page?.counts.error).toBe(1);
    await check(snapshotOf(page, {}, { sequence: 3, keys: ['a'] }));
    expect((await overview()).page?.counts.error).toBe(0);
  });

  test('of a product on a coupon form uses what was read of the form before', async () => {
    const page = 'amazon/coupon-create';
    const form = fieldsOf({ couponType: 'percent', couponPercent: '70', couponStart: '2026-12-01' });
    const product = fieldsOf({ asin: 'B0DEMO0001', yourPrice: '98.60' });
    await check(snapshotOf(page, { page: form, B0DEMO0001: product }));
    const changed = { B0DEMO0001: { ...product, yourPrice: read('98.00') } };
    const answer = await check(snapshotOf(page, changed, { sequence: 2, keys: ['page', 'B0DEMO0001'] }));
    expect(answer.findings.map(({ record }) => record).sort()).toEqual(['B0DEMO0001', 'page']);
    expect(rulesOf(answer)).toContain('amazon/coupon-discount-out-of-range');
  });

  test('for a store that was not known at first lets the page send everything again', async () => {
    const told = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined);
    const page = 'amazon/manage-inventory';
    const rows = { a: fieldsOf({ sku: 'A' }), b: fieldsOf({ sku: 'B' }) };
    const early = snapshotOf(page, rows);
    await check({ ...early, store: { ...early.store, sellerName: null } });
    await check(snapshotOf(page, { a: rows.a }, { sequence: 2, keys: ['a', 'b'] }));
    expect(told.mock.calls).toEqual([[tab, { kind: 'recheck' }]]);
    await check(snapshotOf(page, { a: rows.a }, { sequence: 3, keys: ['a', 'b'] }));
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('that begins again in the tab forgets the page before', async () => {
    await check(snapshotOf(editor, { page: fields }, { sequence: 4 }));
    const answer = await check(
      snapshotOf(editor, { other: fieldsOf({ sku: 'X' }) }, { sequence: 1, keys: ['page', 'other'] }),
    );
    expect(answer.findings.map(({ record }) => record)).toEqual(['other']);
  });
});

describe('what the seller decides', () => {
  const rule = 'amazon/sale-price-not-below-price';
  const finding = `${rule}|page`;
  const again = async (sequence: number) => rulesOf(await check(snapshotOf(editor, { page: fields }, { sequence })));

  test('an ignored finding stays away until it is taken back', async () => {
    expect(await again(1)).toContain(rule);
    expect(await ask({ kind: 'ignore', finding, seen: true })).toMatchObject({
      done: true,
      told: expect.stringMatching(/./),
    });
    expect(await again(2)).not.toContain(rule);
    const { decisions } = await overview();
    expect(decisions).toMatchObject([{ kind: 'ignored', sentence: expect.stringContaining('B0DEMO0001') }]);
    await ask({ kind: 'undo', decision: decisions[0]?.id }, ownPage);
    expect(await again(3)).toContain(rule);
  });

  test('what may not have been seen waits for the popup, there and nowhere else, until it is settled', async () => {
    await ask({ kind: 'open', path: '/abis/listing/edit?sku=DEMO-MUG-01#offer', language: 'en-US' });
    await again(1);
    expect(await ask({ kind: 'ignore', finding, seen: false })).toMatchObject({
      done: false,
      sentence: expect.stringContaining('popup'),
    });
    expect(await again(2)).toContain(rule);
    const { pending, decisions } = await overview();
    expect(decisions).toEqual([]);
    expect(pending).toMatchObject([{ sentence: expect.stringContaining('B0DEMO0001') }]);
    const settle = (confirmed: boolean) =>
      ask({ kind: 'settle-pending', tab, pending: pending[0]?.id, confirmed }, ownPage);
    expect(await settle(true)).toMatchObject({ done: true });
    expect(await settle(true)).toMatchObject({ done: false });
    const after = await overview();
    expect(after.pending).toEqual([]);
    expect(after.decisions).toMatchObject([{ kind: 'ignored', recent: true }]);
    expect(await ask({ kind: 'undo-last' })).toEqual({ done: true });
    expect((await overview()).decisions).toEqual([]);
  });

  test('a check that is turned off is off in every listing', async () => {
    await again(1);
    await ask({ kind: 'turn-off', finding, seen: true });
    const other = { ...fields, sku: read('OTHER'), asin: read('B0DEMO0009') };
    expect(rulesOf(await check(snapshotOf(editor, { page: other }, { sequence: 2 })))).not.toContain(rule);
  });

  test('the language is the seller’s choice', async () => {
    await ask({ kind: 'set-language', language: 'zh-CN' }, ownPage);
    const answer = await check(snapshotOf(editor, { page: fields }));
    expect(answer.language).toBe('zh-CN');
    const opening = await ask({ kind: 'open', path: '/abis/listing/edit?sku=DEMO-MUG-01#offer', language: 'en-US' });
    expect(opening).toMatchObject({ appearance: { language: 'zh-CN', levelNames: { error: '错误' } } });
  });

  test('a price that could not be read can be typed into the card, for this page alone', async () => {
    const blind = { ...fields, yourPrice: unreadable };
    const open = (path: string) => ask({ kind: 'open', path, language: 'en-US' });
    await open('/abis/listing/edit?sku=DEMO-MUG-01#offer');
    const first = await check(snapshotOf(editor, { page: blind }));
    const waiting = first.findings[0]?.list.find(
      ({ level, targets }) => level === 'unknown' && targets[0]?.field === 'yourPrice',
    );
    expect(waiting).toBeDefined();
    const enter = (input: string) => ask({ kind: 'enter', finding: waiting?.id, fact: 'yourPrice', input, seen: true });
    expect(await enter('about ten')).toMatchObject({ done: false, sentence: expect.stringContaining('24.98') });
    expect(await enter('$98,60')).toEqual({ done: true, told: '' });
    // The page asks for everything again, and later shows another of the form's tabs.
    await ask({ kind: 'leave' });
    await open('/abis/listing/edit?sku=DEMO-MUG-01#product_details');
    const second = await check(snapshotOf(editor, { page: blind }));
    expect(rulesOf(second)).toContain(rule);
    expect((await overview()).decisions).toEqual([]);
    await open('/abis/listing/edit?sku=OTHER');
    const elsewhere = await check(snapshotOf(editor, { page: blind }));
    expect(rulesOf(elsewhere)).not.toContain(rule);
  });

  test('about a finding that is gone is answered with a sentence', async () => {
    await check(snapshotOf(editor, { page: fields }));
    expect(await ask({ kind: 'ignore', finding: 'amazon/none|page', seen: true })).toMatchObject({ done: false });
    expect(await ask({ kind: 'explain', finding: 'amazon/none|page', takesEntries: true })).toBeNull();
  });

  test('about a listing the page does not name cannot be remembered', async () => {
    await check(snapshotOf(editor, { page: fieldsOf({ yourPrice: '98.60', salePrice: '99.00' }) }));
    expect(await ask({ kind: 'ignore', finding, seen: true })).toMatchObject({
      done: false,
      sentence: expect.stringContaining('SKU'),
    });
  });
});

test('the card explains a finding with its numbers, where they came from, its source and its fix', async () => {
  await check(snapshotOf(editor, { page: fields }));
  const card = await ask({ kind: 'explain-stored', tab, finding: 'amazon/sale-price-not-below-price|page' }, ownPage);
  expect(card).toMatchObject({
    level: 'warning',
    canIgnore: true,
    numbers: expect.arrayContaining([{ label: 'Sale Price', shown: '$99.00', origin: 'on this page' }]),
    fixes: [{ shown: '$98.59', copy: '98.59' }],
  });
});

test('a page that was left is forgotten', async () => {
  await check(snapshotOf(editor, { page: fields }));
  expect((await overview()).page).not.toBeNull();
  expect(await ask({ kind: 'leave' })).toEqual({ done: true });
  expect((await overview()).page).toBeNull();
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('a page that was replaced without a word is forgotten when the next one opens', async () => {
  await check(snapshotOf(editor, { page: fields }));
  await ask({ kind: 'open', path: '/orders-v3/order/1', language: 'en-US' });
  expect((await overview()).page).toBeNull();
});

test('reading health counts what is on the page, not what is absent', async () => {
  await check(snapshotOf(editor, { page: { ...fields, listPrice: unreadable, mapPrice: { state: 'absent' } } }));
  const health = (await overview()).page?.health;
  expect(health?.line).toBe('5 of 6 fields read');
  expect(health?.fields[0]).toMatchObject({ field: 'listPrice', state: 'not found', shown: '' });
});
