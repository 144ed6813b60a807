import { expect, test } from 'vitest';
import { withoutStore } from '../../../entrypoints/background/health/kept-data.ts';
import { isAbout, withSameItem } from '../../../entrypoints/background/listings/same-item-decisions.ts';

const mug = { store: 'amazon|US|Harbor', listing: 'sku:MUG' };
const cup = { store: 'temu|global|Harbor', listing: 'sku:70000001' };
const lamp = { store: 'temu|global|Harbor', listing: 'sku:70000002' };

test('a decision about two listings replaces the earlier one, in either order, and is taken back', () => {
  const linked = withSameItem([], mug, cup, true);
  expect(linked).toEqual([{ a: mug, b: cup, same: true }]);
  const both = withSameItem(linked, mug, lamp, true);
  const apart = withSameItem(both, cup, mug, false);
  expect(apart.filter((one) => isAbout(one, mug, cup))).toEqual([{ a: cup, b: mug, same: false }]);
  expect(apart).toHaveLength(2);
  expect(withSameItem(apart, mug, cup, null)).toEqual([{ a: mug, b: lamp, same: true }]);
});

test('what joins a listing of a deleted store goes with the store', () => {
  const stored = { sameItems: [{ a: mug, b: cup, same: true }], language: 'en' };
  expect(withoutStore(stored, cup.store)).toEqual({ sameItems: [], language: 'en' });
  expect(withoutStore(stored, 'amazon|DE|Harbor')).toEqual(stored);
});
