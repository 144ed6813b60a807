import { describe, expect, test } from 'vitest';
import { parseEntry } from '../../../entrypoints/background/seller/entry-input.ts';
import type { FactName } from '../../../rules/engine/facts.ts';

const taken = (name: FactName, input: string, choices: readonly string[] | null = null) => {
  const parsed = parseEntry(name, input, choices);
  return parsed === 'not-understood' ? parsed : parsed.value;
};

describe('an amount', () => {
  test.each([
    ['98', '98'],
    ['$98', '98'],
    ['98.60', '98.60'],
    ['98,60', '98.60'],
    ['９８．６０', '98.60'],
    ['￥1,299', '1299'],
    ['12.5 USD', '12.5'],
    ['US$ 12.50', '12.50'],
    ['1.234,56 €', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,56 €', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1,234,567', '1234567'],
    ['105.2632', '105.2632'],
    ['24.990', '24.990'],
    ['0,999', '0.999'],
    ['99元', '99'],
    ['R$ 20,00', '20.00'],
  ])('%s is %s', (input, value) => expect(taken('wasPrice', input)).toBe(value));

  test.each([
    'abc',
    '-3',
    '1e9',
    '12.5.3',
    '1,23,456',
    '1.2,3.4',
    '￥30.00~69.00',
    '$2.99 20.36 CNY',
    '.',
    '∞',
    '<b>5</b>',
    '12345678901234',
  ])('%s is none', (input) => expect(taken('wasPrice', input)).toBe('not-understood'));

  test('nothing takes the entry back', () => {
    expect(taken('wasPrice', '  ')).toBeNull();
  });
});

describe('other kinds', () => {
  test.each([
    ['couponPercent', '10 %', '10'],
    ['couponPercent', '10％', '10'],
    ['couponPercent', '7,5', '7.5'],
    ['ratingCount', '1,204', 1204],
    ['ratingCount', '１２', 12],
    ['rating', '4.3 stars', '4.3'],
    ['rating', '4,3星', '4.3'],
    ['couponStart', '2026-12-1', '2026-12-01'],
    ['couponStart', '2026/12/01', '2026-12-01'],
    ['couponStart', '2026年12月1日', '2026-12-01'],
    ['couponStart', '31.12.2026', '2026-12-31'],
    ['couponStart', '12/31/2026', '2026-12-31'],
    ['couponStart', '31/12/2026', '2026-12-31'],
    ['isNewAsin', 'Yes', true],
    ['isNewAsin', '否', false],
    ['isNewAsin', 'true', true],
  ] as const)('%s: %s is %s', (name, input, value) => expect(taken(name, input)).toBe(value));

  test.each([
    ['couponPercent', '101'],
    ['couponPercent', 'ten'],
    ['ratingCount', '4.5'],
    ['couponStart', '12/01/2026'],
    ['couponStart', '2026-02-30'],
    ['couponStart', 'tomorrow'],
    ['isNewAsin', 'maybe'],
  ] as const)('%s: %s is none', (name, input) => expect(taken(name, input)).toBe('not-understood'));

  test('a choice is one of its words', () => {
    expect(taken('fulfilment', 'AFN', ['MFN', 'AFN'])).toBe('AFN');
    expect(taken('fulfilment', 'amazon', ['MFN', 'AFN'])).toBe('not-understood');
  });
});
