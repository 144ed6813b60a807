import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  decisionId,
  enter,
  ignore,
  setLanguage,
  turnOff,
  undo,
} from '../../../entrypoints/background/seller/decision-changes.ts';
import { enteredFor, isIgnored } from '../../../entrypoints/background/seller/decision-lookups.ts';
import { decisions, forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';

const store = 'amazon|US|Harbor Demo Goods';
const ignored = {
  store,
  listing: 'sku:DEMO-MUG-01',
  rule: 'amazon/title-length',
  item: null,
  name: 'B0DEMO0001',
  day: '2026-11-20',
};
const wasPrice = {
  store,
  subject: 'asin:B0DEMO0001',
  fact: 'wasPrice',
  value: '98.00',
  name: 'B0DEMO0001',
  day: '2026-11-20',
} as const;
const mug = { listing: 'sku:DEMO-MUG-01', sku: 'DEMO-MUG-01', asin: 'B0DEMO0001', code: null };
const listed = (listing: string) => ({ listing, sku: null, asin: null, code: null });

beforeEach(() => {
  fakeBrowser.reset();
  forgetDecisions();
});

/** A stopped worker: nothing is left but what the browser holds. */
function restart() {
  forgetDecisions();
}

test('there are none at first', async () => {
  expect(await decisions()).toEqual({ language: null, ignored: [], turnedOff: [], entered: [], broken: [] });
});

test('survive a restart and can be undone', async () => {
  await ignore([ignored]);
  await turnOff('amazon/bullet-count', '2026-11-20');
  await enter(wasPrice);
  await setLanguage('zh-CN');
  restart();
  const kept = await decisions();
  expect(kept).toMatchObject({ language: 'zh-CN', ignored: [ignored], entered: [wasPrice] });
  expect(isIgnored(kept, store, listed(ignored.listing), ignored.rule, null)).toBe(true);
  await undo(decisionId('ignored', ignored));
  await undo(decisionId('turnedOff', { rule: 'amazon/bullet-count', day: '2026-11-20' }));
  await undo(decisionId('entered', wasPrice));
  restart();
  expect(await decisions()).toMatchObject({ language: 'zh-CN', ignored: [], turnedOff: [], entered: [] });
});

test('of two tabs at once are both kept', async () => {
  const rules = Array.from({ length: 20 }, (_, index) => `amazon/rule-${index}`);
  await Promise.all(rules.map((rule) => turnOff(rule, '2026-11-20')));
  restart();
  expect((await decisions()).turnedOff.map(({ rule }) => rule)).toEqual(rules);
});

test('an ignored finding is that listing’s, that item’s and that store’s alone', async () => {
  await ignore([{ ...ignored, item: 2 }]);
  const kept = await decisions();
  expect(isIgnored(kept, store, listed(ignored.listing), ignored.rule, 2)).toBe(true);
  expect(isIgnored(kept, store, listed(ignored.listing), ignored.rule, 1)).toBe(false);
  expect(isIgnored(kept, store, listed('sku:OTHER'), ignored.rule, 2)).toBe(false);
  expect(isIgnored(kept, 'amazon|DE|Harbor Demo Goods', listed(ignored.listing), ignored.rule, 2)).toBe(false);
});

test('a new entry replaces the old one, an empty one takes it back', async () => {
  await enter(wasPrice);
  await enter({ ...wasPrice, value: '97.00' });
  expect((await decisions()).entered.map(({ value }) => value)).toEqual(['97.00']);
  await enter({ ...wasPrice, value: null });
  expect((await decisions()).entered).toEqual([]);
});

test('an entry holds for its ASIN, its listing or its store', async () => {
  await enter({ ...wasPrice, subject: 'store', fact: 'sellerPlan', value: 'Professional' });
  await enter(wasPrice);
  await enter({ ...wasPrice, subject: 'sku:DEMO-MUG-01', fact: 'feeCategory', value: 'home' });
  const kept = await decisions();
  expect(Object.fromEntries(enteredFor(kept, store, mug))).toMatchObject({
    sellerPlan: { value: 'Professional' },
    wasPrice: { value: '98.00' },
    feeCategory: { value: 'home' },
  });
  const otherSku = { listing: 'sku:DEMO-MUG-02', sku: 'DEMO-MUG-02', asin: 'B0DEMO0001', code: null };
  expect([...enteredFor(kept, store, otherSku).keys()].sort()).toEqual(['sellerPlan', 'wasPrice']);
  expect([...enteredFor(kept, 'amazon|DE|Harbor Demo Goods', mug).keys()]).toEqual([]);
});

describe('a stored value that cannot be understood', () => {
  test('is set aside and reported, and the rest stays', async () => {
    await browser.storage.local.set({ ignored: [ignored, { rule: 5 }], turnedOff: 'nonsense', language: 'fr' });
    const kept = await decisions();
    expect(kept).toMatchObject({ language: null, ignored: [ignored], turnedOff: [] });
    expect(kept.broken).toHaveLength(3);
    const stored = (await browser.storage.local.get(null)) as Record<string, unknown>;
    const aside = kept.broken.map((key) => stored[key]);
    expect(aside).toContainEqual([ignored, { rule: 5 }]);
    expect(aside).toContain('nonsense');
    expect(stored.ignored).toEqual([ignored]);
  });

  test('is still reported after a restart, once', async () => {
    await browser.storage.local.set({ turnedOff: 'nonsense' });
    await decisions();
    restart();
    expect((await decisions()).broken).toHaveLength(1);
  });

  test('as a fact that does not exist is no entry', async () => {
    await browser.storage.local.set({ entered: [{ ...wasPrice, fact: '__proto__' }] });
    expect((await decisions()).entered).toEqual([]);
  });
});
