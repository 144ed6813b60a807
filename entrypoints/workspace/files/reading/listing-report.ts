import type { WireValue } from '../../../../rules/engine/facts.ts';
import type { Site } from '../../../../rules/engine/sites.ts';
import { isCurrencyOf, type ListingReportKind, siteOfCode } from './report-kinds.ts';
import type { Row } from './rows-of-text.ts';
import type { SkipReason } from './skipped.ts';

/** One listing as a report has it. */
export interface ListingLine {
  /** Null where the file does not name the site. */
  readonly site: Site | null;
  readonly sku: string;
  readonly asin: string | null;
  /** ISO day of the data; null where it is that of the file. */
  readonly day: string | null;
  readonly facts: { readonly [fact: string]: WireValue };
}

/** Longer texts than any field takes are not kept. */
const LONGEST_TEXT = 20_000;

/** Reads a report with one listing a row. A column that is missing is not known; an empty cell is empty. */
export class ListingReport {
  readonly lines = new Map<string, ListingLine>();
  readonly #report: ListingReportKind;
  readonly #index: ReadonlyMap<string, number>;

  constructor(report: ListingReportKind, headings: Row) {
    this.#report = report;
    this.#index = new Map(headings.map((heading, index) => [heading, index]));
  }

  /** Takes a row in; says why when it is left out. */
  add(row: Row): SkipReason | null {
    const cell = (heading: string) => {
      const index = this.#index.get(heading);
      return index === undefined ? '' : (row[index] ?? '');
    };
    const { sku: skuColumn, asin: asinColumn, site: siteColumn, day: dayColumn, currency, columns } = this.#report;
    const sku = cell(skuColumn).trim();
    if (sku === '' || sku.length > 100) return 'no-sku';
    const site = siteColumn === null ? null : siteOfCode(cell(siteColumn));
    if (siteColumn !== null && site === null) return 'no-site';
    if (site !== null && currency !== null && !isCurrencyOf(site, cell(currency).trim())) return 'currency';
    const day = dayColumn === null ? null : isoDay(cell(dayColumn));
    if (dayColumn !== null && day === null) return 'no-day';
    const facts: Record<string, WireValue> = {};
    for (const { fact, heading, understand, speaks, isCheckedOnly } of columns) {
      if (isCheckedOnly || !this.#index.has(heading) || speaks?.(cell) === false) continue;
      const value = understand(cell(heading));
      if (value === undefined || (typeof value === 'string' && value.length > LONGEST_TEXT)) continue;
      facts[fact] = value;
    }
    const asin = cell(asinColumn).trim();
    const key = `${site ?? ''}\n${sku}`;
    if (this.lines.has(key)) return 'duplicate';
    this.lines.set(key, { site, sku, asin: /^[A-Z0-9]{10}$/.test(asin) ? asin : null, day, facts });
    return null;
  }
}

function isoDay(text: string): string | null {
  const day = text.trim().slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
