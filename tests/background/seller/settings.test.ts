import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Overview } from '../../../entrypoints/background/messages/overview.ts';
import type { Sender } from '../../../entrypoints/background/messages/senders.ts';
import type {
  ExportedSettings,
  ImportAnswer,
  SettingsAnswer,
  SettingsOverview,
} from '../../../entrypoints/background/messages/settings.ts';
import type { Card, CheckAnswer } from '../../../entrypoints/background/messages/shown.ts';
import { plainText as messageText } from '../../../entrypoints/background/present/messages.ts';
import { route } from '../../../entrypoints/background/router.ts';
import { change, decisions, forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';
import { literalMessage } from '../../../entrypoints/background/seller/settings-own-checks.ts';
import { plainText } from '../../tools/build.ts';
import { fieldsOf, snapshotOf } from '../readings.ts';
import { freshWorker, ownPage, pageAt, tab } from '../worker.ts';

// Settings lie in the browser's own storage, beside the other decisions. Without a database: that stored
// findings follow a setting is tested in updating.test.ts.
const now = new Date('2026-11-20T18:00:00Z');
const editor = 'amazon/listing-editor';
const store = 'amazon|US|Harbor Demo Goods';

freshWorker();

const page = () => pageAt('https://sellercentral.amazon.com/abis/listing/edit?sku=DEMO-MUG-01');

const ask = <Answer>(message: object, sender: Sender = ownPage) => route(message, sender, now) as Promise<Answer>;
const settings = () => ask<SettingsOverview>({ kind: 'settings' });
const changeRule = (parts: object) => ask<SettingsAnswer>({ kind: 'change-rule', store: null, ...parts });
const threshold = (input: string, parts: object = {}) =>
  ask<SettingsAnswer>({ kind: 'change-threshold', fact: 'jumpPercent', store: null, input, ...parts });
const save = (check: unknown, at: number | null = null) => ask<SettingsAnswer>({ kind: 'save-check', check, at });
const exported = () => ask<ExportedSettings>({ kind: 'export-settings' });
const imported = (text: string, apply = true) => ask<ImportAnswer>({ kind: 'import-settings', text, apply });

const fields = fieldsOf({
  sku: 'DEMO-MUG-01',
  asin: 'B0DEMO0001',
  yourPrice: '98.60',
  salePrice: '99.00',
  title: 'The best mug',
});
const rule = 'amazon/sale-price-not-below-price';

/** Findings of the editor as it is judged now, by rule. */
async function judged(more = {}): Promise<Map<string, { level: string; sentence: string; id: string }>> {
  const snapshot = snapshotOf(editor, { page: { ...fields, ...fieldsOf(more) } });
  const answer = await ask<CheckAnswer>({ kind: 'check', snapshot }, page());
  return new Map(
    answer.findings.flatMap(({ list }) =>
      list.map(({ rule: id, level, sentence, id: finding }) => [
        id,
        { level, sentence: plainText(sentence), id: finding },
      ]),
    ),
  );
}

const check = {
  id: 'own/no-best',
  title: 'No superlatives',
  marketplaces: ['amazon'],
  sites: 'all',
  severity: 'warning',
  kind: 'forbidden-words',
  fields: ['title', 'bullets'],
  words: ['best'],
  match: 'word',
};

/** A stopped worker: nothing is left but what the browser holds. */
function restart() {
  forgetDecisions();
}

describe('a rule', () => {
  test('is off in all stores by the same decision as in the card, and can be undone in the popup', async () => {
    expect((await judged()).has(rule)).toBe(true);
    expect(await changeRule({ rule, on: false })).toEqual({ done: true });
    restart();
    expect((await judged()).has(rule)).toBe(false);
    expect((await settings()).allStores.rules[rule]).toEqual({ on: false });
    const { decisions: listed } = await ask<Overview>({ kind: 'overview', tab: null });
    expect(listed).toMatchObject([{ kind: 'turned-off' }]);
    await ask({ kind: 'undo', decision: listed[0]?.id });
    expect((await judged()).has(rule)).toBe(true);
    expect((await settings()).allStores.rules).toEqual({});
  });

  test('that was turned off in the card is turned on in the workspace', async () => {
    const finding = (await judged()).get(rule)?.id;
    await ask({ kind: 'turn-off', finding, seen: true }, page());
    expect((await settings()).allStores.rules[rule]).toEqual({ on: false });
    await changeRule({ rule, on: true });
    expect((await judged()).has(rule)).toBe(true);
    expect((await decisions()).turnedOff).toEqual([]);
  });

  test('is off or on in one store, whatever holds for all', async () => {
    await changeRule({ rule, on: false, store });
    expect((await judged()).has(rule)).toBe(false);
    await changeRule({ rule, on: null, store });
    expect((await judged()).has(rule)).toBe(true);
    await changeRule({ rule, on: false });
    await changeRule({ rule, on: true, store });
    expect((await judged()).has(rule)).toBe(true);
    await changeRule({ rule, on: false, store: 'amazon|DE|Harbor Demo Goods' });
    expect((await judged()).has(rule)).toBe(true);
  });

  test('turned off in the card is off in the store where it was turned on as well', async () => {
    await changeRule({ rule, on: true, store });
    await ask({ kind: 'turn-off', finding: (await judged()).get(rule)?.id, seen: true }, page());
    expect((await judged()).has(rule)).toBe(false);
  });

  test('has the severity the seller gives it, in the page, the popup and the badge', async () => {
    expect((await judged()).get(rule)?.level).toBe('warning');
    await changeRule({ rule, severity: 'error' });
    const badge = vi.spyOn(browser.action, 'setBadgeText').mockResolvedValue();
    expect((await judged()).get(rule)?.level).toBe('error');
    const { page: shown } = await ask<Overview>({ kind: 'overview', tab });
    expect(shown?.findings.find((one) => one.rule === rule)?.level).toBe('error');
    const errors = shown?.findings.filter(({ level }) => level === 'error').length;
    expect(shown?.counts.error).toBe(errors);
    await vi.waitFor(() => expect(badge).toHaveBeenCalledWith({ tabId: tab, text: String(errors) }));
    await changeRule({ rule, severity: 'info', store });
    expect((await judged()).get(rule)?.level).toBe('info');
    await changeRule({ rule, severity: null, store });
    await changeRule({ rule, severity: null });
    expect((await judged()).get(rule)?.level).toBe('warning');
    expect((await decisions()).settings).toEqual({
      allStores: { rules: {}, thresholds: {} },
      stores: {},
      ownChecks: [],
    });
  });

  test('that does not exist is refused', async () => {
    expect(await changeRule({ rule: 'amazon/none', on: false })).toMatchObject({
      done: false,
      refusals: [{ place: 'rule', reason: 'unknown-rule' }],
    });
  });

  test('is never changed by a console’s page', async () => {
    const message = { kind: 'change-rule', rule, store: null, on: false };
    await expect(ask(message, page())).rejects.toThrow(/does not come from a page of this/);
    for (const kind of ['settings', 'export-settings'])
      await expect(ask({ kind }, page())).rejects.toThrow(/does not come from a page of this/);
  });
});

describe('a number of the seller’s own', () => {
  const far = 'amazon/price-far-above-recent';
  const recent = { recentSalePrice: '85.00' };

  test('decides, and the card says whose it is', async () => {
    // 98.60 is 16 % above 85.00.
    expect((await judged(recent)).has(far)).toBe(false);
    expect(await threshold('10 %')).toEqual({ done: true });
    restart();
    const found = (await judged(recent)).get(far);
    expect(found?.level).toBeDefined();
    const card = await ask<Card>({ kind: 'explain-stored', tab, finding: found?.id });
    expect(card.numbers).toContainEqual({
      label: 'Price jump to warn at',
      shown: '10%',
      origin: 'your setting',
    });
  });

  test('of a store wins over that for all stores, and is taken back', async () => {
    await threshold('10');
    await threshold('50', { store });
    expect((await judged(recent)).has(far)).toBe(false);
    await threshold('', { store });
    expect((await judged(recent)).has(far)).toBe(true);
    await threshold('');
    expect((await judged(recent)).has(far)).toBe(false);
  });

  test('that was entered in the card is the store’s, and is replaced by the workspace’s', async () => {
    await change(() => ({
      entered: [
        { store, subject: 'store', fact: 'jumpPercent', value: '12', name: 'Harbor Demo Goods', day: '2026-11-01' },
      ],
    }));
    expect((await settings()).perStore[store]?.thresholds).toEqual({ jumpPercent: '12' });
    expect((await judged(recent)).has(far)).toBe(true);
    await threshold('30', { store });
    expect((await judged(recent)).has(far)).toBe(false);
    expect((await decisions()).entered).toEqual([]);
  });

  test.each([
    ['-5', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['0', 'out-of-range'],
    ['501', 'out-of-range'],
  ])('is refused when it is %s', async (input, reason) => {
    await threshold('10');
    expect(await threshold(input)).toMatchObject({ done: false, refusals: [{ place: 'jumpPercent', reason }] });
    expect((await settings()).allStores.thresholds).toEqual({ jumpPercent: '10' });
  });

  test('is refused when it contradicts another', async () => {
    expect(await threshold('11', { fact: 'ratioMin' })).toMatchObject({
      refusals: [{ reason: 'minimum-above-maximum' }],
    });
    expect(await threshold('12', { fact: 'ratioMax' })).toEqual({ done: true });
    expect(await threshold('11', { fact: 'ratioMin' })).toEqual({ done: true });
    expect(await threshold('10', { fact: 'ratioMax' })).toMatchObject({ done: false });
    expect(await threshold('1', { fact: 'yourPrice' })).toMatchObject({ done: false });
  });

  test.each([
    ['１５％', '15'],
    ['12,5', '12.5'],
    ['15.00', '15'],
    ['100', '100'],
  ])('is understood as typed: %s', async (input, value) => {
    await threshold(input);
    expect((await settings()).allStores.thresholds).toEqual({ jumpPercent: value });
  });
});

describe('a check of the seller’s own', () => {
  test('warns in the page with the seller’s title and the words found', async () => {
    expect(await save(check)).toEqual({ done: true });
    restart();
    const found = (await judged()).get('any/own/no-best');
    expect(found).toMatchObject({ level: 'warning', sentence: 'No superlatives: the title contains best.' });
    const card = await ask<Card>({ kind: 'explain-stored', tab, finding: found?.id });
    expect(card).toMatchObject({
      title: 'No superlatives',
      why: 'Your own check.',
      since: null,
      certainty: null,
      sources: [],
    });
  });

  test('names the list’s item', async () => {
    await save(check);
    expect((await judged({ title: 'Mug', bullets: ['Fine', 'Best'] })).get('any/own/no-best')?.sentence).toBe(
      'No superlatives: the bullet point 2 contains Best.'.replace('Best.', 'best.'),
    );
    await ask({ kind: 'set-language', language: 'zh-CN' });
    expect((await judged({ title: 'Mug', bullets: ['Fine', 'Best'] })).get('any/own/no-best')?.sentence).toBe(
      'No superlatives：第 2 条五点里有best。',
    );
  });

  test('finds something in each of several fields, each finding with a card of its own', async () => {
    await save({ ...check, fields: ['title', 'brand'], words: ['best'] });
    const snapshot = snapshotOf(editor, { page: { ...fields, ...fieldsOf({ brand: 'Best Mugs' }) } });
    const { findings } = await ask<CheckAnswer>({ kind: 'check', snapshot }, page());
    const own = findings.flatMap(({ list }) => list).filter((one) => one.rule === 'any/own/no-best');
    expect(own.map(({ targets }) => targets[0]?.field)).toEqual(['title', 'brand']);
    const cards = await Promise.all(own.map(({ id }) => ask<Card>({ kind: 'explain-stored', tab, finding: id })));
    expect(cards.map(({ sentence }) => plainText(sentence))).toEqual([
      'No superlatives: the title contains best.',
      'No superlatives: the brand contains best.',
    ]);
  });

  test('is told in the seller’s own words, whatever signs they have', async () => {
    const title = `It's <b>ours</b> {0} #1 '{x}'`;
    await save({ ...check, title, note: `Don't use {these} | <i>` });
    const found = (await judged()).get('any/own/no-best');
    expect(found?.sentence).toBe(`${title}: the title contains best.`);
    const card = await ask<Card>({ kind: 'explain-stored', tab, finding: found?.id });
    expect(card).toMatchObject({ title, why: `Don't use {these} | <i>` });
  });

  test('is turned off in the card and on again, edited in its place, and removed', async () => {
    await save(check);
    await save({ ...check, id: 'own/second', words: ['mug'] });
    await ask({ kind: 'turn-off', finding: (await judged()).get('any/own/no-best')?.id, seen: true }, page());
    expect((await judged()).has('any/own/no-best')).toBe(false);
    await changeRule({ rule: 'any/own/no-best', on: true });
    await save({ ...check, severity: 'error' });
    expect((await judged()).get('any/own/no-best')?.level).toBe('error');
    expect((await settings()).ownChecks.map(({ id }) => id)).toEqual(['own/no-best', 'own/second']);
    expect(await ask({ kind: 'remove-check', id: 'own/no-best' })).toEqual({ done: true });
    expect((await judged()).has('any/own/no-best')).toBe(false);
    expect((await judged()).has('any/own/second')).toBe(true);
    await save(check, 0);
    expect((await settings()).ownChecks.map(({ id }) => id)).toEqual(['own/no-best', 'own/second']);
  });

  test('with a mistake is refused, and the one before stays', async () => {
    await save(check);
    expect(await save({ ...check, words: [] })).toMatchObject({
      done: false,
      refusals: [{ place: 'words', reason: 'too-few' }],
    });
    expect((await settings()).ownChecks).toEqual([check]);
  });

  test.each([
    [
      { kind: 'length', field: 'title', unit: 'characters', maximum: 5 },
      'the title has 12 characters, at most 5 are allowed.',
    ],
    [{ kind: 'length', field: 'title', unit: 'bytes', minimum: 20 }, 'the title has 12 bytes, at least 20 are wanted.'],
    [
      { kind: 'range', field: 'yourPrice', maximum: '50' },
      // The Sale Price would be above it.
      'Your Price is $98.60, at most $50.00 is allowed. A change of Your Price alone is not enough, because of: Sale price below your price.',
    ],
    [{ kind: 'required-words', fields: ['title'], words: ['BPA'], match: 'word' }, 'BPA not found in the title.'],
    [{ kind: 'required-field', field: 'brand' }, 'the brand is empty. Fill it in.'],
    [
      { kind: 'ratio', field: 'salePrice', of: 'yourPrice', maximumPercent: '90' },
      'the Sale Price $99.00 is 100.41% of Your Price $98.60, more than 90%. At most $88.74 passes.',
    ],
  ])('of each kind says what is wrong and what passes: %j', async (parts, sentence) => {
    const { fields: _fields, words: _words, match: _match, ...base } = check;
    expect(await save({ ...base, ...parts })).toEqual({ done: true });
    expect((await judged({ brand: null })).get('any/own/no-best')?.sentence).toBe(`No superlatives: ${sentence}`);
  });
});

test.each(["It's", '{a}', '<b>x</b>', "'{'", '#1 | {', "''", '}{'])('a message says exactly %s', (text) => {
  expect(messageText('en', literalMessage(text))).toBe(text);
});

describe('a settings file', () => {
  test('carries everything for all stores over to another browser, and only that', async () => {
    await save(check);
    await changeRule({ rule, on: false });
    await changeRule({ rule: 'amazon/title-length', severity: 'info' });
    await changeRule({ rule: 'amazon/title-style', on: false, store });
    await changeRule({ rule: 'temu/similar-goods-5-percent', on: true });
    await threshold('10');
    const { text, name } = await exported();
    expect(name).toBe('preflight-settings.json');
    expect(text).not.toContain('Harbor');
    const before = await settings();
    fakeBrowser.reset();
    restart();
    expect(await imported(text, false)).toEqual({
      done: true,
      changes: { checksAdded: 1, checksChanged: 0, rulesChanged: 3, thresholdsChanged: 1 },
    });
    expect((await decisions()).settings, 'a preview changes nothing').toBeUndefined();
    expect(await imported(text)).toMatchObject({ done: true });
    restart();
    const after = await settings();
    expect(after.allStores).toEqual(before.allStores);
    expect(after.ownChecks).toEqual(before.ownChecks);
    expect(after.perStore).toEqual({});
    expect((await exported()).text).toBe(text);
    expect(await imported(text, false)).toMatchObject({ changes: { checksAdded: 0, rulesChanged: 0 } });
  });

  test('brings back what was deleted', async () => {
    await save(check);
    const { text } = await exported();
    await ask({ kind: 'remove-check', id: check.id });
    expect((await judged()).has('any/own/no-best')).toBe(false);
    await imported(text);
    expect((await judged()).has('any/own/no-best')).toBe(true);
  });

  test('that is refused leaves everything as it was', async () => {
    await save(check);
    await changeRule({ rule, on: false });
    await threshold('10');
    const before = await browser.storage.local.get(null);
    const file = JSON.parse((await exported()).text);
    for (const wrong of [
      '{',
      JSON.stringify({ ...file, colour: 'red' }),
      JSON.stringify({ ...file, allStores: { ...file.allStores, thresholds: { jumpPercent: '900' } } }),
      JSON.stringify({ ...file, allStores: { ...file.allStores, rules: { 'amazon/none': { on: false } } } }),
      JSON.stringify({
        ...file,
        ownChecks: [
          { ...check, title: 'Other' },
          { ...check, title: 'Third' },
        ],
      }),
      ' '.repeat(10_000_000),
    ]) {
      const answer = await imported(wrong);
      expect(answer).toMatchObject({ done: false });
      expect(await browser.storage.local.get(null)).toEqual(before);
    }
  });

  test('that only contradicts what is there is refused as well', async () => {
    await threshold('8', { fact: 'ratioMin' });
    const text = JSON.stringify({
      preflight: 'settings',
      version: 1,
      allStores: { rules: {}, thresholds: { ratioMax: '5' } },
      ownChecks: [],
    });
    // By itself it is no mistake: 5 is above the usual smallest ratio.
    expect(await imported(text)).toMatchObject({ refusals: [{ reason: 'minimum-above-maximum' }] });
  });

  test('never makes more checks than a seller may have', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...check, id: `own/check-${index}` }));
    const file = { preflight: 'settings', version: 1, allStores: { rules: {}, thresholds: {} } };
    expect(await imported(JSON.stringify({ ...file, ownChecks: many }))).toMatchObject({ done: true });
    expect(await imported(JSON.stringify({ ...file, ownChecks: [check] }))).toMatchObject({
      refusals: [{ place: 'ownChecks', reason: 'too-many' }],
    });
    expect(await save(check)).toMatchObject({ refusals: [{ reason: 'too-many' }] });
    expect(await save({ ...check, id: 'own/check-7' })).toEqual({ done: true });
  });
});

