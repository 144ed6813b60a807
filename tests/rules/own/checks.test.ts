import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluator } from '../../../rules/engine/engine.ts';
import { type FactName, type Facts, factKinds, type WireFacts } from '../../../rules/engine/facts.ts';
import type { Outcome } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { codePoints } from '../../../rules/measures/text.ts';
import { imageCountFields, marksOf, numberFields, ownFields, textFields, topicOf } from '../../../rules/own/fields.ts';
import { freeOwnId } from '../../../rules/own/id.ts';
import { utf8Bytes } from '../../../rules/own/length.ts';
import { isOwnRule, ownRules } from '../../../rules/own/rules.ts';
import { type OwnCheck, ownKinds, readOwnCheck } from '../../../rules/own/schema.ts';
import { anyFacts } from '../engine/any-facts.ts';

const everywhere = { marketplaces: ['amazon', 'temu', 'tiktok'], sites: 'all', severity: 'warning' } as const;

/** A check with what all have in common filled in; a bug of the test when it is refused. */
function checkOf(parts: object): OwnCheck {
  const read = readOwnCheck({ id: 'own/test', title: 'Our rule', ...everywhere, ...parts });
  if ('refusals' in read) throw new Error(JSON.stringify(read.refusals));
  return read.check;
}

function verdicts(check: OwnCheck, facts: Facts, { marketplace = 'amazon', site = 'US' } = {}) {
  const judge = evaluator(ownRules([check]), { marketplace: marketplace as 'amazon', site, day: '2026-11-20' });
  return judge({ facts });
}

function outcome(parts: object, wire: WireFacts, where = {}): Outcome | undefined {
  const { facts, rejected } = parseFacts(wire);
  expect(rejected).toEqual([]);
  return verdicts(checkOf(parts), facts, where)[0]?.outcome;
}

/** `violation` with its fix in exact text, otherwise the kind of outcome. */
function result(parts: object, wire: WireFacts, where = {}): unknown {
  const found = outcome(parts, wire, where);
  if (found?.kind !== 'violation') return found?.kind;
  return Object.fromEntries(
    Object.entries(found.fix).map(([name, value]) => [name, value instanceof Big ? value.toFixed() : value]),
  );
}

describe('length', () => {
  const title = { kind: 'length', field: 'title', unit: 'characters', minimum: 5, maximum: 10 };

  test.each([
    ['x'.repeat(4), { minimum: 5, addCharacters: 1 }],
    ['x'.repeat(5), 'ok'],
    ['x'.repeat(10), 'ok'],
    ['x'.repeat(11), { limit: 10, removeCharacters: 1, shortened: 'x'.repeat(10) }],
    ['😀'.repeat(10), 'ok'],
    ['杯'.repeat(11), { limit: 10, removeCharacters: 1, shortened: '杯'.repeat(10) }],
    ['', 'not-applicable'],
    ['   ', 'not-applicable'],
    [null, 'not-applicable'],
  ])('of %j', (text, expected) => expect(result(title, { title: text })).toEqual(expected));

  test.each([
    ['abc', 'ok'],
    ['abcd', { limit: 3, removeBytes: 1, shortened: 'abc' }],
    ['杯', 'ok'],
    ['杯a', { limit: 3, removeBytes: 1, shortened: '杯' }],
    // One visible character that does not fit cannot be shortened to something that says anything.
    ['😀', { limit: 3, removeBytes: 1 }],
  ])('of %j in bytes', (text, expected) =>
    expect(result({ kind: 'length', field: 'searchTerms', unit: 'bytes', maximum: 3 }, { searchTerms: text })).toEqual(
      expected,
    ),
  );

  test('of a list is judged item by item, and the item is named', () => {
    const check = checkOf({ kind: 'length', field: 'bullets', unit: 'characters', maximum: 3 });
    const found = verdicts(check, { bullets: ['abc', 'abcd', '', 'abcde'] });
    expect(found.filter(({ outcome }) => outcome.kind === 'violation').map(({ of, item }) => [of, item])).toEqual([
      ['bullets', 1],
      ['bullets', 3],
    ]);
  });

  test('of a field that is not known names the field', () => {
    expect(outcome(title, {})).toEqual({ kind: 'unknown', missing: ['title'] });
  });
});

