import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../rules/engine/facts.ts';
import { codePoints } from '../../../rules/measures/text.ts';
import { fix, judge, kind, type Place } from './judge-content.ts';

describe('title length', () => {
  test.each([
    ['US', '2026-07-26', 200],
    ['US', '2026-07-27', 75],
    ['DE', '2026-07-27', 75],
    ['SA', '2026-07-27', 200],
    ['EG', '2026-07-27', 200],
    ['TR', '2026-07-27', 200],
    ['AE', '2026-07-27', 200],
    ['JP', '2019-07-22', 200],
  ])('%s on %s: %i passes, one more does not', (site, day, limit) => {
    expect(kind('title-length', { title: 'a'.repeat(limit), isMedia: false }, { site, day })).toBe('ok');
    const one = fix('title-length', { title: 'a'.repeat(limit + 1), isMedia: false }, { site, day });
    expect(one).toEqual({ limit, removeCharacters: 1, shortened: 'a'.repeat(limit) });
  });

  test('whether it is media decides only between the two limits', () => {
    expect(kind('title-length', { titleLength: 75 })).toBe('ok');
    expect(judge('title-length', { titleLength: 76 })).toEqual({ kind: 'unknown', missing: ['isMedia'] });
    expect(kind('title-length', { titleLength: 200 })).toBe('unknown');
    expect(kind('title-length', { titleLength: 201 })).toBe('violation');
    expect(fix('title-length', { titleLength: 201, isMedia: true })).toEqual({ limit: 200, removeCharacters: 1 });
    // Where both limits are one, media or not makes no difference.
    expect(kind('title-length', { titleLength: 200 }, { site: 'AE' })).toBe('ok');
  });

  test('a missing title is named, an empty one is nothing to check', () => {
    expect(judge('title-length', {})).toEqual({ kind: 'unknown', missing: ['title'] });
    expect(kind('title-length', { title: null })).toBe('not-applicable');
    expect(kind('title-length', { title: '' })).toBe('not-applicable');
  });

  test('no visible character is cut in half', () => {
    const family = '👨‍👩‍👧'; // five code points
    expect(fix('title-length', { title: 'a'.repeat(73) + family, isMedia: false })).toMatchObject({
      removeCharacters: 3,
      shortened: 'a'.repeat(73),
    });
    expect(fix('title-length', { title: `${'😀'.repeat(75)}!`, isMedia: false })).toMatchObject({
      shortened: '😀'.repeat(75),
    });
    expect(fix('title-length', { title: `${'a'.repeat(74)}e\u0301`, isMedia: false })).toMatchObject({
      shortened: 'a'.repeat(74),
    });
  });

  test.each([
    [
      'a word',
      'Harborline Keramikbecher 350 ml, spülmaschinenfest, mit Deckel und Untersetzer',
      'Harborline Keramikbecher 350 ml, spülmaschinenfest, mit Deckel und',
    ],
    ['no comma', `${'Mug '.repeat(17)}lid, spoon, saucer`, `${'Mug '.repeat(17)}lid`],
    ['no open bracket', `${'Mug '.repeat(16)}set (lid, spoon, saucer)`, `${'Mug '.repeat(16)}set`],
    ['no dash', `${'Mug '.repeat(18)}- 350 ml dishwasher safe`, `${'Mug '.repeat(17)}Mug`],
    ['the limit itself', `${'Mug '.repeat(18)}mug and more`, `${'Mug '.repeat(18)}mug`],
  ])('is cut at a word and ends with it: %s', (_, title, left) => {
    expect(fix('title-length', { title, isMedia: false })?.shortened).toBe(left);
  });

  test('is cut between words where there are no blanks', () => {
    const title = '便携式咖啡杯'.repeat(20);
    const left = fix('title-length', { title, isMedia: false })?.shortened as string;
    expect(title.startsWith(left)).toBe(true);
    expect(codePoints(left)).toBeGreaterThan(70);
    const ends = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)].map(({ index }) => index);
    expect(ends).toContain(left.length);
  });

  test('what is left is a beginning of the title and fits', () => {
    const piece = fc.constantFrom('a', 'ß', '犬', 'ב', '😀', '👨‍👩‍👧', '🇩🇪', 'e\u0301', '\r\n', ' ', '\ud800');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 76, maxLength: 400 }), (pieces) => {
        const title = pieces.join('');
        const shortened = fix('title-length', { title, isMedia: false })?.shortened as string;
        expect(title.startsWith(shortened)).toBe(true);
        const length = codePoints(shortened);
        expect(length).toBeLessThanOrEqual(75);
        expect(length).toBeGreaterThan(0);
        expect(kind('title-length', { title: shortened, isMedia: false })).toBe('ok');
      }),
    );
  });
});

