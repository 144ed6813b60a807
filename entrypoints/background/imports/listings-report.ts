import type { FactName } from '../../../rules/facts.ts';
import type { ListingColumn, ListingFile, WordReader } from './listing-columns.ts';

// Active and All Listings: reports reference, section 5. The report has neither Sale Price nor currency nor site.

const columns: Readonly<Record<string, FactName>> = {
  'seller-sku': 'sku',
  asin1: 'asin',
  'item-name': 'title',
  'item-description': 'description',
  price: 'yourPrice',
  quantity: 'quantity',
  'item-condition': 'condition',
  'fulfillment-channel': 'fulfilment',
  status: 'status',
};

const words: { readonly [Name in FactName]?: WordReader } = {
  // 11 is new; what the other numbers stand for is not documented.
  condition: (code) => (code === '11' ? 'new_new' : undefined),
  fulfilment: (code) => {
    if (code === 'DEFAULT') return 'MFN';
    return /^AMAZON_/u.test(code) ? 'AFN' : undefined;
  },
};

/** Recognises a listings report by its headings; null for anything else. */
export function recogniseListingsReport(rows: readonly (readonly string[])[]): ListingFile | null {
  const headings = (rows[0] ?? []).map((heading) => heading.trim());
  if (!headings.includes('seller-sku') || !headings.includes('asin1') || !headings.includes('price')) return null;
  const found = headings.flatMap((heading, index): readonly ListingColumn[] => {
    const fact = Object.hasOwn(columns, heading) ? columns[heading] : undefined;
    if (fact === undefined) return [];
    const read = words[fact];
    return [{ index, holds: 'fact', fact, ...(read ? { words: read } : {}) }];
  });
  return {
    kind: 'listings-report',
    headingRow: 0,
    firstRow: 1,
    sites: [],
    columnsFor: () => found,
    unknownHeadings: [],
    // The quantity of what Amazon ships is empty and yet there may be stock, so an empty cell is not known.
    blank: () => 'unknown',
  };
}