describe('range', () => {
  const price = { kind: 'range', field: 'yourPrice', minimum: '9.99', maximum: '20' };

  test.each([
    ['9.98', { yourPrice: '9.99' }],
    ['9.99', 'ok'],
    ['20.00', 'ok'],
    ['20.01', { yourPrice: '20' }],
    [null, 'not-applicable'],
  ])('of %s', (value, expected) => expect(result(price, { yourPrice: value })).toEqual(expected));

  test('of a price in another currency is not judged', () => {
    const euros = { ...price, currency: 'EUR' };
    expect(result(euros, { yourPrice: '50' })).toBe('not-applicable');
    expect(result(euros, { yourPrice: '50' }, { site: 'DE' })).toEqual({ yourPrice: '20' });
  });

  test('suggests what can be entered: yen have no cents', () => {
    const fine = { kind: 'range', field: 'yourPrice', minimum: '10.2', maximum: '20.9' };
    expect(result(fine, { yourPrice: '30' }, { site: 'JP' })).toEqual({ yourPrice: '20' });
    expect(result(fine, { yourPrice: '5' }, { site: 'JP' })).toEqual({ yourPrice: '11' });
    const narrow = { kind: 'range', field: 'yourPrice', minimum: '10.2', maximum: '10.4' };
    expect(result(narrow, { yourPrice: '30' }, { site: 'JP' })).toEqual({});
    expect(outcome(narrow, { yourPrice: '30' }, { site: 'JP' })).toMatchObject({ message: 'unreachable' });
  });

  test('of a count stays a whole number', () => {
    const stock = { kind: 'range', field: 'quantity', minimum: '2.5' };
    expect(result(stock, { quantity: 2 })).toEqual({ quantity: 3 });
    expect(result(stock, { quantity: 3 })).toBe('ok');
  });
});

describe('forbidden words', () => {
  const forbidden = (words: string[], match = 'word', fields: string[] = ['title', 'bullets']) => ({
    kind: 'forbidden-words',
    fields,
    words,
    match,
  });

  test.each([
    [['best'], 'word', 'The BEST mug', { words: ['best'] }],
    [['best'], 'word', 'The bestial mug', 'ok'],
    [['best'], 'literal', 'The bestial mug', { words: ['best'] }],
    [['最好'], 'word', '这是最好的杯子', { words: ['最好'] }],
    [['a.c'], 'literal', 'abc', 'ok'],
    [['a.c'], 'literal', 'A.C', { words: ['a.c'] }],
    [['™'], 'literal', 'Mug™', { words: ['™'] }],
    [['best', 'best seller'], 'word', 'Best-seller mug', { words: ['best seller'] }],
    [['one', 'two'], 'word', 'two one two', { words: ['two', 'one'] }],
  ])('%j as %s in %j', (words, match, text, expected) =>
    expect(result(forbidden(words, match), { title: text })).toEqual(expected),
  );

  test('are looked for in every field, and each is marked', () => {
    const found = verdicts(checkOf(forbidden(['best'])), { title: 'Best', bullets: ['fine', 'the best'] });
    expect(found.filter(({ outcome }) => outcome.kind === 'violation').map(({ of, item }) => [of, item])).toEqual([
      ['title', undefined],
      ['bullets', 1],
    ]);
  });
});

describe('required words', () => {
  const required = { kind: 'required-words', fields: ['title', 'description'], words: ['BPA', 'mug'], match: 'word' };

  test.each([
    [{ title: 'Mug', description: 'BPA free' }, 'ok'],
    [{ title: 'Mug, BPA free' }, 'ok'],
    [{ title: 'Mug', description: null }, { words: ['BPA'] }],
    [{ title: 'Mugs', description: '' }, { words: ['BPA', 'mug'] }],
    [{ title: 'Mug' }, 'unknown'],
    [{}, 'unknown'],
  ])('in %j', (facts, expected) => expect(result(required, facts as WireFacts)).toEqual(expected));
});

describe('a required field', () => {
  test.each([
    ['brand', 'Harbor', 'ok'],
    ['brand', '', {}],
    ['brand', '  ', {}],
    ['brand', null, {}],
    ['brand', undefined, 'unknown'],
    ['bullets', ['', ' '], {}],
    ['bullets', [], {}],
    ['bullets', ['', 'x'], 'ok'],
    ['yourPrice', '0', 'ok'],
    ['quantity', 0, 'ok'],
    ['saleEnd', null, {}],
  ])('%s that is %j', (field, value, expected) =>
    expect(
      result({ kind: 'required-field', field }, value === undefined ? {} : ({ [field]: value } as WireFacts)),
    ).toEqual(expected),
  );
});

describe('the ratio of two fields', () => {
  const ratio = { kind: 'ratio', field: 'salePrice', of: 'yourPrice', minimumPercent: '70', maximumPercent: '95' };

  test.each([
    ['69.99', '100', { salePrice: '70' }],
    ['70.00', '100', 'ok'],
    ['95.00', '100', 'ok'],
    ['95.01', '100', { salePrice: '95' }],
    // 70 % of 9.99 is 6.993: the lowest price that can be entered is 7.00.
    ['6.99', '9.99', { salePrice: '7' }],
    ['7.00', '9.99', 'ok'],
    ['5', '0', 'not-applicable'],
    ['5', null, 'not-applicable'],
  ])('%s of %s', (salePrice, yourPrice, expected) => expect(result(ratio, { salePrice, yourPrice })).toEqual(expected));

  test('says the share rounded away from the limit', () => {
    expect(outcome(ratio, { salePrice: '69999.99', yourPrice: '100000' })).toMatchObject({
      values: { percent: new Big('69.99') },
    });
    expect(outcome(ratio, { salePrice: '95000.01', yourPrice: '100000' })).toMatchObject({
      values: { percent: new Big('95.01') },
    });
  });
});

