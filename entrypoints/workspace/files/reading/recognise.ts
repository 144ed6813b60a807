import { recogniseFlatFile } from './flat-file.ts';
import { MOST_ROWS_ABOVE } from './heading-row.ts';
import type { ListingFile } from './listing-columns.ts';
import { neededOrderColumns } from './order-report.ts';
import type { ReportLanguage } from './report-headings.ts';
import { type ListingReportKind, reportWithHeadings } from './report-kinds.ts';
import type { Row } from './rows-of-text.ts';

/** Which report a file is, told by its headings. `from`: 0-based row at which its data begins. */
export type Recognised =
  | { readonly kind: 'orders'; readonly headings: Row; readonly from: number }
  | {
      readonly kind: ListingReportKind['kind'];
      readonly report: ListingReportKind;
      /** As the English report has them. */
      readonly headings: Row;
      readonly language: ReportLanguage;
      readonly from: number;
    };

/** A listing template of Amazon's. */
export interface FlatFile {
  readonly kind: 'flat-file';
  readonly file: ListingFile;
  readonly headings: Row;
  readonly from: number;
}

/** A table whose columns the seller explains. */
export interface OwnTable {
  readonly kind: 'table';
  readonly headings: Row;
  readonly from: number;
}

/** Recognises a report by its first rows; null for one that is none of Amazon's. */
export function recognise(rows: readonly Row[]): Recognised | null {
  for (const [index, row] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const headings = row.map((heading) => heading.trim());
    const has = (names: readonly string[]) => names.every((name) => headings.includes(name));
    if (has(neededOrderColumns)) return { kind: 'orders', headings, from: index + 1 };
    const found = reportWithHeadings(row);
    if (found) return { kind: found.report.kind, ...found, from: index + 1 };
  }
  return null;
}

/** Recognises a listing template; null for anything else. */
export function recogniseTemplate(rows: readonly Row[]): FlatFile | null {
  const file = recogniseFlatFile(rows);
  return file && { kind: 'flat-file', file, headings: rows[file.firstRow - 1] ?? [], from: file.firstRow };
}

/** What columns hold is asked of so many at most. */
const MOST_HEADINGS = 500;

/** The first row with several headings that all are text; null where there is none. */
export function headingsOf(rows: readonly Row[]): OwnTable | null {
  for (const [index, row] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const filled = row.filter((cell) => cell.trim() !== '');
    const isText = filled.every((cell) => /\p{L}/u.test(cell));
    if (filled.length >= 2 && row.length <= MOST_HEADINGS && isText)
      return { kind: 'table', headings: row.map((cell) => cell.trim()), from: index + 1 };
  }
  return null;
}

/** Rows that are shown beside a table's headings. */
const SAMPLES = 3;

/** A table with some of its rows, for asking what its columns hold. */
export function unknownTable(rows: readonly Row[], headingRow: number): UnknownTable {
  const filled = rows.slice(headingRow + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const headings = (rows[headingRow] ?? []).map((heading) => heading.trim());
  return { headings, samples: filled.slice(0, SAMPLES) };
}

/** A table that is no report: what its columns hold is asked. */
export interface UnknownTable {
  readonly headings: readonly string[];
  /** Some rows below the headings. */
  readonly samples: readonly (readonly string[])[];
}
