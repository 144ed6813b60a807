import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limit } from '../../../rules/engine/policy.ts';
import { retiredRules } from '../../../rules/engine/retired.ts';
import { allRules } from '../../../rules/index.ts';
import { MOST_FILE_BYTES } from '../../../rules/own/limits.ts';
import { type Refusal, refusalReasons } from '../../../rules/own/refusal.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { SharedSettings } from '../../../rules/own/settings.ts';
import {
  changesBy,
  type KnownRules,
  readSettingsFile,
  withFile,
  writeSettingsFile,
} from '../../../rules/own/settings-file.ts';
import { isAllowed, thresholds, usualValue } from '../../../rules/own/thresholds.ts';

const known: KnownRules = {
  ids: new Set(allRules.map(({ id }) => id)),
  retired: new Map([['amazon/title-rhymes', { since: '2026-06-01' }]]),
};

const check: OwnCheck = {
  id: 'own/short-title',
  title: 'Short title',
  marketplaces: ['amazon'],
  sites: ['US', 'DE'],
  severity: 'warning',
  kind: 'length',
  field: 'title',
  unit: 'characters',
  maximum: 60,
};
const words = {
  id: 'own/our-words',
  title: '禁用词',
  marketplaces: ['amazon', 'temu', 'tiktok'],
  sites: 'all',
  severity: 'error',
  note: '团队约定',
  kind: 'forbidden-words',
  fields: ['title', 'bullets'],
  words: ['best', '最好'],
  match: 'word',
} satisfies OwnCheck;
const ratio = {
  ...words,
  id: 'own/ratio',
  kind: 'ratio',
  field: 'salePrice',
  of: 'yourPrice',
  minimumPercent: '70',
} as const;
const settings: SharedSettings = {
  allStores: {
    rules: { 'amazon/title-style': { on: false }, 'amazon/title-length': { severity: 'warning' } },
    thresholds: { jumpPercent: '15', ratioMax: '8.5' },
  },
  ownChecks: [check, words],
};
const whole = JSON.parse(writeSettingsFile(settings));

type Json = Record<string, unknown>;

/** The file with one part replaced; `path` as in a refusal. */
function changed(path: string, value: unknown, original: Json = whole): Json {
  const file = structuredClone(original);
  const keys = path.split(/[.[\]]+/u).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((at, key) => at[key] as Json, file);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return file;
}

function refusalsOf(file: unknown, rules = known): readonly Refusal[] {
  const read = readSettingsFile(typeof file === 'string' ? file : JSON.stringify(file), rules);
  return 'refusals' in read ? read.refusals : [];
}

function readOf(text: string): SharedSettings {
  const read = readSettingsFile(text, known);
  if ('refusals' in read) throw new Error(JSON.stringify(read.refusals));
  return read.settings;
}

test('what was written is read as it was, also with a byte order mark', () => {
  expect(readOf(writeSettingsFile(settings))).toEqual(settings);
  expect(readOf(`\ufeff${writeSettingsFile(settings)}`)).toEqual(settings);
});

test('a file is the same whatever the order in which rules were touched', () => {
  const { 'amazon/title-style': style, 'amazon/title-length': length } = settings.allStores.rules;
  const rules = { 'amazon/title-length': length ?? {}, 'amazon/title-style': style ?? {} };
  const other = { ...settings, allStores: { ...settings.allStores, rules } };
  expect(writeSettingsFile(other)).toBe(writeSettingsFile(settings));
});

