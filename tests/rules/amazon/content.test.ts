import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentRules } from '../../../rules/amazon/content/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import { fix, judge, kind, type Place, severity, TODAY } from './judge-content.ts';

describe('bullets', () => {
  test('length: below 10 a warning, above 255 a tip, above 500 an error; before August 2024 only 500', () => {
    const at = (bulletLength: number, place?: Place) => severity('bullet-length', { bulletLength }, place);
    expect([9, 10, 255, 256, 500, 501].map((length) => at(length))).toEqual([
      undefined,
      null,
      null,
      'info',
      'info',
      'error',
    ]);
    expect([9, 500, 501].map((length) => at(length, { day: '2024-08-14' }))).toEqual([null, null, 'error']);
    expect(at(256, { day: '2024-08-15' })).toBe('info');
  });

  test('a bullet passes with the advised characters added or cut, and not with one less', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 256, max: 6000 })), (bulletLength) => {
        const advised = fix('bullet-length', { bulletLength }) as Record<string, number>;
        const change = (advised.addCharacters ?? 0) - (advised.removeCharacters ?? 0);
        const step = Math.sign(change);
        expect(kind('bullet-length', { bulletLength: bulletLength + change })).toBe('ok');
        expect(kind('bullet-length', { bulletLength: bulletLength + change - step })).toBe('violation');
      }),
    );
  });

  test('count and total', () => {
    const count = (bulletCount: number) => kind('bullet-count', { bulletCount });
    expect([2, 3, 5, 6].map(count)).toEqual(['violation', 'ok', 'ok', 'violation']);
    expect(kind('bullet-count', { bulletCount: 6 }, { day: '2024-08-14' })).toBe('not-applicable');
    expect(kind('bullet-count', { bulletCount: 6, isVendor: true })).toBe('not-applicable');
    const total = (bulletTotalLength: number) => kind('bullet-total-length', { bulletTotalLength });
    expect([998, 999, 1000].map(total)).toEqual(['ok', 'ok', 'violation']);
  });

  test('every filled bullet is judged on its own', () => {
    const rules = contentRules.filter(({ id }) => id === 'amazon/bullet-banned-character');
    const bullets = ['Soft cotton', '  ', '❤Soft', 'Warm™'];
    const verdicts = evaluator(rules, { marketplace: 'amazon', site: 'US', day: TODAY })({ facts: { bullets } });
    expect(verdicts.map(({ item, outcome }) => [item, outcome.kind])).toEqual([
      [0, 'ok'],
      [2, 'violation'],
      [3, 'violation'],
    ]);
  });

  const characters = (bullet: string) => fix('bullet-banned-character', { bullet })?.characters;

  test('each of the fourteen characters', () => {
    for (const character of '™®€…†‡°¢£¥©±~â') expect(characters(`A ${character} B`)).toEqual([character]);
    expect(severity('bullet-banned-character', { bullet: 'A â B' })).toBe('error');
    expect(severity('bullet-banned-character', { bullet: 'Un gâteau' })).toBe('warning');
    expect(severity('bullet-banned-character', { bullet: 'Un gâteau ™' })).toBe('error');
  });

  test.each([
    ['👍🏽 Soft', ['👍🏽']],
    ['🇩🇪🇫🇷 Made', ['🇩🇪', '🇫🇷']],
    ['1️⃣ First', ['1️⃣']],
    ['👨‍👩‍👧‍👦 Fun ❤️ and ❤', ['👨‍👩‍👧‍👦', '❤']],
    ['✔ Soft', ['✔']],
    ['#1 of 10*2 【Soft】 100% – “warm” • ½', undefined],
    ['שָׁלוֹם مرحبا 犬用ベッド', undefined],
  ])('emoji in "%s"', (bullet, expected) => {
    expect(characters(bullet)).toEqual(expected);
  });

  const phrases = (bullet: string) => fix('bullet-banned-phrase', { bullet })?.phrases;

  test.each([
    ['Material: NA', ['NA']],
    ['素材NAです', ['NA']],
    ['Material: N/A, size: n/a', ['N/A', 'n/a']],
    ['Na, NASA, DNA, BANANA, na', undefined],
    ['ECO FRIENDLY, ecofriendly, Eco–Friendly', ['eco-friendly']],
    ['Made from bamboos', undefined],
    ['Made  from bamboo; Full Refund if not satisfied', ['made from bamboo', 'full refund', 'if not satisfied']],
    ['Please leave us a review', ['leave us a review']],
    ['Works with B0EXAMPLE1', ['B0EXAMPLE1']],
    ['Works with B0EXAMPLE12 and XB0EXAMPLE1', undefined],
    ['See harborline.com for more', ['harborline.com']],
    ['Soft cotton.It is warm. Fits all.Coming soon', undefined],
    ['Mail me@harborline.example', ['me@harborline.example']],
    ['Call +49 30 1234567', ['+49 30 1234567']],
    ['Call (555) 123-4567', ['(555) 123-4567']],
    ['Tel: 400 123 4567', ['400 123 4567']],
    ['100-240 V, 50-60 Hz, 12-345-6789, 4006381333931, +5 °C', undefined],
    ['200x300x4000 mm; 1920-1080', undefined],
  ])('phrases in "%s"', (bullet, expected) => {
    expect(phrases(bullet)).toEqual(expected);
  });

  test('phrases are forbidden from 2024-08-15', () => {
    expect(kind('bullet-banned-phrase', { bullet: 'TBD' }, { day: '2024-08-14' })).toBe('not-applicable');
    expect(kind('bullet-banned-phrase', { bullet: 'TBD' }, { day: '2024-08-15' })).toBe('violation');
  });

  test.each([
    ['Soft', 'ok'],
    ['soft', 'problem'],
    ['“soft” cotton', 'problem'],
    ['éclair', 'problem'],
    ['eBay size', 'ok'],
    ['3 pieces', 'ok'],
    ['柔らかい', 'ok'],
    ['柔らかい。', 'ok'],
    ['Soft!  ', 'ok'],
    ['Soft (new)', 'ok'],
    ['Holds 350ml', 'unit'],
    ['Holds 1.5KG now', 'unit'],
    ['4K and 5G on USB3', 'ok'],
    ['Model A350ml', 'ok'],
  ])('style of "%s"', (bullet, expected) => {
    const outcome = judge('bullet-style', { bullet });
    expect(outcome.kind === 'violation' ? (outcome.message ?? 'problem') : outcome.kind).toBe(expected);
  });

  test.each([
    ['Soft', 'ok'],
    ['柔らかい。', 'violation'],
    ['Soft!  ', 'violation'],
    ['Soft (new)', 'ok'],
    ['', 'ok'],
  ])('ending of "%s"', (bullet, expected) => {
    expect(judge('bullet-ending', { bullet }).kind).toBe(expected);
  });
});

