import type { WireFacts } from '../../../../rules/engine/facts.ts';
import { parseFacts } from '../../../../rules/engine/parse-facts.ts';
import { factsOf, type ListingColumn, type ListingFile } from './listing-columns.ts';
import type { ListingLine } from './listing-report.ts';
import type { Row } from './rows-of-text.ts';
import type { SkipReason } from './skipped.ts';

const LONGEST_SKU = 100;

/**
 * Reads a listing template, unified or legacy, for every site it names. An empty cell says nothing here: whether the
 * upload empties the field or leaves it as it is depends on the row, and the file may never be uploaded.
 */
export class FlatFileReport {
  readonly lines = new Map<string, ListingLine>();
  readonly #file: ListingFile;
  readonly #sites: readonly { readonly site: string | null; readonly columns: readonly ListingColumn[] }[];

  constructor(file: ListingFile) {
    this.#file = file;
    const sites = file.sites.length > 0 ? file.sites : [null];
    this.#sites = sites.map((site) => ({ site, columns: file.columnsFor(site ?? '') }));
  }

  /** Takes a row in; says why when it is left out. */
  add(row: Row, number: number): SkipReason | null {
    if (this.#file.blank(row) === null) return 'deletion';
    let reason: SkipReason | null = null;
    for (const { site, columns } of this.#sites) reason ??= this.#addFor(site, columns, row, number);
    return reason;
  }

  #addFor(site: string | null, columns: readonly ListingColumn[], row: Row, number: number): SkipReason | null {
    const { sku, asin, ...rest } = factsOf(columns, row, 'unknown').facts;
    const facts: WireFacts = rest;
    if (typeof sku !== 'string' || sku === '' || sku.length > LONGEST_SKU) return 'no-sku';
    const key = `${site ?? ''}\n${sku}`;
    if (this.lines.has(key)) return 'duplicate';
    const { rejected } = parseFacts(facts);
    for (const name of rejected) delete facts[name];
    this.lines.set(key, {
      site,
      sku,
      asin: typeof asin === 'string' ? asin : null,
      day: null,
      currency: null,
      row: number,
      facts: { ...facts } as ListingLine['facts'],
    });
    return rejected.length > 0 ? 'unread-cell' : null;
  }
}
