import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listAddress, listChoice, listingAddress, listingPlace } from '../../entrypoints/workspace/shell/addresses.ts';
import { routeOf } from '../../entrypoints/workspace/shell/route.ts';

const key = fc.string({ minLength: 1, unit: 'grapheme' });

describe('an address of the workspace', () => {
  test('leads back to the list it was made for', () => {
    const choice = fc.record({
      store: fc.option(key),
      found: fc.option(fc.constantFrom('amazon/title-length', 'topic:coupon')),
      worst: fc.option(fc.constantFrom('error', 'none')),
      search: fc.string({ unit: 'grapheme' }),
      sort: fc.constantFrom('worst', 'price', 'changed'),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(choice, (chosen) => {
        const { view, target } = routeOf(listAddress(chosen as Parameters<typeof listAddress>[0]));
        expect(view).toBe('listings');
        expect(listChoice(target)).toEqual(chosen);
      }),
    );
  });

  test('leads back to the listing and the rule it was made for', () => {
    fc.assert(
      fc.property(key, key, fc.option(key), (store, listing, rule) => {
        const { view, target } = routeOf(listingAddress({ store, listing, rule }));
        expect(view).toBe('listing');
        expect(listingPlace(target)).toEqual({ store, listing, rule });
      }),
    );
  });

  test('that says nothing known is the usual list', () => {
    expect(listChoice('?sort=colour&worst=purple')).toMatchObject({ store: null, sort: 'worst', worst: null });
    expect(listingPlace('only-a-store')).toBeNull();
    expect(listingPlace('%E4%B8/x')).toMatchObject({ store: '%E4%B8', listing: 'x' });
  });
});
