import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import enOwn from '../../assets/locales/en/rules.own.json' with { type: 'json' };
import enImports from '../../assets/locales/en/workspace.imports.json' with { type: 'json' };
import enGeneral from '../../assets/locales/en/workspace.json' with { type: 'json' };
import enListings from '../../assets/locales/en/workspace.listings.json' with { type: 'json' };
import enTeach from '../../assets/locales/en/workspace.teach.json' with { type: 'json' };
import chineseOwn from '../../assets/locales/zh-CN/rules.own.json' with { type: 'json' };
import chineseImports from '../../assets/locales/zh-CN/workspace.imports.json' with { type: 'json' };
import chineseGeneral from '../../assets/locales/zh-CN/workspace.json' with { type: 'json' };
import chineseListings from '../../assets/locales/zh-CN/workspace.listings.json' with { type: 'json' };
import chineseTeach from '../../assets/locales/zh-CN/workspace.teach.json' with { type: 'json' };
import {
  checkOf,
  draftOf,
  kindNames,
  limitNames,
  newDraft,
} from '../../entrypoints/workspace/own-checks/check-draft.ts';
import { summaryOf } from '../../entrypoints/workspace/own-checks/check-summary.ts';
import { routeOf } from '../../entrypoints/workspace/shell/route.ts';
import { choiceIn, differingStores, thresholdIn } from '../../entrypoints/workspace/shell/scope.ts';
import { refusalText, textsIn } from '../../entrypoints/workspace/shell/texts.ts';
import { refusalReasons } from '../../rules/own/refusal.ts';
import { type OwnCheck, ownKinds, readOwnCheck } from '../../rules/own/schema.ts';

const en = { ...enGeneral, ...enImports, ...enListings, ...enTeach };
const chinese = { ...chineseGeneral, ...chineseImports, ...chineseListings, ...chineseTeach };

const languages = [
  ['en', en],
  ['zh-CN', chinese],
] as const;

/** Names of the values a message takes, plural branches included. */
function values(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();
}

describe('workspace texts', () => {
  test('are the same in both languages, with the same values', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(en));
    for (const name of Object.keys(en) as (keyof typeof en)[])
      expect([name, values(chinese[name])]).toEqual([name, values(en[name])]);
  });

  for (const [language, messages] of languages)
    test(`say something in ${language} for none, one and many, without exclamation marks`, () => {
      for (const [name, message] of Object.entries(messages))
        for (const count of [0, 1, 2, 1250]) {
          const given = Object.fromEntries(values(message).map((value) => [value, count]));
          const said = String(new IntlMessageFormat(message, language).format(given));
          expect(said, name).not.toBe('');
          expect(said, name).not.toMatch(/[{}!！]|plural/);
        }
    });

  test('have a sentence for every reason, and none for a reason that does not exist', () => {
    const named = Object.keys(en).filter((name) => /^refusal[A-Z]/.test(name));
    expect(refusalReasons.map(refusalText).toSorted()).toEqual(named.toSorted());
    expect(textsIn('en').refusal({ place: 'x', reason: 'out-of-range', values: { least: '1', most: '500' } })).toBe(
      'Only numbers from 1 to 500.',
    );
  });
});

test('own checks have the same sentences in both languages, for every kind', () => {
  expect(Object.keys(enOwn).toSorted()).toEqual([...ownKinds.map((kind) => `own/${kind}`), 'own/texts'].toSorted());
  for (const [kind, sentences] of Object.entries(enOwn)) {
    const others = chineseOwn[kind as keyof typeof chineseOwn] as Record<string, string>;
    expect(Object.keys(others)).toEqual(Object.keys(sentences));
    for (const [key, sentence] of Object.entries(sentences)) {
      const [inEnglish, inChinese] = [values(sentence), values(others[key] ?? '')];
      expect([kind, key, inChinese]).toEqual([kind, key, inEnglish]);
    }
  }
});

