import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import english from '../../assets/locales/en/rules.content.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/rules.content.json' with { type: 'json' };
import { contentRules } from '../../rules/amazon/content.ts';
import { evaluator } from '../../rules/engine.ts';
import { type Facts, factKinds, type WireFacts } from '../../rules/facts.ts';
import type { Outcome } from '../../rules/outcome.ts';
import { parseFacts } from '../../rules/parse-facts.ts';
import { codePoints } from '../../rules/text.ts';
import { toWire, type WireFigures } from '../../rules/wire.ts';

const TODAY = '2026-11-20';

interface Place {
  site?: string;
  day?: string;
}

function judge(name: string, facts: Facts, { site = 'US', day = TODAY }: Place = {}): Outcome {
  const rules = contentRules.filter(({ id }) => id === `amazon/${name}`);
  const verdict = evaluator(rules, { marketplace: 'amazon', site, day })({ facts })[0];
  if (!verdict) throw new Error(`No verdict of ${name}`);
  return verdict.outcome;
}

const kind = (name: string, facts: Facts, place?: Place) => judge(name, facts, place).kind;

/** The fix of a violation, or null for any other outcome. */
function fix(name: string, facts: Facts, place?: Place): Record<string, unknown> | null {
  const outcome = judge(name, facts, place);
  return outcome.kind === 'violation' ? outcome.fix : null;
}

const severity = (name: string, facts: Facts, place?: Place) => {
  const outcome = judge(name, facts, place);
  return outcome.kind === 'violation' ? outcome.severity : null;
};

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
    ['numbers count', '10 cm by 10 in by 10 ft', ['10']],
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

describe('bullets', () => {
  test('length: below 10 and above 255 a warning, above 500 an error; before August 2024 only 500', () => {
    const at = (bulletLength: number, place?: Place) => severity('bullet-length', { bulletLength }, place);
    expect([9, 10, 255, 256, 500, 501].map((length) => at(length))).toEqual([
      undefined,
      null,
      null,
      'warning',
      'warning',
      'error',
    ]);
    expect([9, 500, 501].map((length) => at(length, { day: '2024-08-14' }))).toEqual([null, null, 'error']);
    expect(at(256, { day: '2024-08-15' })).toBe('warning');
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
    ['柔らかい。', 'ending'],
    ['Soft!  ', 'ending'],
    ['Soft (new)', 'ok'],
    ['Holds 350ml', 'unit'],
    ['Holds 1.5KG now', 'unit'],
    ['4K and 5G on USB3', 'ok'],
    ['Model A350ml', 'ok'],
  ])('style of "%s"', (bullet, expected) => {
    const outcome = judge('bullet-style', { bullet });
    expect(outcome.kind === 'violation' ? (outcome.message ?? 'problem') : outcome.kind).toBe(expected);
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

const texts: Record<'en' | 'zh-CN', Record<string, Record<string, string>>> = { en: english, 'zh-CN': chinese };

/** The rules whose sentences stand in this file's texts; the others are tested with theirs. */
const own = contentRules.filter(({ id }) => Object.hasOwn(english, id));

/** @throws Error when the sentence does not exist or one of its numbers is missing. */
function sentence(language: 'en' | 'zh-CN', id: string, key: string, numbers: WireFigures): string {
  const message = texts[language][id]?.[key];
  if (message === undefined) throw new Error(`${language}: no ${key} of ${id}`);
  const list = new Intl.ListFormat(language);
  const shown = Object.entries(numbers).map(([name, value]) => [
    name,
    Array.isArray(value) ? list.format(value) : value,
  ]);
  const bold = (chunks: unknown[]) => chunks.join('');
  return String(
    new IntlMessageFormat(message, language).format({ itemNumber: 2, ...Object.fromEntries(shown), b: bold }),
  );
}

describe('whatever a seller types', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '犬用ベッド',
      '宠物',
      'שלום',
      'مرحبا',
      '👨‍👩‍👧',
      '🇩🇪',
      '<br',
      '<b>',
      '>',
      '!',
      '™',
      'NA ',
      'B0EXAMPLE1 ',
      'x@',
      '+1 ',
    ),
    fc.constantFrom('free ', 'best-', 'new ', '350ml', 'dog ', "l'", '1,', '\ud83d', '\u0301', '\u202e', '\0', '   '),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.tuple(piece, fc.integer({ min: 1, max: 5000 })).map(([part, times]) => part.repeat(times).slice(0, 5000)),
  );
  const byKind = {
    text,
    texts: fc.array(text, { maxLength: 4 }),
    count: fc.nat(6000),
    flag: fc.boolean(),
  };
  const names = [...new Set(own.flatMap(({ needs, uses = [] }) => [...needs, ...uses]))];
  const facts = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.option<unknown>(byKind[factKinds[name] as keyof typeof byKind])])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<WireFacts>;

  test('every rule answers, and every sentence finds its numbers and stays short', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('US', 'DE', 'FR', 'JP', 'AE'), (wire, site) => {
        const verdicts = evaluator(own, { marketplace: 'amazon', site, day: TODAY })(parseFacts(wire));
        for (const { rule, outcome } of verdicts) {
          if (outcome.kind !== 'violation') continue;
          const numbers = toWire({ ...outcome.values, ...outcome.fix }, 2);
          for (const language of ['en', 'zh-CN'] as const)
            expect(sentence(language, rule.id, outcome.message ?? 'problem', numbers).length).toBeLessThan(500);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every sentence is reached, and is short with an example', () => {
    const reached = new Set<string>();
    for (const rule of own)
      for (const { site, day, facts: wire } of rule.examples.violation ?? []) {
        const known = parseFacts(wire);
        const outcome = evaluator([rule], { marketplace: 'amazon', site, day })(known)[0]?.outcome;
        if (outcome?.kind !== 'violation') continue;
        const key = outcome.message ?? 'problem';
        reached.add(`${rule.id} ${key}`);
        const numbers = toWire({ ...outcome.values, ...outcome.fix }, 2);
        expect(sentence('en', rule.id, key, numbers).length).toBeLessThan(200);
        expect(sentence('zh-CN', rule.id, key, numbers).length).toBeLessThan(120);
      }
    const written = Object.entries(texts.en).flatMap(([id, messages]) =>
      Object.keys(messages).flatMap((key) =>
        ['title', 'why', 'blind', 'condition', 'exempt'].includes(key) ? [] : [`${id} ${key}`],
      ),
    );
    expect([...reached].sort()).toEqual(written.sort());
  });

  test('titles of checks fit', () => {
    for (const { title } of Object.values(english)) expect(title.length).toBeLessThanOrEqual(40);
    for (const { title } of Object.values(chinese)) expect(title.length).toBeLessThanOrEqual(14);
  });
});
