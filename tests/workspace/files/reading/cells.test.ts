import { describe, expect, test } from 'vitest';
import { cellValue } from '../../../../entrypoints/workspace/files/reading/cells.ts';
import { conditionIn } from '../../../../entrypoints/workspace/files/reading/conditions.ts';
import { recogniseFlatFile } from '../../../../entrypoints/workspace/files/reading/flat-file.ts';
import { factsOf } from '../../../../entrypoints/workspace/files/reading/listing-columns.ts';
import { ownCell, writingOf } from '../../../../entrypoints/workspace/files/reading/own-cell.ts';
import { isEitherDay } from '../../../../entrypoints/workspace/files/reading/spreadsheet-days.ts';
import type { WireFacts } from '../../../../rules/engine/facts.ts';
import { parseFacts } from '../../../../rules/engine/parse-facts.ts';

const us = writingOf('amazon', 'US', 'USD');
const de = writingOf('amazon', 'DE', 'EUR');

describe('a count', () => {
  test.each([
    ['1.0', us, 1],
    ['1,0', us, 1],
    ['1.00', de, 1],
    ['12', de, 12],
    ['1,250', us, 1250],
    ['1,250.00', us, 1250],
    ['1.250,0', de, 1250],
    ['0.0', us, 0],
  ])('%s is %d', (cell, writing, count) => expect(ownCell('quantity', cell, writing)).toBe(count));

  test.each([
    ['1.5', us],
    ['1.000', us],
    ['-1.0', us],
    ['1.0.0', us],
    ['.0', us],
    ['many', us],
  ])('%s is none', (cell, writing) => expect(ownCell('quantity', cell, writing)).toBeUndefined());

  test.each([
    ['1.0', '1'],
    ['12,00', '12'],
    ['7', '7'],
    ['1.5', '1.5'],
  ])('%s of a file that is checked is %s', (cell, value) => expect(cellValue('quantity', cell, 'unknown')).toBe(value));
});

describe('a condition', () => {
  test.each([
    ['New', 'new_new'],
    ['new', 'new_new'],
    ['NEW', 'new_new'],
    ['NewItem', 'new_new'],
    ['new_new', 'new_new'],
    ['new, new', 'new_new'],
    ['11', 'new_new'],
    ['全新', 'new_new'],
    ['new_open_box', 'new_open_box'],
    ['Used; Like New', 'used_like_new'],
    ['UsedVeryGood', 'used_very_good'],
    ['used - good', 'used_good'],
    ['used', 'used'],
    ['2', 'used_very_good'],
    ['10', 'refurbished_refurbished'],
    ['CollectibleAcceptable', 'collectible_acceptable'],
  ])('%s is %s wherever it stands', (cell, word) => {
    for (const language of [null, 'en-US', 'de-DE', 'ja-JP']) expect(conditionIn(cell, language)).toBe(word);
  });

  test.each([
    ['Neu', 'de-DE', 'new_new'],
    ['Gebraucht – Sehr gut', 'de-DE', 'used_very_good'],
    ['新品', 'ja-JP', 'new_new'],
    ['中古 - 非常に良い', 'ja-JP', 'used_very_good'],
  ])('%s is known in its own language only', (cell, language, word) => {
    expect([conditionIn(cell, language), conditionIn(cell, 'en-US')]).toEqual([word, undefined]);
  });

  test.each(['Neuf', '9', '12', 'newish', 'used to hang', 'brand', 'neu wertig', '二手'])(
    '%s is not understood, and is no used one',
    (cell) =>
      expect([cellValue('condition', cell, 'unknown'), ownCell('condition', cell, us)]).toEqual([undefined, undefined]),
  );
});

