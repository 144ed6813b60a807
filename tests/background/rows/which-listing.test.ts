import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Identity, listingIn, recordOf } from '../../../entrypoints/background/rows/listing-identity.ts';
import type { ListingRow } from '../../../entrypoints/background/rows/rows.ts';
import { mergedListing, resolved, WhichListing } from '../../../entrypoints/background/rows/which-listing.ts';
import { enter } from '../../../entrypoints/background/seller/decision-changes.ts';
import { enteredFor, isIgnored } from '../../../entrypoints/background/seller/decision-lookups.ts';
import { decisions, forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';
import { entrySubject, subjectsAlike } from '../../../entrypoints/background/seller/entries.ts';
import { fieldsOf } from '../readings.ts';

const store = 'amazon|US|Harbor Demo Goods';
const fact = (value: string, day = '2026-11-20') => ({ value, page: 'demo', day });
const row = (listing: string, numbers: { readonly [name: string]: string } = {}): ListingRow => {
  const { asin = listing.startsWith('asin:') ? listing.slice(5) : null, ...others } = numbers;
  const facts = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, fact(value)]));
  return { store, listing, sku: listing.startsWith('sku:') ? listing.slice(4) : null, asin, facts };
};
const known = (...rows: readonly ListingRow[]) => {
  const which = new WhichListing();
  for (const one of rows) which.put(one);
  return which;
};
const shown = (numbers: { readonly [name: string]: string }): Identity => {
  const identity = listingIn(fieldsOf(numbers));
  if (!identity) throw new Error('No number.');
  return identity;
};

describe('a record', () => {
  test('that shows an ASIN alone is the SKU that has it, where one has', () => {
    const which = known(row('sku:A', { asin: 'B1' }));
    expect(resolved(shown({ asin: 'B1' }), which)).toMatchObject({ listing: 'sku:A', record: 'asin:B1', sku: 'A' });
  });

  test('that shows an ASIN alone is a listing of its own where two SKUs have it, or none', () => {
    const which = known(row('sku:A', { asin: 'B1' }), row('sku:A-FBA', { asin: 'B1' }));
    expect(resolved(shown({ asin: 'B1' }), which)).toMatchObject({ listing: 'asin:B1', sku: null });
    expect(resolved(shown({ asin: 'B2' }), which)).toMatchObject({ listing: 'asin:B2', sku: null });
  });

  test('of Temu is the SKU of its SKC and of its SPU, through rows that show two of the three', () => {
    const which = known(row('sku:1', { skcId: '20' }), row('skc:20', { spuId: '300' }));
    for (const numbers of [{ sku: '1' }, { skcId: '20' }, { spuId: '300' }] as { [name: string]: string }[])
      expect(resolved(shown(numbers), which).listing).toBe('sku:1');
  });

  test('is what is shown together with it, before any of that is stored', () => {
    const which = new WhichListing();
    which.link(shown({ sku: 'A', asin: 'B1' }));
    expect(resolved(shown({ asin: 'B1' }), which).listing).toBe('sku:A');
  });

  test('of a SKU that has moved to another ASIN leaves the first one', () => {
    const which = known(row('sku:A', { asin: 'B1' }));
    which.put(row('sku:A', { asin: 'B2' }));
    expect(which.listingOf('asin:B1')).toBe('asin:B1');
    expect(which.listingOf('asin:B2')).toBe('sku:A');
  });
});

test('a listing’s rows are one: the newest facts, of one day those of the narrowest number', () => {
  const which = known(
    { ...row('sku:A', { asin: 'B1' }), facts: { yourPrice: fact('9'), title: fact('Old', '2026-11-01') } },
    { ...row('asin:B1'), facts: { yourPrice: fact('8'), title: fact('New') } },
  );
  expect(mergedListing(which, 'sku:A')).toMatchObject({
    listing: 'sku:A',
    asin: 'B1',
    facts: { yourPrice: { value: '9' }, title: { value: 'New' } },
  });
});