describe('stored settings that cannot be understood', () => {
  test('are set aside, and the rest stays', async () => {
    const stored = {
      allStores: { rules: {}, thresholds: { jumpPercent: 'many' } },
      stores: { [store]: { rules: { [rule]: { on: false } }, thresholds: {} }, other: 5 },
      ownChecks: [check, { ...check, id: 'own/bad', words: 7 }, check],
    };
    await browser.storage.local.set({ settings: stored });
    const kept = await decisions();
    expect(kept.settings?.ownChecks).toEqual([check]);
    expect(kept.settings?.stores[store]?.rules).toEqual({ [rule]: { on: false } });
    expect(kept.broken).toHaveLength(1);
    const all = (await browser.storage.local.get(null)) as Record<string, unknown>;
    expect(all[kept.broken[0] ?? '']).toEqual(stored);
    restart();
    expect((await decisions()).broken).toHaveLength(1);
  });

  test.each([5, 'nonsense', null, []])('such as %j are none', async (value) => {
    await browser.storage.local.set({ settings: value });
    expect((await decisions()).settings?.ownChecks ?? []).toEqual([]);
  });
});

test('checks that only some sellers want are off until they are turned on', async () => {
  const { rules } = await settings();
  const optIn = rules.filter((one) => one.optIn).map(({ id }) => id);
  expect(optIn).toContain('temu/similar-goods-5-percent');
  const { effectiveSettings } = await import('../../../entrypoints/background/seller/settings-effective.ts');
  expect([...effectiveSettings(await decisions(), store).off].sort()).toEqual([...optIn].sort());
  await changeRule({ rule: 'temu/similar-goods-5-percent', on: true });
  expect(effectiveSettings(await decisions(), store).off.has('temu/similar-goods-5-percent')).toBe(false);
  await changeRule({ rule: 'temu/similar-goods-5-percent', on: false });
  expect(effectiveSettings(await decisions(), store).off.has('temu/similar-goods-5-percent')).toBe(true);
});
