import type { ListingColumn, ListingFile } from './listing-columns.ts';
import { listingsReport, type ReportColumn, reportWithHeadings } from './report-kinds.ts';

/** Recognises a listings report by its headings, to be checked; null for anything else. */
export function recogniseListingsReport(rows: readonly (readonly string[])[]): ListingFile | null {
  const recognised = reportWithHeadings(rows[0] ?? []);
  if (recognised?.report !== listingsReport) return null;
  const { headings, language } = recognised;
  const { sku, asin, columns } = listingsReport;
  const found = [
    ...columnAt(headings.indexOf(sku), { fact: 'sku' }),
    ...columnAt(headings.indexOf(asin), { fact: 'asin' }),
    ...columns.flatMap(({ fact, heading, understand, speaks }) =>
      columnAt(headings.indexOf(heading), {
        fact,
        words: (cell) => understand(cell, language),
        ...(speaks ? inRow(speaks, headings) : {}),
      }),
    ),
    ...identifierAt(headings.indexOf('product-id'), 'product-id'),
    ...identifierAt(headings.indexOf('product-id-type'), 'product-id-type'),
  ];
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

type Fact = Omit<Extract<ListingColumn, { holds: 'fact' }>, 'index' | 'holds'>;

function columnAt(index: number, fact: Fact): readonly ListingColumn[] {
  return index < 0 ? [] : [{ index, holds: 'fact', ...fact }];
}

function identifierAt(index: number, holds: 'product-id' | 'product-id-type'): readonly ListingColumn[] {
  return index < 0 ? [] : [{ index, holds }];
}

function inRow(speaks: NonNullable<ReportColumn['speaks']>, headings: readonly string[]): Pick<Fact, 'speaks'> {
  return { speaks: (cells) => speaks((heading) => cells[headings.indexOf(heading)] ?? '') };
}
