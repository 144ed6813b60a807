import { type FactName, factKinds, type WireValue } from '../../../rules/facts.ts';
import type { Marketplace, Site } from '../../../rules/sites.ts';
import { parseDay } from '../understanding/days.ts';
import { parseCount, parseDecimal, parseMoney, parsePercent } from '../understanding/numbers.ts';
import { siteLocale } from './site-locale.ts';
import type { SkipReason } from './skipped.ts';
import type { Row } from './table.ts';

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
  readonly #locale: string;

  constructor(mapping: TableMapping) {
    this.#mapping = mapping;
    this.#locale = siteLocale(mapping.marketplace, mapping.site);
  }

  /** Takes a row in; says why when it, or one of its cells, is left out. */
  add(row: Row): SkipReason | null {
    const names: { sku?: string; asin?: string; productId?: string } = {};
    const facts: Record<string, WireValue> = {};
    let unread = false;
    for (const [index, fact] of this.#mapping.columns.entries()) {
      const cell = row[index]?.trim() ?? '';
      if (fact === null || cell === '') continue;
      if (fact === 'sku' || fact === 'asin' || fact === 'productId') {
        if (cell.length <= LONGEST_NAME) names[fact] = cell;
        continue;
      }
      const value = this.#understand(fact, cell);
      if (value === undefined) unread = true;
      else facts[fact] = value;
    }
    const { sku = null, asin = null, productId } = names;
    const listing = sku !== null ? `sku:${sku}` : asin !== null ? `asin:${asin}` : productId && `product:${productId}`;
    if (!listing) return 'no-sku';
    if (Object.keys(facts).length === 0) return unread ? 'number' : 'no-cell';
    if (this.listings.has(listing)) return 'duplicate';
    this.listings.set(listing, { listing, sku, asin, facts });
    return unread ? 'unread-cell' : null;
  }

  #understand(fact: FactName, cell: string): WireValue | undefined {
    switch (factKinds[fact]) {
      case 'money':
        return this.#money(cell);
      case 'percent':
        return parsePercent(cell, this.#locale);
      case 'decimal':
        return parseDecimal(cell, this.#locale);
      case 'count':
        return parseCount(cell, this.#locale);
      case 'day':
        return parseDay(cell, this.#locale);
      default:
        return cell.length <= LONGEST_TEXT ? cell : undefined;
    }
  }

  /** An amount in another currency is not one of the store's. */
  #money(cell: string): string | undefined {
    const { currency } = this.#mapping;
    // In China the yen sign is the yuan's.
    const written = currency === 'CNY' ? cell.replaceAll(/[¥￥]/g, '') : cell;
    const money = parseMoney(written, this.#locale, currency);
    return money && (money.currency ?? currency) === currency ? money.amount : undefined;
  }
}