test('rows are the same listings in whatever order they come, each in one of them', () => {
  const rows = fc.array(
    fc.record({
      sku: fc.option(fc.nat(4)),
      skc: fc.nat(3),
      spu: fc.nat(1),
      shows: fc.tuple(fc.boolean(), fc.boolean()),
    }),
    { minLength: 1, maxLength: 12 },
  );
  interface Shown {
    readonly sku: number | null;
    readonly skc: number;
    readonly spu: number;
    readonly shows: readonly [boolean, boolean];
  }
  const asRow = ({ sku, skc, spu, shows: [showsSkc, showsSpu] }: Shown) => {
    const wider = { ...(showsSkc ? { skcId: `${skc}` } : {}), ...(showsSpu ? { spuId: `${spu}` } : {}) };
    return sku === null ? row(`skc:${skc}`, showsSpu ? { spuId: `${spu}` } : {}) : row(`sku:${sku}`, wider);
  };
  fc.assert(
    fc.property(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, other]) => {
        // Of one id the last row holds: as the database merges them, each has all that was seen of it.
        const merged = (some: typeof all) => {
          const found = new Map<string, ListingRow>();
          for (const one of some.map(asRow)) {
            const before = found.get(one.listing);
            const facts = Object.fromEntries(
              Object.entries({ ...before?.facts, ...one.facts }).sort(([a], [b]) => a.localeCompare(b)),
            );
            found.set(one.listing, { ...one, facts: before && differs(before, one) ? before.facts : facts });
          }
          return found;
        };
        const differs = (a: ListingRow, b: ListingRow) =>
          (['skcId', 'spuId'] as const).some(
            (name) => a.facts[name] && b.facts[name] && a.facts[name]?.value !== b.facts[name]?.value,
          );
        const consistent = all.every((one) => {
          const known = merged(all).get(asRow(one).listing);
          return known !== undefined && !differs(known, asRow(one));
        });
        fc.pre(consistent);
        const listings = (some: typeof all) => {
          const which = known(...merged(some).values());
          return [...merged(all).keys()].sort().map((id) => {
            const listing = which.listingOf(id);
            // A row is in its listing, and in no other.
            expect(which.rowsOf(listing).map((one) => one.listing)).toContain(id);
            return [id, listing];
          });
        };
        expect(listings(other)).toEqual(listings(all));
      },
    ),
  );
});

describe('what the seller decided', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    forgetDecisions();
  });

  const rule = 'amazon/title-length';
  const ignoredAt = (listing: string) =>
    ({ ignored: [{ store, listing, rule, item: null, name: '', day: '' }] }) as unknown as Parameters<
      typeof isIgnored
    >[0];
  const alone = known(row('sku:A', { asin: 'B1' }));
  const several = known(row('sku:A', { asin: 'B1' }), row('sku:C', { asin: 'B1' }));

  test('of an ASIN holds for its SKU, and for each where it gets another', () => {
    const decided = ignoredAt('asin:B1');
    for (const which of [alone, several])
      for (const numbers of [{ asin: 'B1' }, { sku: 'A' }] as { [name: string]: string }[])
        expect(isIgnored(decided, store, resolved(shown(numbers), which), rule, null)).toBe(true);
  });

  test('of a SKU holds for its ASIN as long as no other has it, and never for another SKU', () => {
    const decided = ignoredAt('sku:A');
    expect(isIgnored(decided, store, resolved(shown({ asin: 'B1' }), alone), rule, null)).toBe(true);
    expect(isIgnored(decided, store, resolved(shown({ asin: 'B1' }), several), rule, null)).toBe(false);
    expect(isIgnored(decided, store, resolved(shown({ sku: 'C' }), several), rule, null)).toBe(false);
    expect(isIgnored(decided, store, resolved(shown({ sku: 'A' }), several), rule, null)).toBe(true);
  });

  test('and entered last holds, by whatever number it was entered, and is taken back by every one', async () => {
    const enterAt = (numbers: { [name: string]: string }, value: string | null) => {
      const identity = resolved(shown(numbers), alone);
      const subject = entrySubject('listing', identity) ?? '';
      return enter(
        { store, subject, fact: 'fbaFee', value, name: '', day: '2026-11-20' },
        subjectsAlike('listing', identity),
      );
    };
    const now = async () =>
      enteredFor(await decisions(), store, resolved(shown({ sku: 'A' }), alone)).get('fbaFee')?.value;
    await enterAt({ sku: 'A' }, '3.00');
    await enterAt({ asin: 'B1' }, '4.00');
    expect(await now()).toBe('4.00');
    // A second SKU of the ASIN takes nothing away from the first.
    const later = enteredFor(await decisions(), store, resolved(shown({ sku: 'A' }), several));
    expect(later.get('fbaFee')?.value).toBe('4.00');
    expect((await decisions()).entered.map(({ subject }) => subject)).toEqual(['asin:B1']);
    await enterAt({ sku: 'A' }, null);
    expect(await now()).toBeUndefined();
  });

  test('is kept under what the record showed', () => {
    expect(recordOf(resolved(shown({ asin: 'B1' }), alone))).toBe('asin:B1');
    expect(recordOf(resolved(shown({ sku: 'A', asin: 'B1' }), alone))).toBe('sku:A');
  });
});