test('a title close to the limit: 73 to 75, from the day of the limit, not for media', () => {
  const at = (titleLength: number, place?: Place) => kind('title-near-limit', { titleLength }, place);
  expect([72, 73, 75, 76].map((length) => at(length))).toEqual(['ok', 'violation', 'violation', 'ok']);
  expect(at(74, { day: '2026-07-27' })).toBe('violation');
  expect(at(74, { day: '2026-07-26' })).toBe('not-applicable');
  expect(at(74, { site: 'AE' })).toBe('not-applicable');
  expect(kind('title-near-limit', { titleLength: 74, isMedia: true })).toBe('not-applicable');
});

test('a title near the limit passes after the advised cut, and not after one character less', () => {
  for (const titleLength of [73, 74, 75]) {
    const cut = fix('title-near-limit', { titleLength })?.removeCharacters as number;
    expect(kind('title-near-limit', { titleLength: titleLength - cut })).toBe('ok');
    expect(kind('title-near-limit', { titleLength: titleLength - cut + 1 })).toBe('violation');
  }
});

describe('forbidden characters in the title', () => {
  const found = (title: string, brand: string | null = null, place?: Place) =>
    fix('title-banned-character', { title, brand }, place)?.characters;

  test('each of the nine, each once, in reading order', () => {
    expect(found('¦ ¬ ^ } { _ ? $ ! !')).toEqual(['¦', '¬', '^', '}', '{', '_', '?', '$', '!']);
    expect(found('Acme Towel, Large (2 Pack) – 50% Cotton/Linen & more: #1 *')).toBeUndefined();
  });

  test('the brand may hold them, wherever it stands and in any case, but nothing else may', () => {
    expect(found('TOYS_R_US Blocks by toys_r_us', 'Toys_R_Us')).toBeUndefined();
    expect(found('Toys_R_Us Blocks!', 'Toys_R_Us')).toEqual(['!']);
    expect(found('$$$ (a+b)*', '(a+b)*')).toEqual(['$']);
  });

  test('a brand of any length and script is searched as it is', () => {
    expect(found(`${'\ud83d'.repeat(5000)}!`, '\ud83d'.repeat(5000))).toEqual(['!']);
    expect(found('İzmir! Çanta', 'İZMİR!')).toBeUndefined();
    expect(found('a! a! ba!', 'a!')).toEqual(['!']);
  });

  test('without the brand there is a verdict only where there is none of them', () => {
    expect(judge('title-banned-character', { title: 'Yahoo! Towel' })).toEqual({ kind: 'unknown', missing: ['brand'] });
    expect(kind('title-banned-character', { title: 'Towel' })).toBe('ok');
    expect(kind('title-banned-character', { title: 'Towel!', brand: null })).toBe('violation');
  });

  test('full-width marks of Chinese and Japanese are others', () => {
    expect(found('犬用ベッド！？')).toBeUndefined();
  });

  test('from 2025-01-21', () => {
    expect(kind('title-banned-character', { title: '!', brand: null }, { day: '2025-01-20' })).toBe('not-applicable');
    expect(kind('title-banned-character', { title: '!', brand: null }, { day: '2025-01-21' })).toBe('violation');
  });
});

