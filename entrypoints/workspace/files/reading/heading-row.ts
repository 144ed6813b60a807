import type { Row } from './rows-of-text.ts';

/** Headings stand below instructions in some files; further down than this nobody has seen them. */
export const MOST_ROWS_ABOVE = 50;

/** What a column of a table is called, by the row that may be its headings. */
export interface NamedColumns {
  /** Of how many of its cells it is known what they head. */
  readonly known: number;
  /** Whether one of them heads what names a listing, such as the SKU. */
  readonly isNaming: boolean;
}

/** No heading is so long; the texts of listings are. */
const LONGEST_HEADING = 200;

/** Addresses, days and amounts are data, whatever letters are in them. */
const DATA = /^(?:https?:|www\.|\d{1,4}[-/.]\d{1,2}[-/.]\d|[^\p{L}]*\d[\d.,\s]*(?:[A-Z]{3}|[%€$£¥￥元円])?$)/iu;

/** Fewer known headings than these may be chance, where none of them names a listing. */
const FEWEST_KNOWN = 2;

/** The cells of a row that say anything. */
const filledIn = (row: Row): readonly string[] => row.map((cell) => cell.trim()).filter((cell) => cell !== '');

/**
 * The 0-based row of a table's headings: the first whose cells are words and that is as wide as the table, and of which
 * something is known. The words of a row of data may be names too, so a row below another one that could be the headings
 * is taken only where it names listings and most of it is known. Null where no row is.
 * @param namesIn what is known of a row
 */
export function headingRowOf(rows: readonly Row[], namesIn: (row: Row) => NamedColumns): number | null {
  const looked = rows.slice(0, MOST_ROWS_ABOVE);
  const widest = Math.max(0, ...rows.map((row) => filledIn(row).length));
  let hasUnnamed = false;
  for (const [index, row] of looked.entries()) {
    const filled = filledIn(row);
    if (filled.length * 3 < widest || !areHeadings(filled)) continue;
    const { known, isNaming } = namesIn(row);
    const isNamed = isNaming || known >= FEWEST_KNOWN || (known > 0 && filled.length === 1);
    if (isNamed && (!hasUnnamed || (isNaming && known * 2 > filled.length))) return index;
    if (filled.length >= 2 && filled.length * 3 >= widest * 2) hasUnnamed = true;
  }
  return null;
}

/** Whether cells may head columns: short words, each once. Of many columns a few may be headed by a month or a size. */
function areHeadings(filled: readonly string[]): boolean {
  const words = filled.filter((cell) => cell.length <= LONGEST_HEADING && /\p{L}/u.test(cell) && !DATA.test(cell));
  const most = (count: number) => count > 0 && count * 5 >= filled.length * 4;
  return most(words.length) && most(new Set(filled).size);
}
