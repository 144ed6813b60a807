import { type FactName, factKinds, type Kind } from '../../../../rules/engine/facts.ts';
import { cellValue } from './cells.ts';
import type { ListingColumn, ListingFile } from './listing-columns.ts';
import type { TableMapping } from './mapped-table.ts';
import { ownCell, writingOf } from './own-cell.ts';

/** Kinds that people write in their own way; the others are written as in any table that is checked. */
const OWN_WRITING: ReadonlySet<Kind> = new Set(['money', 'percent', 'decimal', 'count', 'day']);

/**
 * A table that is checked by what the seller says of its columns. Bullets are those that its headings number.
 * @param file the table as its headings were understood
 */
export function mappedFile(file: ListingFile, mapping: TableMapping): ListingFile {
  const { marketplace, site, currency } = mapping;
  const writing = writingOf(marketplace, site, currency);
  const asFact = (fact: FactName, index: number): ListingColumn => ({
    index,
    holds: 'fact',
    fact,
    words: (cell) =>
      OWN_WRITING.has(factKinds[fact]) ? ownCell(fact, cell, writing) : cellValue(fact, cell, 'unknown'),
  });
  const columns = [
    ...file.columnsFor(site).filter(({ holds }) => holds === 'bullet'),
    ...mapping.columns.flatMap((fact, index) => (fact === null ? [] : [asFact(fact, index)])),
  ];
  return { ...file, columnsFor: () => columns };
}