describe('a file is refused whole, with the place and the reason:', () => {
  test.each([
    ['an unknown key', 'colour', 'red', 'colour', 'unknown-key'],
    ['an unknown key deep inside', 'ownChecks[0].maxmum', 75, 'ownChecks[0].maxmum', 'unknown-key'],
    ['code', 'ownChecks[0].check', 'return true', 'ownChecks[0].check', 'unknown-key'],
    ['another file', 'preflight', 'backup', 'preflight', 'not-settings'],
    ['a later version', 'version', 2, 'version', 'newer-version'],
    ['an impossible version', 'version', '1', 'version', 'not-a-choice'],
    ['a part left out', 'allStores', undefined, 'allStores', 'missing'],
    ['a list that is none', 'ownChecks', {}, 'ownChecks', 'wrong-type'],
    ['a check that is none', 'ownChecks[1]', 'best', 'ownChecks[1]', 'wrong-type'],
    ['a kind that does not exist', 'ownChecks[0].kind', 'script', 'ownChecks[0].kind', 'not-a-choice'],
    ['no kind', 'ownChecks[0].kind', undefined, 'ownChecks[0].kind', 'missing'],
    ['a field that does not exist', 'ownChecks[0].field', 'colour', 'ownChecks[0].field', 'not-a-choice'],
    ['a number as text', 'ownChecks[0].maximum', '60', 'ownChecks[0].maximum', 'wrong-type'],
    ['half a character', 'ownChecks[0].maximum', 60.5, 'ownChecks[0].maximum', 'wrong-type'],
    ['a negative length', 'ownChecks[0].maximum', -1, 'ownChecks[0].maximum', 'too-small'],
    ['an absurd length', 'ownChecks[0].maximum', 1e9, 'ownChecks[0].maximum', 'too-big'],
    ['a lower limit above the upper', 'ownChecks[0].minimum', 61, 'ownChecks[0].minimum', 'minimum-above-maximum'],
    ['a length without limits', 'ownChecks[0].maximum', undefined, 'ownChecks[0].minimum', 'no-limit'],
    ['no title', 'ownChecks[0].title', ' ', 'ownChecks[0].title', 'too-short'],
    ['a long title', 'ownChecks[0].title', 'x'.repeat(81), 'ownChecks[0].title', 'too-long'],
    ['a long note', 'ownChecks[1].note', 'x'.repeat(201), 'ownChecks[1].note', 'too-long'],
    ['an id of ours', 'ownChecks[0].id', 'amazon/title-length', 'ownChecks[0].id', 'malformed'],
    ['the id of another check', 'ownChecks[1].id', 'own/short-title', 'ownChecks[1].id', 'duplicate-id'],
    [
      'a marketplace that does not exist',
      'ownChecks[0].marketplaces',
      ['shopify'],
      'ownChecks[0].marketplaces[0]',
      'not-a-choice',
    ],
    ['no marketplace', 'ownChecks[0].marketplaces', [], 'ownChecks[0].marketplaces', 'too-few'],
    ['a site of another marketplace', 'ownChecks[0].sites', ['US', 'global'], 'ownChecks[0].sites', 'unknown-site'],
    ['a severity that does not exist', 'ownChecks[0].severity', 'fatal', 'ownChecks[0].severity', 'not-a-choice'],
    ['no words', 'ownChecks[1].words', [], 'ownChecks[1].words', 'too-few'],
    ['an empty word', 'ownChecks[1].words', ['best', ''], 'ownChecks[1].words[1]', 'malformed'],
    ['a word of spaces', 'ownChecks[1].words', [' '], 'ownChecks[1].words[0]', 'malformed'],
    ['a whole word that is none', 'ownChecks[1].words', ['-'], 'ownChecks[1].words', 'no-letter'],
    ['a long word', 'ownChecks[1].words', ['x'.repeat(201)], 'ownChecks[1].words[0]', 'too-long'],
    ['too many words', 'ownChecks[1].words', Array(201).fill('x'), 'ownChecks[1].words', 'too-many'],
    [
      'a ratio of a field to itself',
      'ownChecks[1]',
      { ...strip(ratio), of: 'salePrice' },
      'ownChecks[1].of',
      'same-field',
    ],
    [
      'a ratio of a price to a count',
      'ownChecks[1]',
      { ...strip(ratio), of: 'quantity' },
      'ownChecks[1].of',
      'unlike-fields',
    ],
    [
      'a ratio to what follows from it',
      'ownChecks[1]',
      { ...strip(ratio), of: 'basePrice' },
      'ownChecks[1].of',
      'dependent-fields',
    ],
    [
      'a ratio that is no number',
      'ownChecks[1]',
      { ...strip(ratio), minimumPercent: '70%' },
      'ownChecks[1].minimumPercent',
      'not-a-number',
    ],
    [
      'a negative ratio',
      'ownChecks[1]',
      { ...strip(ratio), minimumPercent: '-1' },
      'ownChecks[1].minimumPercent',
      'not-a-number',
    ],
    [
      'an absurd ratio',
      'ownChecks[1]',
      { ...strip(ratio), minimumPercent: '100001' },
      'ownChecks[1].minimumPercent',
      'too-big',
    ],
    [
      'a negative threshold',
      'allStores.thresholds.jumpPercent',
      '-5',
      'allStores.thresholds.jumpPercent',
      'out-of-range',
    ],
    [
      'an absurd threshold',
      'allStores.thresholds.jumpPercent',
      '501',
      'allStores.thresholds.jumpPercent',
      'out-of-range',
    ],
    [
      'a threshold of the wrong type',
      'allStores.thresholds.jumpPercent',
      15,
      'allStores.thresholds.jumpPercent',
      'wrong-type',
    ],
    ['half a word', 'allStores.thresholds.minWords', '4.5', 'allStores.thresholds.minWords', 'out-of-range'],
    ['a threshold that does not exist', 'allStores.thresholds.mood', '5', 'allStores.thresholds.mood', 'unknown-key'],
    [
      'a smallest ratio above the largest',
      'allStores.thresholds.ratioMin',
      '9',
      'allStores.thresholds.ratioMin',
      'minimum-above-maximum',
    ],
    [
      'a smallest ratio above the usual largest',
      'allStores.thresholds',
      { ratioMin: '11' },
      'allStores.thresholds.ratioMin',
      'minimum-above-maximum',
    ],
    [
      'a rule setting of the wrong type',
      'allStores.rules',
      { 'amazon/title-length': { on: 'no' } },
      'allStores.rules["amazon/title-length"].on',
      'wrong-type',
    ],
    [
      'a rule that does not exist',
      'allStores.rules',
      { 'amazon/title-sings': { on: false } },
      'allStores.rules["amazon/title-sings"]',
      'unknown-rule',
    ],
    [
      'a rule that was retired',
      'allStores.rules',
      { 'amazon/title-rhymes': { on: false } },
      'allStores.rules["amazon/title-rhymes"]',
      'retired-rule',
    ],
    [
      'an own rule without its check',
      'allStores.rules',
      { 'any/own/gone': { on: false } },
      'allStores.rules["any/own/gone"]',
      'unknown-rule',
    ],
  ])('%s', (_what, path, value, place, reason) => {
    const refusals = refusalsOf(changed(path, value));
    expect(refusals.map((one) => [one.place, one.reason])).toContainEqual([place, reason]);
  });

  test('a name that JavaScript keeps for itself', () => {
    const file = JSON.stringify(whole).replace('"amazon/title-style"', '"__proto__"');
    expect(refusalsOf(file)).toMatchObject([{ place: 'allStores.rules.__proto__', reason: 'unknown-rule' }]);
  });

  test('a check’s id that cannot be made a text', () => {
    const [first, ...others] = whole.ownChecks;
    for (const id of [{ toString: false }, { toString: {} }, [{ toString: 1 }], null, { valueOf: 1, toString: 2 }])
      expect(refusalsOf({ ...whole, ownChecks: [{ ...first, id }, ...others] })).toContainEqual(
        expect.objectContaining({ place: 'ownChecks[0].id', reason: 'wrong-type' }),
      );
  });

  test('too many checks', () => {
    const ownChecks = Array.from({ length: 501 }, (_, index) => ({ ...check, id: `own/check-${index}` }));
    expect(refusalsOf({ ...whole, ownChecks })).toMatchObject([{ place: 'ownChecks', reason: 'too-many' }]);
    expect(refusalsOf({ ...whole, ownChecks: ownChecks.slice(0, 500) })).toEqual([]);
  });

  test.each([
    ['', 'not-json'],
    ['{"preflight": "settings"', 'not-json'],
    ['%PDF-1.7', 'not-json'],
    ['null', 'not-settings'],
    ['[]', 'not-settings'],
    ['"settings"', 'not-settings'],
    ['{}', 'not-settings'],
    ['['.repeat(400_000), 'not-json'],
  ])('what is no settings file: %.30s', (text, reason) => {
    expect(refusalsOf(text).map((one) => one.reason)).toEqual([reason]);
  });

  test('ten megabytes, by their size alone', () => {
    // Valid JSON of a valid file, but for its size: parsed, it would be taken.
    const large = `${JSON.stringify(whole)}${' '.repeat(10_000_000)}`;
    expect(refusalsOf(large)).toEqual([{ place: '', reason: 'too-large', values: { most: MOST_FILE_BYTES } }]);
    // Not JSON at all: the size is looked at first.
    expect(refusalsOf('{'.repeat(10_000_000)).map(({ reason }) => reason)).toEqual(['too-large']);
    // Few characters, but many bytes.
    expect(refusalsOf(JSON.stringify('杯'.repeat(400_000))).map(({ reason }) => reason)).toEqual(['too-large']);
  });

  test('everything that is wrong is told at once', () => {
    const file = changed('ownChecks[0].maximum', -1);
    expect(refusalsOf({ ...file, colour: 'red' }).map(({ place }) => place)).toEqual(
      expect.arrayContaining(['ownChecks[0].maximum', 'colour']),
    );
  });
});