test('description: 2,000 characters, no tags', () => {
  const at = (descriptionLength: number) => kind('description-length', { descriptionLength });
  expect([1999, 2000, 2001].map(at)).toEqual(['ok', 'ok', 'violation']);
  const tags = (description: string) => fix('description-markup', { description })?.phrases;
  expect(tags('a < b, c > d, <3, <10 lb')).toBeUndefined();
  expect(tags('<BR/><br /><a href="x">y</a><!-- z -->')).toEqual(['<br>', '<a>', '</a>', '<!-->']);
});

describe('search terms', () => {
  test.each([
    ['US', 249],
    ['DE', 249],
    ['JP', 500],
    ['IN', 200],
  ])('%s: %i bytes fit, one more does not', (site, limit) => {
    expect(kind('search-terms-bytes', { searchTerms: 'a'.repeat(limit) }, { site })).toBe('ok');
    expect(fix('search-terms-bytes', { searchTerms: 'a'.repeat(limit + 1) }, { site })).toEqual({
      limit,
      removeBytes: 1,
    });
    expect(severity('search-terms-bytes', { searchTerms: `${'a'.repeat(limit)} ` }, { site })).toBe('info');
  });

  test('bytes are those of UTF-8, whatever the text', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 60, maxLength: 300 }), (searchTerms) => {
        const outcome = judge('search-terms-bytes', { searchTerms });
        const counted = encoder.encode(searchTerms.replace(/[\s\p{P}]/gu, '')).length;
        const raw = encoder.encode(searchTerms).length;
        if (counted > 249) expect(outcome).toMatchObject({ severity: 'error', values: { bytes: counted } });
        else if (raw > 249) expect(outcome).toMatchObject({ severity: 'info', values: { bytes: raw } });
        else expect(outcome.kind).toBe('ok');
      }),
    );
  });

  const words = (searchTerms: string, brand: string | null = null) =>
    fix('search-terms-prohibited', { searchTerms, brand })?.words;

  test('whole words, in reading order, the longer of two', () => {
    expect(words('renewed newest NEW brand-new best best cheap')).toEqual(['new', 'brand new', 'best', 'cheap']);
    expect(words('limitedtime gooddeal')).toEqual(['limited time', 'good deal']);
    expect(words('犬用BEST', null)).toEqual(['best']);
  });

  test('the own brand, as a whole word', () => {
    expect(words('board acme (r) co. acmes', 'Acme (R) Co.')).toEqual(['Acme (R) Co.']);
    expect(words('pacme acmes', 'Acme')).toBeUndefined();
    expect(words('竹砧板海港牌', '海港')).toEqual(['海港']);
  });

  test('without the brand, clean terms are not cleared', () => {
    expect(judge('search-terms-prohibited', { searchTerms: 'bamboo board' })).toEqual({
      kind: 'unknown',
      missing: ['brand'],
    });
    expect(kind('search-terms-prohibited', { searchTerms: 'best board' })).toBe('violation');
    expect(kind('search-terms-prohibited', { searchTerms: 'best' }, { site: 'CA' })).toBe('not-applicable');
  });
});

