import { describe, expect, test } from 'vitest';
import { isShaped, isWhole, type ShapedName } from '../../entrypoints/background/database/row-shapes.ts';
import { frozenDatabase, LAST_FROZEN, revived } from './frozen.ts';

// Which rows of the database are what they should be: every row that a version has written, and none with a part of it gone.

const stores = frozenDatabase(LAST_FROZEN).flatMap(({ name, rows }) =>
  isShaped(name) ? [{ name, rows: rows.map(revived) as Record<string, unknown>[] }] : [],
);

/** Members that may be missing, or be null, or be another kind of value of their own. */
const loose: { readonly [Name in ShapedName]?: readonly string[] } = {
  stores: ['sellerName', 'sellerId'],
  listings: ['sku', 'asin', 'wider'],
  findings: ['margin'],
  readings: ['generation', 'list'],
  paidPrices: ['asin'],
  imports: ['from', 'to'],
  catalogue: ['sku', 'asin', 'code', 'price', 'margin'],
};

describe.each(stores)('rows of $name', ({ name, rows }) => {
  test('are whole as they were written', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !isWhole(name, row))).toEqual([]);
  });

  test('are not whole without a member, nor with null or another kind of value in its place', () => {
    const [row = {}] = rows;
    const members = Object.keys(row).filter((member) => !loose[name]?.includes(member));
    expect(members.length).toBeGreaterThan(1);
    for (const member of members) {
      const { [member]: _gone, ...without } = row;
      expect(isWhole(name, without), `without ${member}`).toBe(false);
      for (const other of [null, () => 0, Number.NaN, [null], { a: null }])
        expect(isWhole(name, { ...row, [member]: other }), `${member}: ${JSON.stringify(other)}`).toBe(false);
    }
    for (const other of [null, undefined, 5, 'text', [], [row]]) expect(isWhole(name, other)).toBe(false);
  });
});

test('what is within a row is looked at too', () => {
  const row = (name: ShapedName) => stores.find((one) => one.name === name)?.rows[0] ?? {};
  const [finding = {}] = row('findings').findings as object[];
  for (const other of [null, {}, { ...finding, severity: null }, { ...finding, origins: { yourPrice: null } }])
    expect(isWhole('findings', { ...row('findings'), findings: [other] })).toBe(false);
  expect(isWhole('readings', { ...row('readings'), fields: { yourPrice: null } })).toBe(false);
  expect(isWhole('listings', { ...row('listings'), facts: { yourPrice: null } })).toBe(false);
  expect(isWhole('stores', { ...row('stores'), currency: 'US' })).toBe(false);
  expect(isWhole('stores', { ...row('stores'), seen: '2026-13-45' })).toBe(false);
});