test.each([
  ['Style #4301', undefined],
  ['Style #A-43', undefined],
  ['<10 lb, ~.5 m, 5*3 mm, 20# rope', undefined],
  ['Cable #', ['#']],
  ['*NEW* Mug', ['*']],
  ['C# Mug', ['#']],
  ['Mug ~ 350 ml', ['~']],
  ['<<Mug>>', ['<', '>']],
  ['<b>350 ml</b>', ['<', '>']],
])('decoration in "%s"', (title, characters) => {
  expect(fix('title-decorative-character', { title })?.characters).toEqual(characters);
});

describe('repeated words', () => {
  const words = (title: string, site = 'US') => fix('title-word-repetition', { title }, { site })?.words;

  test.each([
    ['two are allowed', 'Dog Bed and Dog Mat', undefined],
    ['case does not matter', 'DOG Dog dog', ['dog']],
    ['in order of appearance', 'mat dog mat dog mat dog', ['mat', 'dog']],
    ['part of a word is another word', 'dog dogs doghouse', undefined],
    ['hyphens part words', 'anti-slip non-slip no-slip mat', ['slip']],
    ['a letter before a hyphen is no word', 'T-Shirt T-Handle T-Bar', undefined],
    ['an apostrophe does not', "Dog's Bed for men's, women's and kid's rooms", undefined],
    ['a possessive is its owner', "Dog's Bed, Dog’s Mat, Dog Toy", ['dog']],
    ['decimals are one word', '1.5 m, 2.5 m cable, 3,5 mm', undefined],
    ['the sign of measurements', '3 x 4 x 5 x 6 cm', undefined],
    ['numbers do not count', '10 cm by 10 in by 10 ft', undefined],
    ['sizes count', 'HDMI 8K, 8K Ready, 8K TV', ['8k']],
    ['full width is the same', 'ＤＯＧ dog Dog', ['dog']],
    ['accents count', 'café CAFÉ Cafe\u0301', ['café']],
  ])('%s', (_, title, expected) => {
    expect(words(title)).toEqual(expected);
  });

  test.each([
    ['DE', 'Der Becher und die Tasse und der Teller und der Löffel für, für, für', undefined],
    ['FR', "Boîte de thé de l'été, de l'eau, de l'air et de la mer", undefined],
    ['FR', "Filtre à eau, l'eau pure, d'eau", ['eau']],
    ['IT', "Tazza con piatto, con cucchiaio, con l'olio e con l'aceto", undefined],
    ['IT', "L'acqua, dell'acqua, nell'acqua", ['acqua']],
    ['ES', 'Taza para té, para café, para agua y para leche', undefined],
    ['CA', 'Mug for tea for coffee for tasse pour thé pour café pour eau', undefined],
  ])('words of grammar on %s: %s', (site, title, expected) => {
    expect(words(title, site)).toEqual(expected);
  });

  test('a word of grammar elsewhere is a word where it means something', () => {
    expect(words('Car Charger Car Mount Car Hook')).toEqual(['car']);
    expect(words('Car Charger Car Mount Car Hook', 'DE')).toEqual(['car']);
    expect(words('Utile car solide car léger car simple', 'FR')).toBeUndefined();
    expect(words('Die Cutter Die Stamp Die Tool')).toEqual(['die']);
    expect(words('Die Tasse, die Kanne, die Dose', 'DE')).toBeUndefined();
    expect(words('Eau de Parfum de Paris de Luxe')).toBeUndefined();
  });

  test('writing without spaces', () => {
    expect(words('犬用ベッド 猫用ベッド 小型犬ベッド', 'JP')).toEqual(['ベッド']);
    expect(words('軽くて丈夫な洗えるもので、とても使いやすいもの', 'JP')).toBeUndefined();
    expect(words('宠物床 宠物垫 宠物窝', 'SG')).toEqual(['宠物']);
    expect(words('防水防尘手机壳，适用于手机', 'SG')).toBeUndefined();
  });

  test('one word taken out at a time ends in ok', () => {
    const word = fc.constantFrom('dog', 'bed', 'mat', 'Sofa', 'für', 'ベッド');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (title) => {
        const outcome = judge('title-word-repetition', { title: title.join(' ') });
        const counts = Map.groupBy(title, (text) => text.toLowerCase());
        const surplus = [...counts].reduce(
          (sum, [text, all]) => sum + (text === 'für' ? 0 : Math.max(0, all.length - 2)),
          0,
        );
        if (outcome.kind === 'violation') expect(outcome.fix.count).toBe(surplus);
        else expect([outcome.kind, surplus]).toEqual(['ok', 0]);
      }),
    );
  });

  test('from 2025-01-21, not for media', () => {
    expect(kind('title-word-repetition', { title: 'a dog dog dog' }, { day: '2025-01-20' })).toBe('not-applicable');
    expect(kind('title-word-repetition', { title: 'a dog dog dog' }, { day: '2025-01-21' })).toBe('violation');
    expect(kind('title-word-repetition', { title: 'dog dog dog', isMedia: true })).toBe('not-applicable');
  });
});