/** A ratio check in the place of the words, without what only those have. */
function strip({ fields: _fields, words: _words, match: _match, ...check }: typeof ratio): object {
  return check;
}

describe('a file that is taken over', () => {
  const before: SharedSettings = {
    allStores: { rules: { 'amazon/bullet-count': { on: false } }, thresholds: { jumpPercent: '10', minWords: '4' } },
    ownChecks: [{ ...check, maximum: 70 }],
  };

  test('says how much it changes', () => {
    expect(changesBy(before, settings)).toEqual({
      checksAdded: 1,
      checksChanged: 1,
      rulesChanged: 2,
      thresholdsChanged: 2,
    });
    expect(changesBy(settings, settings)).toEqual({
      checksAdded: 0,
      checksChanged: 0,
      rulesChanged: 0,
      thresholdsChanged: 0,
    });
  });

  test('wins where it says something and leaves the rest', () => {
    expect(withFile(before, settings)).toEqual({
      allStores: {
        rules: { ...before.allStores.rules, ...settings.allStores.rules },
        thresholds: { jumpPercent: '15', minWords: '4', ratioMax: '8.5' },
      },
      ownChecks: settings.ownChecks,
    });
    expect(withFile(settings, before).ownChecks.map(({ id }) => id)).toEqual(['own/short-title', 'own/our-words']);
  });
});

