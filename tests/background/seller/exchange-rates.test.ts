import { describe, expect, test } from 'vitest';
import {
  converted,
  type ExchangeRate,
  exchangeRateSchema,
  pairOf,
  rateBetween,
  rateSeen,
  withRate,
} from '../../../entrypoints/background/seller/exchange-rates.ts';

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

describe('the rate that a console shows', () => {
  const seen = (value: string) => ({ yuanPerDollar: { value, page: 'temu/goods-list', day: '2026-11-30' } });

  test('is yuan for one dollar, as of the day it was seen', () => {
    expect(rateSeen(seen('6.8104'))).toEqual({ from: 'USD', to: 'CNY', rate: '6.8104', day: '2026-11-30' });
  });

  test('gives way to one that the seller entered', () => {
    const own = { from: 'USD', to: 'CNY', rate: '7', day: '2026-01-01' };
    const shown = rateSeen(seen('6.8104'));
    expect(shown).toBeDefined();
    expect(rateBetween([own, ...(shown ? [shown] : [])], 'CNY', 'USD')).toBe(own);
    expect(rateBetween(shown ? [shown] : [], 'CNY', 'USD')).toBe(shown);
  });

  test.each(['0', '-1', 'many'])('is none where it cannot be one: %s', (value) => {
    expect(rateSeen(seen(value))).toBeUndefined();
    expect(rateSeen({})).toBeUndefined();
  });
});