describe('images', () => {
  const count = { kind: 'image-count', field: 'imageCount', minimum: 5, maximum: 9 };
  test.each([
    [4, { minimum: 5, add: 1 }],
    [5, 'ok'],
    [9, 'ok'],
    [10, { limit: 9, remove: 1 }],
  ])('%i of them', (imageCount, expected) => expect(result(count, { imageCount })).toEqual(expected));

  const size = { kind: 'image-size', minimumWidth: 1600, minimumHeight: 1200 };
  test.each([
    [1600, 1200, 'ok'],
    [1599, 1200, { minWidth: 1600 }],
    [1600, 1199, { minHeight: 1200 }],
    [1, 1, { minWidth: 1600, minHeight: 1200 }],
  ])('of %i × %i px', (imageWidth, imageHeight, expected) =>
    expect(result(size, { imageWidth, imageHeight })).toEqual(expected),
  );

  test('are judged by the side that has a limit, without the other', () => {
    expect(result({ kind: 'image-size', minimumHeight: 1200 }, { imageHeight: 1199 })).toEqual({ minHeight: 1200 });
  });
});

describe('a check', () => {
  const check = { kind: 'required-field', field: 'brand', marketplaces: ['amazon', 'tiktok'], sites: ['US', 'SG'] };

  test.each([
    ['amazon', 'US', {}],
    ['amazon', 'DE', 'not-applicable'],
    ['tiktok', 'SG', {}],
    ['temu', 'us', 'not-applicable'],
  ])('for some stores at %s %s', (marketplace, site, expected) =>
    expect(result(check, { brand: '' }, { marketplace, site })).toEqual(expected),
  );

  test('has the seller’s severity and marks its field', () => {
    const [rule] = ownRules([checkOf({ ...check, severity: 'error' })]);
    expect(rule).toMatchObject({ id: 'any/own/test', severity: 'error', topic: 'content', marks: ['brand'] });
    expect(isOwnRule(rule?.id ?? '')).toBe(true);
    expect(isOwnRule('amazon/title-length')).toBe(false);
  });
});

test('every field is a fact, in at most one sort, and its marks are facts', () => {
  for (const field of ownFields) {
    expect(factKinds).toHaveProperty([field]);
    for (const mark of marksOf(field)) expect(factKinds).toHaveProperty([mark]);
    expect(topicOf(field)).toBeTruthy();
  }
  const sorted = [...textFields, ...numberFields, ...imageCountFields];
  expect(new Set(sorted).size).toBe(sorted.length);
});

test.each([
  ['Short title', [], 'own/short-title'],
  ['Écran – 4 K!', [], 'own/ecran-4-k'],
  ['标题不要太长', [], 'own/check'],
  ['标题', ['own/check', 'own/check-2'], 'own/check-3'],
  ['Short title', ['own/short-title'], 'own/short-title-2'],
  [`${'x'.repeat(39)} y z`, [], `own/${'x'.repeat(39)}`],
])('the id of a check called %j beside %j is %s', (title, taken, id) => {
  expect(freeOwnId(title, new Set(taken))).toBe(id);
  expect('check' in readOwnCheck({ ...checkOf({ kind: 'required-field', field: 'brand' }), id })).toBe(true);
});

// Any check that may be written.
const decimal = fc.integer({ min: 0, max: 5_000_000 }).map((cents) => new Big(cents).div(100).toFixed());
const word = fc
  .oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('best', '最好', '.*'),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const words = fc.record({
  fields: fc.uniqueArray(fc.constantFrom(...textFields), { minLength: 1, maxLength: 3 }),
  words: fc.array(word, { minLength: 1, maxLength: 4 }),
  match: fc.constantFrom('word', 'literal'),
});
const bounds = (value: fc.Arbitrary<unknown>) => fc.record({ minimum: value, maximum: value }, { requiredKeys: [] });
const parts: Record<OwnCheck['kind'], fc.Arbitrary<object>> = {
  length: fc
    .tuple(
      fc.record({ field: fc.constantFrom(...textFields), unit: fc.constantFrom('characters', 'bytes') }),
      bounds(fc.integer({ min: 1, max: 60 })),
    )
    .map(([a, b]) => ({ ...a, ...b })),
  range: fc.tuple(fc.constantFrom(...numberFields), bounds(decimal)).map(([field, b]) => ({ field, ...b })),
  'forbidden-words': words,
  'required-words': words,
  'required-field': fc.record({ field: fc.constantFrom(...ownFields) }),
  ratio: fc
    .record(
      {
        field: fc.constantFrom(...numberFields),
        of: fc.constantFrom(...numberFields),
        minimumPercent: decimal,
        maximumPercent: decimal,
      },
      { requiredKeys: ['field', 'of'] },
    )
    .map((ratio) => ratio),
  'image-count': fc
    .tuple(fc.constantFrom(...imageCountFields), bounds(fc.integer({ min: 0, max: 20 })))
    .map(([field, b]) => ({ field, ...b })),
  'image-size': fc.record(
    { minimumWidth: fc.integer({ min: 1, max: 3000 }), minimumHeight: fc.integer({ min: 1, max: 3000 }) },
    { requiredKeys: [] },
  ),
};