describe('whatever is done to a file', () => {
  const more = [
    { ...strip(ratio), id: 'own/ratio', maximumPercent: '95.5' },
    { ...check, id: 'own/range', kind: 'range', field: 'yourPrice', unit: undefined, minimum: '9.99', maximum: '20' },
    { ...check, id: 'own/images', kind: 'image-count', field: 'imageCount', unit: undefined, minimum: 5, maximum: 9 },
  ];
  const everything = JSON.parse(JSON.stringify({ ...whole, ownChecks: [...whole.ownChecks, ...more] })) as Json;
  const anyMangled = fc.oneof(
    fc.json().map((text) => text),
    fc.tuple(fc.nat(2000), fc.nat(20), fc.string({ maxLength: 5 })).map(([at, length, text]) => {
      const file = JSON.stringify(everything);
      return file.slice(0, at % file.length) + text + file.slice((at % file.length) + length);
    }),
    fc
      .tuple(fc.constantFrom(...everyPath(everything)), fc.oneof(fc.jsonValue(), fc.constant(undefined)))
      .map(([path, value]) => JSON.stringify(changed(path, value, everything))),
  );

  test('it begins with a file that is taken', () => expect(refusalsOf(everything)).toEqual([]));

  test('it is taken whole or refused with reasons, and never throws', () => {
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(anyMangled, (text) => {
        const read = readSettingsFile(text, known);
        if ('refusals' in read) {
          refused += 1;
          expect(read.refusals.length).toBeGreaterThan(0);
          for (const { reason } of read.refusals) expect(refusalReasons).toContain(reason);
          return;
        }
        taken += 1;
        // What was taken is a file of ours again: nothing half understood is left in it.
        expect(readOf(writeSettingsFile(read.settings))).toEqual(read.settings);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(1000);
  });
});

function everyPath(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key.includes('/')) return [];
    const own = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return [own, ...everyPath(inner, own)];
  });
}

describe.each(thresholds)('the threshold $fact', (threshold) => {
  test('is used by its rules, which exist', () => {
    for (const id of threshold.rules) {
      const rule = allRules.find((one) => one.id === id);
      expect([...(rule?.needs ?? []), ...(rule?.uses ?? [])], id).toContain(threshold.fact);
    }
  });

  test('has the usual value its rules have today, within its limits', () => {
    const usual = usualValue(threshold);
    if (usual === null) return;
    const rule = allRules.find(({ id }) => id === threshold.rules[0]);
    const values = rule && limit(rule.policy, '2026-11-20', rule.examples.ok[0]?.site ?? '')?.values;
    expect(String((values as Record<string, unknown>)[threshold.fact])).toBe(usual);
    expect(isAllowed(threshold, usual)).toBe(true);
  });

  test('allows its limits and nothing beyond', () => {
    const { minimum, maximum } = threshold;
    expect([minimum, maximum].map((value) => isAllowed(threshold, value))).toEqual([true, true]);
    expect(isAllowed(threshold, String(Number(maximum) + 1))).toBe(false);
    expect(isAllowed(threshold, '-1')).toBe(false);
    expect(isAllowed(threshold, 'many')).toBe(false);
  });
});

test('a retired rule is never one that exists', () => {
  for (const id of retiredRules.keys()) expect(known.ids.has(id), id).toBe(false);
});
