import type { FactName } from '../../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../../rules/engine/sites.ts';
import { columnOf } from '../../../background/understanding/headings.ts';
import { codePair, understoodColumns } from '../../../background/understanding/mappable.ts';
import { isNaming } from '../../../background/understanding/naming.ts';
import { describedRows } from './described-rows.ts';
import { headingRowOf, type NamedColumns } from './heading-row.ts';
import type { ListingColumn, ListingFile } from './listing-columns.ts';
import type { Row } from './rows-of-text.ts';

/** A table that is read by its headings. */
export interface HeadingFile extends ListingFile {
  readonly kind: 'columns';
  readonly headings: readonly string[];
  /** What each column holds by its heading; null: nothing that is known. */
  readonly understood: readonly (FactName | null)[];
}

export function isHeadingFile(file: { readonly kind: string }): file is HeadingFile {
  return file.kind === 'columns';
}

/**
 * Recognises any table whose headings are names of facts, their labels in English or Chinese, or words that sellers of
 * the marketplace write for them; null for anything else.
 */
export function recogniseHeadings(rows: readonly Row[], marketplace: Marketplace): HeadingFile | null {
  const headingRow = headingRowOf(rows, (row) => namesIn(row, marketplace));
  return headingRow === null ? null : headingFile(rows, headingRow, marketplace);
}

/** The table below a row of headings, whether they are known or not. */
export function headingFile(rows: readonly Row[], headingRow: number, marketplace: Marketplace): HeadingFile {
  const headings = (rows[headingRow] ?? []).map((heading) => heading.trim());
  const understood = understoodColumns(headings, marketplace);
  const columns = settledColumns(headings, marketplace);
  const known = new Set(columns.map(({ index }) => index));
  const firstRow = headingRow + 1 + describedRows(rows.slice(headingRow + 1), understood);
  return {
    kind: 'columns',
    headingRow,
    firstRow,
    sites: [],
    columnsFor: () => columns,
    headings,
    understood,
    unknownHeadings: headings.filter(
      (heading, index) => heading !== '' && understood[index] === null && !known.has(index),
    ),
    blank: () => 'unknown',
  };
}

function namesIn(row: Row, marketplace: Marketplace): NamedColumns {
  const columns = row.map((heading) => columnOf(heading, marketplace));
  const facts = columns.flatMap((column) => (column.holds === 'fact' ? [column.fact] : []));
  const bullets = columns.filter(({ holds }) => holds === 'bullet').length;
  return { known: new Set(facts).size + bullets, isNaming: facts.some(isNaming) };
}

/** Columns of which nobody is asked. */
function settledColumns(headings: readonly string[], marketplace: Marketplace): readonly ListingColumn[] {
  const pair = codePair(headings);
  return headings.flatMap((heading, index): readonly ListingColumn[] => {
    if (index === pair?.code) return [{ index, holds: 'product-id' }];
    if (index === pair?.type) return [{ index, holds: 'product-id-type' }];
    const column = columnOf(heading, marketplace);
    return column.holds === 'bullet' ? [{ index, holds: 'bullet', number: column.number }] : [];
  });
}
