import type { ListingFile } from './listing-columns.ts';
import type { Row } from './rows-of-text.ts';

/**
 * The file that Amazon returns after an upload: a summary, then a row for each error and warning. Its headings are
 * described by Amazon's help and read by many public programs; the order of the columns differs.
 */
const headings = ['original-record-number', 'error-code', 'error-message'] as const;

/** The summary takes four rows, and is translated in some accounts. */
const MOST_ROWS_ABOVE = 20;

/** Longer than any message; a text in it is shown as far as this. */
const LONGEST_MESSAGE = 300;

/** Recognises a processing report, to be explained; null for anything else. */
export function recogniseProcessingReport(rows: readonly Row[]): ListingFile | null {
  const names = rows.slice(0, MOST_ROWS_ABOVE).map((row) => row.map((heading) => heading.trim().toLowerCase()));
  const headingRow = names.findIndex((row) => headings.every((heading) => row.includes(heading)));
  const own = names[headingRow];
  if (!own) return null;
  const sku = own.indexOf('sku');
  const [, code, message] = headings.map((heading) => own.indexOf(heading)) as [number, number, number];
  return {
    kind: 'processing-report',
    headingRow,
    firstRow: headingRow + 1,
    sites: [],
    columnsFor: () => [
      ...(sku < 0 ? [] : [{ index: sku, holds: 'fact' as const, fact: 'sku' as const }]),
      { index: code, holds: 'fact', fact: 'errorCodes', words: (cell) => [cell] },
    ],
    unknownHeadings: [],
    blank: (cells) => ((cells[code] ?? '').trim() === '' ? null : 'unknown'),
    mayRepeat: true,
    quoted: (cells) => cells[message]?.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE) || null,
  };
}
