import { describe, expect, test } from 'vitest';
import { mergeSeen } from '../../entrypoints/background/database/listings.ts';
import type { ListingRow } from '../../entrypoints/background/rows/rows.ts';

const fact = (value: string, day = '2026-11-18') => ({ value, page: 'amazon/manage-inventory', day });
const row = (sku: string | null, facts: ListingRow['facts']): ListingRow => ({
  store: 'amazon|US|Harbor Demo Goods',
  listing: sku === null ? 'asin:B0DEMO0001' : `sku:${sku}`,
  sku,
  asin: 'B0DEMO0001',
  facts,
});
const product = { listing: 'asin:B0DEMO0001', sku: null, asin: 'B0DEMO0001', code: null };
const offer = { listing: 'sku:A', sku: 'A', asin: 'B0DEMO0001', code: null };

const sources = (own: ListingRow | undefined, sameAsin: readonly ListingRow[], item?: ListingRow) => ({
  own,
  sameAsin,
  item,
});

describe('what was seen of an ASIN', () => {
  test('counts for a product without SKU where only one offer has it', () => {
    expect(mergeSeen(product, sources(undefined, [row('A', { yourPrice: fact('98.60') })])).yourPrice?.value).toBe(
      '98.60',
    );
  });

  test('never takes the price of one of several offers', () => {
    const offers = [
      row('A', { yourPrice: fact('98.60'), wasPrice: fact('98') }),
      row('B', { yourPrice: fact('12.00') }),
    ];
    const seen = mergeSeen(product, sources(undefined, offers));
    expect(seen.yourPrice).toBeUndefined();
    expect(seen.wasPrice?.value).toBe('98');
  });

  test('never takes another offer’s price for an offer of its own', () => {
    const own = row('A', {});
    const seen = mergeSeen(offer, sources(own, [own, row('B', { yourPrice: fact('12.00'), wasPrice: fact('98') })]));
    expect(seen.yourPrice).toBeUndefined();
    expect(seen.wasPrice?.value).toBe('98');
  });

  test('is the newest, and the offer’s own on the same day', () => {
    const own = row('A', { wasPrice: fact('90'), title: fact('Old mug', '2026-11-01') });
    const other = row(null, { wasPrice: fact('98'), title: fact('Mug', '2026-11-18') });
    const seen = mergeSeen(offer, sources(own, [own, other]));
    expect(seen).toMatchObject({ wasPrice: { value: '90' }, title: { value: 'Mug' } });
  });
});

describe('what the seller’s tables say of a code', () => {
  const sku = { listing: 'sku:80000000001', sku: '80000000001', asin: null, code: 'MUG-A' };
  const own = { store: 'temu|global|Demo', listing: sku.listing, sku: sku.sku, asin: null };
  const item = {
    ...own,
    listing: 'code:MUG-A',
    sku: null,
    facts: { unitCost: fact('5.10'), declaredPrice: fact('20.00') },
  };

  test('counts for every SKU with it, and what was seen of the SKU itself goes before it', () => {
    const seen = mergeSeen(sku, sources({ ...own, facts: { declaredPrice: fact('17.90') } }, [], item));
    expect(seen).toMatchObject({ unitCost: { value: '5.10' }, declaredPrice: { value: '17.90' } });
  });

  test('is what a form with nothing but the code has', () => {
    const form = { listing: 'code:MUG-A', sku: null, asin: null, code: 'MUG-A' };
    expect(mergeSeen(form, sources(item, [], item)).unitCost?.value).toBe('5.10');
  });
});
