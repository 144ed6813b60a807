import type { FactName, WireFacts, WireValue } from '../../../../rules/engine/facts.ts';
import type { Site } from '../../../../rules/engine/sites.ts';
import { type Blank, cellValue } from './cells.ts';

/** What one column of a file of listings holds. */
export type ListingColumn = { readonly index: number } & (
  | {
      readonly holds: 'fact';
      readonly fact: FactName;
      readonly words?: WordReader;
      /** Whether the cell speaks of the fact in this row; left out: in every row. */
      readonly speaks?: (cells: readonly string[]) => boolean;
    }
  /** One of the bullets, 1-based. */
  | { readonly holds: 'bullet'; readonly number: number }
  /** A product's number and what kind of number it is: an ASIN, or a GTIN. */
  | { readonly holds: 'product-id' }
  | { readonly holds: 'product-id-type' }
);

/** A word of the file as a fact's own word; undefined for one that is not known. */
export type WordReader = (text: string) => WireValue | undefined;

/** A file with one listing in each row. Indexes of rows and columns are 0-based. */
export interface ListingFile {
  readonly kind: 'unified-flat-file' | 'legacy-flat-file' | 'listings-report' | 'processing-report' | 'columns';
  /** The row whose cells name the columns for a reader. */
  readonly headingRow: number;
  readonly firstRow: number;
  /** Sites the file names; empty where it names none. */
  readonly sites: readonly Site[];
  /** The columns that hold for a site. */
  columnsFor(site: Site): readonly ListingColumn[];
  /** Headings that mean nothing, where headings are ours to understand. */
  readonly unknownHeadings: readonly string[];
  /** How an empty cell of a row is meant; null for a row that is no listing to check. */
  blank(cells: readonly string[]): Blank | null;
  /** Whether one listing may have several rows. */
  readonly mayRepeat?: true;
  /** What the marketplace itself says of a row, in its own words. */
  quoted?(cells: readonly string[]): string | null;
}

export interface RowFacts {
  readonly facts: WireFacts;
  /** Cells that are filled and not understood, and facts whose columns contradict each other. */
  readonly unread: ReadonlySet<FactName>;
}

const NOTHING_UNREAD: ReadonlySet<FactName> = new Set();

/** Reads one row. Two columns of one fact may agree or leave one empty; otherwise the fact is not known. */
export function factsOf(columns: readonly ListingColumn[], cells: readonly string[], blank: Blank): RowFacts {
  const facts: WireFacts = {};
  let unread: Set<FactName> | null = null;
  let bullets: string[] | null = null;
  let identifier = '';
  let identifierType = '';
  for (const column of columns) {
    const cell = (cells[column.index] ?? '').trim();
    if (column.holds === 'bullet') {
      bullets ??= [];
      bullets[column.number - 1] = cell;
    } else if (column.holds === 'product-id') identifier = cell;
    else if (column.holds === 'product-id-type') identifierType = cell;
    else {
      const { fact, words, speaks } = column;
      if (speaks?.(cells) === false) continue;
      const value = words && cell !== '' ? words(cell) : cellValue(fact, cell, blank);
      const isFilled = cell !== '' && value === undefined;
      if (isFilled || isContradicted(facts[fact], value)) {
        unread ??= new Set();
        unread.add(fact);
      }
      if (value !== undefined && (facts[fact] === undefined || facts[fact] === null)) facts[fact] = value;
    }
  }
  if (bullets) addBullets(facts, bullets, blank);
  addIdentifier(facts, identifier, identifierType);
  if (unread) for (const fact of unread) delete facts[fact];
  return { facts, unread: unread ?? NOTHING_UNREAD };
}

function isContradicted(known: WireValue | undefined, value: WireValue | undefined): boolean {
  if (known === undefined || known === null || value === undefined || value === null) return false;
  return String(known) !== String(value);
}

/** Bullets keep their places: an empty first one is not the second. */
function addBullets(facts: WireFacts, bullets: readonly (string | undefined)[], blank: Blank): void {
  const last = bullets.findLastIndex((bullet) => bullet !== undefined && bullet !== '');
  if (last < 0 && blank === 'unknown') return;
  facts.bullets = Array.from({ length: last + 1 }, (_, index) => bullets[index] ?? '');
}

function addIdentifier(facts: WireFacts, identifier: string, type: string): void {
  if (identifier === '') return;
  if (/^asin$/iu.test(type) || (type === '1' && /^B0/u.test(identifier))) facts.asin ??= identifier;
  else if (type !== '' && /^(?:ean|upc|gtin|isbn)$/iu.test(type)) {
    facts.gtin ??= identifier;
    facts.gtinType ??= type.toUpperCase();
  }
}
