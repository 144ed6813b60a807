import { describe, expect, test } from 'vitest';
import {
  converted,
  type ExchangeRate,
  exchangeRateSchema,
  pairOf,
  rateBetween,
  withRate,
} from '../../entrypoints/background/exchange-rates.ts';

const dollar: ExchangeRate = { from: 'USD', to: 'CNY', rate: '7.1', day: '2026-11-21' };

test.each([
  ['CNY', 'USD', { from: 'USD', to: 'CNY' }],
  ['CNY', 'JPY', { from: 'CNY', to: 'JPY' }],
  ['USD', 'EUR', { from: 'EUR', to: 'USD' }],
])('%s and %s are one pair in either order', (one, other, pair) => {
  expect(pairOf(one, other)).toEqual(pair);
  expect(pairOf(other, one)).toEqual(pair);
});

describe('a rate', () => {
  test('converts both ways, rounded to the minor units of the currency', () => {
    expect(converted('18.50', 'USD', dollar)).toBe('131.35');
    expect(converted('45.00', 'CNY', dollar)).toBe('6.34');
    expect(converted('10.00', 'USD', { ...dollar, to: 'JPY', rate: '151.237' })).toBe('1512');
  });

  test('is found for its currencies in either order, replaced, and taken back', () => {
    expect(rateBetween([dollar], 'CNY', 'USD')).toBe(dollar);
    expect(rateBetween([dollar], 'CNY', 'EUR')).toBeUndefined();
    const euro = { from: 'EUR', to: 'CNY' };
    const both = withRate([dollar], euro, { rate: '8', day: '2026-11-21' });
    expect(both).toHaveLength(2);
    expect(withRate(both, pairOf('CNY', 'USD'), { rate: '7.2', day: '2026-11-22' })).toEqual([
      { ...euro, rate: '8', day: '2026-11-21' },
      { ...dollar, rate: '7.2', day: '2026-11-22' },
    ]);
    expect(withRate(both, euro, null)).toEqual([dollar]);
  });

  test.each(['0', '0.00', '-1', '1e3', '', '7,1', '1234567890'])('is never %s', (rate) =>
    expect(exchangeRateSchema.safeParse({ ...dollar, rate }).success).toBe(false),
  );
});