function anyCheck(kind: OwnCheck['kind']): fc.Arbitrary<OwnCheck> {
  return parts[kind]
    .map((given) => readOwnCheck({ id: 'own/test', title: 'Our rule', ...everywhere, kind, ...given }))
    .filter((read) => 'check' in read)
    .map((read) => ('check' in read ? read.check : checkOf({})));
}

/** The facts a check looks at. */
function factsOf(check: OwnCheck): readonly FactName[] {
  if (check.kind === 'image-size') return ['imageWidth', 'imageHeight'];
  if ('fields' in check) return check.fields;
  return check.kind === 'ratio' ? [check.field, check.of] : [check.field];
}

describe.each(ownKinds)('whatever a check of the kind %s', (kind) => {
  const anyCase = anyCheck(kind).chain((check) => fc.tuple(fc.constant(check), anyFacts(factsOf(check))));

  test('it never throws, changes nothing and ends in one of the four outcomes', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('US', 'JP'), ([check, wire], site) => {
        const { facts } = parseFacts(wire);
        const before = JSON.stringify(facts);
        for (const { outcome } of verdicts(check, facts, { site }))
          expect(['ok', 'violation', 'unknown', 'not-applicable']).toContain(outcome.kind);
        expect(JSON.stringify(facts)).toBe(before);
      }),
    );
  });
});

describe('a fix is the smallest that passes', () => {
  test.each(['range', 'ratio'] as const)('of a %s', (kind) => {
    const anyCase = anyCheck(kind).chain((check) => fc.tuple(fc.constant(check), anyFacts(factsOf(check))));
    let fixed = 0;
    fc.assert(
      fc.property(anyCase, fc.constantFrom('US', 'JP'), ([check, wire], site) => {
        const { facts } = parseFacts(wire);
        const [verdict] = verdicts(check, facts, { site });
        const field = factsOf(check)[0] as FactName;
        if (verdict?.outcome.kind !== 'violation') return;
        const fix = verdict.outcome.fix[field];
        if (fix === undefined || fix === null) return;
        fixed += 1;
        const judged = (value: unknown) =>
          verdicts(check, { ...facts, [field]: value } as Facts, { site })[0]?.outcome.kind;
        expect(judged(fix)).toBe('ok');
        const given = new Big(verdict.outcome.values[field] as Big);
        const kindOfField = factKinds[field];
        const step = kindOfField === 'count' || (kindOfField === 'money' && site === 'JP') ? 1 : '0.01';
        const back = given.gt(fix as Big) ? new Big(fix as Big).plus(step) : new Big(fix as Big).minus(step);
        expect(judged(kindOfField === 'count' ? back.toNumber() : back)).toBe('violation');
      }),
      { numRuns: 1000 },
    );
    expect(fixed).toBeGreaterThan(50);
  });

  test('of a length', () => {
    let fixed = 0;
    const anyCase = fc.tuple(anyCheck('length'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }));
    fc.assert(
      fc.property(anyCase, ([check, text]) => {
        if (check.kind !== 'length') return;
        const isList = factKinds[check.field] === 'texts';
        const judge = (value: string) => verdicts(check, { [check.field]: isList ? [value] : value })[0]?.outcome;
        const found = judge(text);
        if (found?.kind !== 'violation') return;
        fixed += 1;
        const { shortened, limit, removeCharacters, removeBytes, addCharacters } = found.fix;
        const measure = check.unit === 'bytes' ? utf8Bytes : codePoints;
        if (limit === undefined) {
          if (check.unit === 'characters') expect(measure(text) + Number(addCharacters)).toBe(check.minimum);
          return;
        }
        expect(measure(text) - Number(removeCharacters ?? removeBytes)).toBe(check.maximum);
        const fits = String(shortened ?? '');
        expect(text.startsWith(fits)).toBe(true);
        expect(measure(fits)).toBeLessThanOrEqual(Number(limit));
      }),
      { numRuns: 1000 },
    );
    expect(fixed).toBeGreaterThan(50);
  });
});