describe('product identifier', () => {
  const digits = fc
    .constantFrom(7, 11, 12, 13)
    .chain((length) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join('')),
    );

  test('exactly one last digit is right, and it is the advised one', () => {
    fc.assert(
      fc.property(digits, (start) => {
        const all = [...'0123456789'].map((digit) => start + digit);
        const right = all.filter((gtin) => kind('gtin-format', { gtin }) === 'ok');
        expect(right).toHaveLength(1);
        for (const gtin of all)
          if (gtin !== right[0])
            expect(fix('gtin-format', { gtin })).toEqual({ checkDigit: right[0]?.at(-1), corrected: right[0] });
      }),
    );
  });

  test('one mistyped digit anywhere is noticed', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const gtin = [...'4006381333931'];
        gtin[place] = String((Number(gtin[place]) + by) % 10);
        expect(kind('gtin-format', { gtin: gtin.join('') })).toBe('violation');
      }),
    );
  });

  test('lengths, spaces, other identifiers', () => {
    for (const length of [1, 7, 9, 10, 11, 15, 5000])
      expect(kind('gtin-format', { gtin: '1'.repeat(length) })).toBe('violation');
    expect(kind('gtin-format', { gtin: ' 4006381333931\n' })).toBe('ok');
    expect(fix('gtin-format', { gtin: '4006381 333931' })).toEqual({ corrected: '4006381333931' });
    expect(fix('gtin-format', { gtin: '36000291452' })).toEqual({ corrected: '036000291452' });
    expect(kind('gtin-format', { gtin: 'B0EXAMPLE1', gtinType: 'ASIN' })).toBe('not-applicable');
    expect(kind('gtin-format', { gtin: 'B0EXAMPLE1', gtinType: 'EAN' })).toBe('violation');
    expect(kind('gtin-format', { gtin: '４００６３８１３３３９３１' })).toBe('violation');
  });
});
