import { expect, test } from 'vitest';
import { isSame } from '../../../entrypoints/background/rows/same.ts';

test('data is the same whatever the order of its keys', () => {
  expect(isSame({ a: 1, b: [{ c: null, d: 'x' }] }, { b: [{ d: 'x', c: null }], a: 1 })).toBe(true);
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame({ a: null }, {})).toBe(false);
  expect(isSame({}, { a: 1 })).toBe(false);
  expect(isSame([], {})).toBe(false);
});
