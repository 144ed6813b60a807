import type { ListingColumn, ListingFile } from './listing-columns.ts';
import { listingsReport, type ReportColumn } from './report-kinds.ts';

/** Recognises a listings report by its headings, to be checked; null for anything else. */
export function recogniseListingsReport(rows: readonly (readonly string[])[]): ListingFile | null {
  const headings = (rows[0] ?? []).map((heading) => heading.trim());
  const { proof, sku, asin, columns } = listingsReport;
  if (!proof.every((heading) => headings.includes(heading))) return null;
  const found = [
    ...columnAt(headings.indexOf(sku), { fact: 'sku' }),
    ...columnAt(headings.indexOf(asin), { fact: 'asin' }),
    ...columns.flatMap(({ fact, heading, understand, speaks }) =>
      columnAt(headings.indexOf(heading), { fact, words: understand, ...(speaks ? inRow(speaks, headings) : {}) }),
    ),
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

function inRow(speaks: NonNullable<ReportColumn['speaks']>, headings: readonly string[]): Pick<Fact, 'speaks'> {
  return { speaks: (cells) => speaks((heading) => cells[headings.indexOf(heading)] ?? '') };
}
