import { type FactName, factKinds, type Kind } from '../../../../rules/engine/facts.ts';
import { type Blank, cellValue } from './cells.ts';
import { headingCurrency } from './heading-currency.ts';
import type { HeadingFile } from './heading-file.ts';
import type { ListingColumn, ListingFile } from './listing-columns.ts';
import type { TableMapping } from './mapped-table.ts';
import { ownCell, writingOf } from './own-cell.ts';

/** Kinds that people write in their own way; the others are written as in any table that is checked. */
const OWN_WRITING: ReadonlySet<Kind> = new Set(['money', 'percent', 'decimal', 'count', 'day']);

const isOwnWriting = (fact: FactName) => fact === 'condition' || OWN_WRITING.has(factKinds[fact]);

/** As sellers, and Amazon's files, name who ships. Undefined: a word that is not understood. */
function channelIn(cell: string): string | undefined {
  const word = cell.trim().toUpperCase();
  if (/^(?:MFN|FBM|DEFAULT|MERCHANT|SELLER|自发货)$/u.test(word)) return 'MFN';
  return /^(?:AFN|FBA|AMAZON(?:_[A-Z]+)?|亚马逊配送)$/u.test(word) ? 'AFN' : undefined;
}

export interface FileMapping extends Omit<TableMapping, 'columns'> {
  /** What the seller says of the columns, in their order; null: what their headings say. */
  readonly columns: readonly (FactName | null)[] | null;
  /** How an empty cell is meant; left out: nothing is said by it. */
  readonly blank?: Blank;
}

/**
 * What each column of a table holds; null for one that is not checked. An amount whose heading names another currency is
 * none of the store's.
 */
export function columnsIn(
  { headings, understood }: HeadingFile,
  said: FileMapping['columns'],
  currency: string,
): readonly (FactName | null)[] {
  return (said ?? understood).map((fact, index) => {
    const named = fact !== null && factKinds[fact] === 'money' ? headingCurrency(headings[index] ?? '') : null;
    return named === null || named === currency ? fact : null;
  });
}

/**
 * A table that is checked by what its headings, or the seller, say of its columns. Numbered bullets, and a code beside
 * its type, are those that its headings name.
 */
export function mappedFile(file: HeadingFile, mapping: FileMapping): ListingFile {
  const { marketplace, site, currency, columns: said, blank = 'unknown' } = mapping;
  const writing = writingOf(marketplace, site, currency);
  const asFact = (fact: FactName, index: number): ListingColumn => ({
    index,
    holds: 'fact',
    fact,
    // "?" is what nobody knows, and no mistake.
    speaks: (cells) => cells[index]?.trim() !== '?',
    words: (cell) => {
      if (fact === 'fulfilment') return channelIn(cell);
      return isOwnWriting(fact) ? ownCell(fact, cell, writing) : cellValue(fact, cell, blank);
    },
  });
  const columns = [
    ...file.columnsFor(site),
    ...columnsIn(file, said, currency).flatMap((fact, index) => (fact === null ? [] : [asFact(fact, index)])),
  ];
  return { ...file, columnsFor: () => columns, blank: () => blank };
}
