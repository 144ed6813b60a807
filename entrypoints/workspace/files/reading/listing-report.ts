import type { WireValue } from '../../../../rules/engine/facts.ts';
import type { Site } from '../../../../rules/engine/sites.ts';
import type { ReportLanguage } from './report-headings.ts';
import { type CellOf, type FoundReport, isCurrencyOf, type ListingReportKind, siteOfCode } from './report-kinds.ts';
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
  /** ISO 4217 code of its amounts; null where the file does not say. */
  readonly currency: string | null;
  /** 1-based row of the file. */
  readonly row: number;
  readonly facts: { readonly [fact: string]: WireValue };
}

/** Longer texts than any field takes are not kept. */
const LONGEST_TEXT = 20_000;

/** Reads a report with one listing a row. A column that is missing is not known; an empty cell is empty. */
export class ListingReport {
  readonly lines = new Map<string, ListingLine>();
  readonly #report: ListingReportKind;
  readonly #language: ReportLanguage;
  readonly #index: ReadonlyMap<string, number>;

  constructor({ report, headings, language }: FoundReport) {
    this.#report = report;
    this.#language = language;
    this.#index = new Map(headings.map((heading, index) => [heading, index]));
  }

  /**
   * Whether a row that ends early can be trusted: it names its listing as others do. A line break within a text cuts a row
   * in two, and the second part has other things in these places.
   */
  isWholeSoFar(row: Row): boolean {
    const at = (heading: string) => row[this.#index.get(heading) ?? row.length]?.trim() ?? '';
    const { sku, asin } = this.#report;
    return at(sku) !== '' && isAsin(at(asin));
  }

  /** Takes a row in; says why when it is left out. */
  add(row: Row, number: number): SkipReason | null {
    const cell = (heading: string) => {
      const index = this.#index.get(heading);
      return index === undefined ? '' : (row[index] ?? '');
    };
    const { sku: skuColumn, site: siteColumn, day: dayColumn, columns } = this.#report;
    const sku = cell(skuColumn).trim();
    if (sku === '' || sku.length > 100) return 'no-sku';
    const namesSite = siteColumn !== null && this.#index.has(siteColumn);
    const site = namesSite ? siteOfCode(cell(siteColumn)) : null;
    if (namesSite && site === null) return 'no-site';
    const currency = this.#report.currency === null ? '' : cell(this.#report.currency).trim();
    if (site !== null && !isCurrencyOf(site, currency)) return 'currency';
    const day = dayColumn === null ? null : isoDay(cell(dayColumn));
    if (dayColumn !== null && day === null) return 'no-day';
    const facts: Record<string, WireValue> = {};
    for (const { fact, heading, understand, speaks, isCheckedOnly } of columns) {
      if (isCheckedOnly || !this.#index.has(heading) || speaks?.(cell) === false) continue;
      const value = understand(cell(heading), this.#language);
      if (value === undefined || (typeof value === 'string' && value.length > LONGEST_TEXT)) continue;
      facts[fact] = value;
    }
    const key = `${site ?? ''}\n${sku}`;
    if (this.lines.has(key)) return 'duplicate';
    this.lines.set(key, { site, sku, asin: this.#asinIn(cell), day, currency: currency || null, row: number, facts });
    return null;
  }

  #asinIn(cell: CellOf): string | null {
    const asin = cell(this.#report.asin).trim();
    if (isAsin(asin)) return asin;
    const id = cell('product-id').trim();
    return isAsin(id) && /^(?:1|ASIN)$/iu.test(cell('product-id-type').trim()) ? id : null;
  }
}

function isAsin(text: string): boolean {
  return /^[A-Z0-9]{10}$/.test(text);
}

function isoDay(text: string): string | null {
  const day = text.trim().slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