describe('a day', () => {
  test.each([
    ['10/1/2026 9:15', us, '2026-10-01'],
    ['10/1/2026', us, '2026-10-01'],
    ['2026/10/1', us, '2026-10-01'],
    ['2026-10-01 00:00:00', us, '2026-10-01'],
    ['46296', us, '2026-10-01'],
    ['46296.5', us, '2026-10-01'],
    ['1.10.2026', de, '2026-10-01'],
    ['1/10/2026', writingOf('amazon', 'UK', 'GBP'), '2026-10-01'],
    ['1/10/2026', writingOf('amazon', 'IN', 'INR'), '2026-10-01'],
    ['2026年10月1日', writingOf('amazon', 'JP', 'JPY'), '2026-10-01'],
    ['13/10/2026', writingOf('amazon', 'CA', 'CAD'), '2026-10-13'],
  ])('%s is %s', (cell, writing, day) => expect(ownCell('saleStart', cell, writing)).toBe(day));

  test.each([
    ['1/10/2026', writingOf('amazon', 'CA', 'CAD')],
    ['1/10/2026', writingOf('temu', 'global', 'CNY')],
    ['13/10/2026', us],
    ['12', us],
    ['99999', us],
    ['10/1/26', us],
  ])('%s cannot be told', (cell, writing) => expect(ownCell('saleStart', cell, writing)).toBeUndefined());

  test.each([
    ['10/1/2026', true],
    ['3.4.2026 10:00', true],
    ['13/1/2026', false],
    ['4/4/2026', false],
    ['2026/3/4', false],
    ['soon', false],
  ])('%s may be two days: %s', (cell, isEither) => expect(isEitherDay(cell)).toBe(isEither));
});

describe('a rating', () => {
  const ratingOf = (facts: WireFacts) => parseFacts(facts).facts.rating?.toString() ?? parseFacts(facts).facts.rating;
  test.each([
    [{ rating: '0.0', ratingCount: 0 }, null],
    [{ rating: '0' }, null],
    [{ rating: '4.5', ratingCount: '0' }, null],
    [{ rating: null, ratingCount: 0 }, null],
    [{ rating: '4.5', ratingCount: 12 }, '4.5'],
    [{ rating: '1.0' }, '1'],
    [{ ratingCount: 0 }, undefined],
  ] as const)('%j is %s', (facts, rating) => expect(ratingOf(facts)).toBe(rating));
});

describe('a listing template', () => {
  const settings = (tag: string, marketplaceId: string) =>
    `settings=feedType=256&primaryMarketplaceId=amzn1.mp.o.${marketplaceId}&contentLanguageTag=${tag}&labelRow=4&attributeRow=5&dataRow=7&TemplateType=unified`;
  const keys = [
    'contribution_sku#1.value',
    'condition_type#1.value',
    'purchasable_offer#1.discounted_price#1.schedule#1.start_at',
  ];
  const read = (tag: string, marketplaceId: string, site: string, cells: readonly string[]) => {
    const file = recogniseFlatFile([[settings(tag, marketplaceId)], [], [], keys, keys, [], [...cells]]);
    return factsOf(file?.columnsFor(site) ?? [], cells, 'unknown');
  };

  test.each([
    ['en_US', 'ATVPDKIKX0DER', 'US', 'New', '10/1/2026 0:00', 'new_new', '2026-10-01'],
    ['de_DE', 'A1PA6795UKMFR9', 'DE', 'Gebraucht - Gut', '1.10.2026', 'used_good', '2026-10-01'],
    ['ja_JP', 'A1VC38T7YXB528', 'JP', '新品', '2026/10/1', 'new_new', '2026-10-01'],
    ['en_GB', 'A1F83G8C2ARO7P', 'UK', 'used_like_new', '2026-10-01T00:00:00+00:00', 'used_like_new', '2026-10-01'],
  ])('in %s of %s is read for %s', (tag, id, site, condition, day, word, iso) => {
    const { facts, unread } = read(tag, id, site, ['A', condition, day]);
    expect([facts.condition, facts.saleStart, [...unread]]).toEqual([word, iso, []]);
  });

  test('in English has no German condition and no day in two orders where none is known', () => {
    const { facts, unread } = read('en_CA', 'A2EUQ1WTGCTBG2', 'CA', ['A', 'Neu', '10/1/2026']);
    expect([facts.condition, facts.saleStart, [...unread].sort()]).toEqual([
      undefined,
      undefined,
      ['condition', 'saleStart'],
    ]);
  });
});
