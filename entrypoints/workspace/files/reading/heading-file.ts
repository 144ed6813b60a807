import type { Marketplace } from '../../../../rules/engine/sites.ts';
import { columnOf } from '../../../background/understanding/headings.ts';
import type { ListingColumn, ListingFile } from './listing-columns.ts';

/** Fewer known headings than these may be chance. */
const FEWEST_HEADINGS = 2;

/**
 * Recognises any table whose headings are names of facts, or their labels in English or Chinese, on the marketplace;
 * null for anything else. The headings are the first row that has as many of them as any.
 */
export function recogniseHeadings(rows: readonly (readonly string[])[], marketplace: Marketplace): ListingFile | null {
  const read = rows.map((row) => columnsIn(row, marketplace));
  const most = Math.max(0, ...read.map((columns) => columns.length));
  if (most < FEWEST_HEADINGS) return null;
  const headingRow = read.findIndex((columns) => columns.length === most);
  const columns = read[headingRow] ?? [];
  const known = new Set(columns.map(({ index }) => index));
  const headings = rows[headingRow] ?? [];
  return {
    kind: 'columns',
    headingRow,
    firstRow: headingRow + 1,
    sites: [],
    columnsFor: () => columns,
    unknownHeadings: headings.filter((heading, index) => heading.trim() !== '' && !known.has(index)),
    blank: () => 'unknown',
  };
}

function columnsIn(headings: readonly string[], marketplace: Marketplace): readonly ListingColumn[] {
  return headings.flatMap((heading, index): readonly ListingColumn[] => {
    if (heading.trim() === '') return [];
    const column = columnOf(heading, marketplace);
    if (column.holds === 'fact') return [{ index, holds: 'fact', fact: column.fact }];
    return column.holds === 'bullet' ? [{ index, holds: 'bullet', number: column.number }] : [];
  });
}
