import { type FactName, factKinds, type WireValue } from '../../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed, type Site } from '../../../../rules/engine/sites.ts';
import { codeListing } from '../../../background/rows/listing-identity.ts';
import { normalizeCode } from '../../../background/rows/seller-code.ts';
import { headingCurrency } from './heading-currency.ts';
import { ownCell, type Writing, writingOf } from './own-cell.ts';
import type { Row } from './rows-of-text.ts';
import type { SkipReason } from './skipped.ts';

/** How a table of the seller's own is read. */
export interface TableMapping {
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO 4217 code of the store's prices. */
  readonly currency: string;
  /** What each column holds, in the order of the file; null: nothing of ours. */
  readonly columns: readonly (FactName | null)[];
}

export interface MappedListing {
  /** As in `Identity`. */
  readonly listing: string;
  readonly sku: string | null;
  readonly asin: string | null;
  readonly facts: { readonly [fact: string]: WireValue };
}

const LONGEST_NAME = 100;
const LONGEST_TEXT = 20_000;

/** Reads a table by its mapping. An empty cell says nothing: a seller's own table is rarely filled in whole. */
export class MappedTable {
  readonly listings = new Map<string, MappedListing>();
  readonly #mapping: TableMapping;
  readonly #writing: Writing;
  /** Columns of amounts in another currency than the shop's. */
  readonly #foreign: ReadonlySet<number>;

  constructor(mapping: TableMapping, headings: Row) {
    this.#mapping = mapping;
    this.#foreign = foreignColumns(mapping, headings);
    this.#writing = writingOf(mapping.marketplace, mapping.site, mapping.currency);
  }

  /** Takes a row in; says why when it, or one of its cells, is left out. */
  add(row: Row): SkipReason | null {
    const { marketplace } = this.#mapping;
    const names: { sku?: string; asin?: string; productId?: string; code?: string } = {};
    const facts: Record<string, WireValue> = {};
    let unread = false;
    let foreign = false;
    for (const [index, fact] of this.#mapping.columns.entries()) {
      const cell = row[index]?.trim() ?? '';
      if (fact === null || cell === '') continue;
      const name = nameIn(fact, cell, marketplace);
      if (name !== null) {
        if (cell.length <= LONGEST_NAME) names[name] ??= cell;
        continue;
      }
      if (this.#foreign.has(index)) {
        foreign = true;
        continue;
      }
      const value = ownCell(fact, cell, this.#writing);
      if (value === undefined || cell.length > LONGEST_TEXT) unread = true;
      else facts[fact] = value;
    }
    const listing = listingOf(names);
    if (listing === null) return 'no-sku';
    if (Object.keys(facts).length === 0) return unread ? 'number' : foreign ? 'currency' : 'no-cell';
    const { sku = null, asin = null, code } = names;
    if (code !== undefined) facts[marketplaceNamed[marketplace].ownCode ?? 'sku'] = code;
    if (this.listings.has(listing)) return 'duplicate';
    this.listings.set(listing, { listing, sku, asin, facts });
    if (unread) return 'unread-cell';
    return foreign ? 'currency-cell' : null;
  }
}

/** "采购参考价（RMB）" in a file for a shop in dollars: twelve yuan are not twelve dollars. */
function foreignColumns(
  { columns, currency }: Pick<TableMapping, 'columns' | 'currency'>,
  headings: Row,
): ReadonlySet<number> {
  const foreign = new Set<number>();
  for (const [index, fact] of columns.entries()) {
    const named = fact !== null && factKinds[fact] === 'money' ? headingCurrency(headings[index] ?? '') : null;
    if (named !== null && named !== currency) foreign.add(index);
  }
  return foreign;
}

interface Names {
  readonly sku?: string;
  readonly asin?: string;
  readonly productId?: string;
  readonly code?: string;
}

/** Which of a listing's names a cell is; null for a cell that says something of it. */
function nameIn(fact: FactName, cell: string, marketplace: Marketplace): keyof Names | null {
  const { ownCode } = marketplaceNamed[marketplace];
  if (fact === ownCode) return 'code';
  // Sellers call their own code a SKU too; the platform's SKU ids are digits.
  if (fact === 'sku') return ownCode && !/^\d+$/.test(cell) ? 'code' : 'sku';
  return fact === 'asin' || fact === 'productId' ? fact : null;
}

function listingOf({ sku, asin, productId, code }: Names): string | null {
  if (sku !== undefined) return `sku:${sku}`;
  if (asin !== undefined) return `asin:${asin}`;
  // Several SKUs of one product have one cost each.
  const item = code === undefined ? null : normalizeCode(code);
  if (item !== null) return codeListing(item);
  return productId === undefined ? null : `product:${productId}`;
}