describe('the form', () => {
  const fields = [{ name: 'title', label: 'Title', topic: 'content', sort: 'text', unit: 'text' }] as const;
  const base = {
    id: 'own/test',
    title: 'Our check',
    marketplaces: ['amazon', 'tiktok'],
    sites: ['US', 'SG'],
    severity: 'info',
    note: 'Agreed in May',
  } as const;
  const checks = [
    { ...base, kind: 'length', field: 'title', unit: 'bytes', minimum: 3, maximum: 60 },
    { ...base, kind: 'range', field: 'yourPrice', minimum: '1.50', currency: 'USD' },
    { ...base, kind: 'forbidden-words', fields: ['title', 'bullets'], words: ['best', '最好'], match: 'literal' },
    { ...base, kind: 'required-words', fields: ['title'], words: ['BPA free'], match: 'word' },
    { ...base, kind: 'required-field', field: 'brand' },
    { ...base, kind: 'ratio', field: 'salePrice', of: 'yourPrice', minimumPercent: '70', maximumPercent: '99.5' },
    { ...base, kind: 'image-count', field: 'imageCount', minimum: 5, maximum: 9 },
    { ...base, kind: 'image-size', minimumWidth: 1600, minimumHeight: 1200 },
  ] as unknown as readonly OwnCheck[];

  test('knows every kind, its name and its limits', () => {
    expect(Object.keys(kindNames).toSorted()).toEqual([...ownKinds].toSorted());
    expect(checks.map(({ kind }) => kind).toSorted()).toEqual([...ownKinds].toSorted());
    for (const check of checks)
      for (const limit of limitNames[check.kind] ?? [])
        expect(readOwnCheck({ ...check, [limit]: true }), `${check.kind} has ${limit}`).not.toMatchObject({
          refusals: [{ reason: 'unknown-key' }],
        });
  });

  test.each(checks)('gives back the $kind it was opened with', (check) => {
    expect(readOwnCheck(check)).toEqual({ check });
    expect(checkOf(draftOf(check), new Set(['own/test']))).toEqual(check);
    for (const language of ['en', 'zh-CN'] as const)
      expect(summaryOf(check, fields, textsIn(language))).not.toMatch(/undefined|\{|NaN/);
  });

  test('whatever is typed becomes a check or is refused, and never throws', () => {
    const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '5', '１０', ' 7 %', '-1', '1.5', '1e9'));
    const anyDraft = fc.record({
      kind: fc.constantFrom(...ownKinds),
      title: text,
      minimum: text,
      maximum: text,
      words: text,
    });
    fc.assert(
      fc.property(anyDraft, (parts) => {
        const read = readOwnCheck(checkOf({ ...newDraft('amazon'), ...parts }, new Set()));
        expect('check' in read || read.refusals.length > 0).toBe(true);
      }),
    );
  });

  test('reads limits as they are typed in Chinese, too', () => {
    const draft = { ...newDraft('amazon'), title: '短标题', maximum: '６０ ' };
    expect(checkOf(draft, new Set())).toMatchObject({ id: 'own/check', maximum: 60 });
  });

  test('drops sites of a marketplace that is no longer chosen', () => {
    const draft = { ...draftOf(checks[0] as OwnCheck), marketplaces: ['amazon'] as const };
    expect(checkOf(draft, new Set())).toMatchObject({ marketplaces: ['amazon'], sites: ['US', 'SG'] });
    expect(checkOf({ ...draft, marketplaces: ['temu'] }, new Set())).toMatchObject({ sites: [] });
  });
});

describe('what holds in a scope', () => {
  const rule = { id: 'amazon/a', severity: 'error', optIn: false, thresholds: ['jumpPercent'] } as const;
  const nothing = { rules: {}, thresholds: {} };

  test.each([
    [{}, {}, { on: true, severity: null, inherited: 'error', isOwn: false }],
    [{ on: false }, {}, { on: false, severity: null, inherited: 'error', isOwn: false }],
    [{ on: false }, { on: true }, { on: true, severity: null, inherited: 'error', isOwn: true }],
    [{ severity: 'info' }, {}, { on: true, severity: null, inherited: 'info', isOwn: false }],
    [{ severity: 'info' }, { severity: 'warning' }, { on: true, severity: 'warning', inherited: 'info', isOwn: true }],
  ] as const)('all %j, store %j', (all, own, expected) => {
    const settings = {
      allStores: { ...nothing, rules: { 'amazon/a': all } },
      perStore: { s: { ...nothing, rules: { 'amazon/a': own } } },
    };
    expect(choiceIn(settings, 's', rule)).toEqual({ ...expected, isOwn: Object.keys(own).length > 0 });
    expect(choiceIn(settings, 'other', rule).isOwn).toBe(false);
  });

  test('a number is the store’s, then that of all stores, then the usual', () => {
    const settings = {
      allStores: { ...nothing, thresholds: { jumpPercent: '10' } },
      perStore: { s: { ...nothing, thresholds: { jumpPercent: '5' } } },
    };
    expect(thresholdIn(settings, 's', 'jumpPercent', '20')).toEqual({ chosen: '5', inherited: '10' });
    expect(thresholdIn(settings, 'other', 'jumpPercent', '20')).toEqual({ chosen: null, inherited: '10' });
    expect(thresholdIn(settings, null, 'jumpPercent', '20')).toEqual({ chosen: '10', inherited: '20' });
    const stores = ['s', 't'].map((key) => ({ key, marketplace: 'amazon' as const, site: 'US', name: key }));
    expect(differingStores({ ...settings, stores }, rule).map(({ key }) => key)).toEqual(['s']);
  });
});

test.each([
  ['', { view: 'overview', target: '' }],
  ['#/own', { view: 'own', target: '' }],
  ['#/rules', { view: 'rules', target: '' }],
  ['#/rules/amazon/title-length', { view: 'rules', target: 'amazon/title-length' }],
  ['#/listing/a%7CUS%7Cb/sku%3AA%2F1', { view: 'listing', target: 'a%7CUS%7Cb/sku%3AA%2F1' }],
  ['#/nothing', { view: 'overview', target: '' }],
  ['#rules', { view: 'overview', target: '' }],
])('the address %j shows %j', (hash, route) => expect(routeOf(hash)).toEqual(route));