test.each([
  ['Free Shipping', ['free shipping']],
  ['FREE-SHIPPING Mug', ['free shipping']],
  ['Carefree Shipping Box', undefined],
  ['Bestseller, hot  item', ['best seller', 'hot item']],
  ['100 % quality-guaranteed', ['100% quality guaranteed']],
  ['1100% quality guaranteed', undefined],
])('promotion in "%s"', (title, phrases) => {
  expect(fix('title-promotional-phrase', { title })?.phrases).toEqual(phrases);
});

test.each([
  ['HARBORLINE MUG WITH LID', 'Harborline', 'problem'],
  ['HARBORLINE', 'Harborline', 'ok'],
  ['Harborline HDMI', 'Harborline', 'ok'],
  ['Harborline HDMI2 A', 'Harborline', 'problem'],
  ['Mug Æ', null, 'symbols'],
  ['Mug with two lids', null, 'numberWords'],
  ['Two Bears Mug', 'Two Bears', 'ok'],
  ['Network mug', null, 'ok'],
])('style of "%s" by %s', (title, brand, expected) => {
  const outcome = judge('title-style', { title, brand });
  expect(outcome.kind === 'violation' ? (outcome.message ?? 'problem') : outcome.kind).toBe(expected);
});

describe('item highlights', () => {
  test('125 characters, from the day of the short title', () => {
    const at = (itemHighlightsLength: number, place?: Place) =>
      kind('item-highlights-length', { itemHighlightsLength }, place);
    expect([124, 125, 126].map((length) => at(length))).toEqual(['ok', 'ok', 'violation']);
    expect([at(126, { day: '2026-07-26' }), at(126, { day: '2026-07-27' })]).toEqual(['not-applicable', 'violation']);
    expect(at(126, { site: 'SA' })).toBe('not-applicable');
  });

  test('only beside a title of at most 75, media or not', () => {
    const at = (facts: Facts, place?: Place) => kind('item-highlights-need-short-title', facts, place);
    const itemHighlights = 'Keeps warm, easy to clean';
    expect(at({ itemHighlights, titleLength: 75 })).toBe('ok');
    expect(at({ itemHighlights, titleLength: 76, isMedia: true })).toBe('violation');
    expect(at({ itemHighlights: null, titleLength: 76 })).toBe('not-applicable');
    expect(at({ itemHighlights: '', titleLength: 76 })).toBe('not-applicable');
    expect(at({ itemHighlights, titleLength: 76 }, { day: '2026-07-26' })).toBe('not-applicable');
    expect(judge('item-highlights-need-short-title', { titleLength: 76 })).toMatchObject({
      missing: ['itemHighlights'],
    });
    expect(judge('item-highlights-need-short-title', { itemHighlights })).toMatchObject({ missing: ['title'] });
  });
});
