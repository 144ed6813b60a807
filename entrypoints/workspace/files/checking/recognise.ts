import { type Marketplace, marketplaces } from '../../../../rules/engine/sites.ts';
import { recogniseCouponFile } from '../reading/coupon-file.ts';
import { recogniseFlatFile } from '../reading/flat-file.ts';
import { type HeadingFile, headingFile, isHeadingFile, recogniseHeadings } from '../reading/heading-file.ts';
import { isBelowTable } from '../reading/heading-row.ts';
import { recogniseListingsReport } from '../reading/listings-report.ts';
import { type NamedFile, namedFile } from '../reading/named-files.ts';
import { recogniseProcessingReport } from '../reading/processing-report.ts';
import { headingsOf, type UnknownTable, unknownTable } from '../reading/recognise.ts';
import type { Row, Table } from '../reading/rows-of-text.ts';
import { firstRows, type SheetTable, tablesIn } from '../reading/sheets.ts';
import { UnreadableTable } from '../reading/unreadable-table.ts';
import { type CheckableFile, isUnderstood } from './columns.ts';

/** A sheet of a workbook, as it can be chosen. */
export interface KnownSheet {
  readonly name: string;
  /** What it was recognised as; null: nothing that can be checked. */
  readonly kind: CheckableFile['kind'] | null;
}

/** A table with what it was recognised as. */
export interface Recognised {
  readonly layout: CheckableFile;
  /** Marketplace it is for; the one that knows most of its headings where nothing else says it. */
  readonly marketplace: Marketplace;
  /** Sheet of a workbook that it is in; null for text. */
  readonly sheet: string | null;
  /** The sheets of its workbook with anything in them, in their order; empty for text. */
  readonly sheets: readonly KnownSheet[];
  readonly table: Table;
  /** Rows with anything in them above its first listing that are not its headings. */
  readonly aside: readonly number[];
  /** Headings and first rows of a table whose columns can be explained; null where nothing is to be asked. */
  readonly columns: UnknownTable | null;
}

/** A table without a row of headings. The message are its first cells. */
export class NotRecognised extends Error {
  override name = 'NotRecognised';
}

/** A file that is known and has nothing to check. */
export class NothingToCheck extends Error {
  override name = 'NothingToCheck';
  readonly named: NamedFile;

  constructor(named: NamedFile) {
    super(named);
    this.named = named;
  }
}

interface RecogniseOptions {
  /** What headings are of; null: not chosen yet. */
  readonly marketplace: Marketplace | null;
  /** The sheet of a workbook that was chosen; null: the one that says most of what it is. */
  readonly sheet?: string | null;
}

/**
 * Recognises a file by its content. Of a workbook it takes the first sheet that is a known layout, else the first that is
 * any table whose headings are known, else any table; sheets in view go first.
 * @throws UnreadableTable, NotRecognised, NothingToCheck
 */
export async function recognise(file: File, options: RecogniseOptions, signal: AbortSignal): Promise<Recognised> {
  return recogniseTables(await tablesIn(file, signal), options);
}

export async function recogniseTables(
  tables: readonly SheetTable[],
  { marketplace, sheet: chosen = null }: RecogniseOptions,
): Promise<Recognised> {
  const looked: Looked[] = [];
  for (const one of tables) {
    const rows = await firstRows(one.table);
    const named = namedFile(rows, 'check');
    if (rows.some(isFilled)) looked.push({ ...one, rows, named, found: named ? null : layoutOf(rows, marketplace) });
  }
  const [first] = looked;
  if (!first) throw new UnreadableTable('empty');
  const best = looked.find(({ sheet }) => chosen !== null && sheet === chosen) ?? looked.toSorted(byLikelihood)[0];
  if (best?.named) throw new NothingToCheck(best.named);
  if (!best?.found) throw new NotRecognised(fullestRow((best ?? first).rows).join(', '));
  const { found, table, sheet, rows } = best;
  if (found.columns === null && isHeadingFile(found.layout) && !isUnderstood(found.layout))
    throw new NotRecognised(fullestRow(rows).join(', '));
  const sheets = looked.flatMap((one): KnownSheet[] =>
    one.sheet === null ? [] : [{ name: one.sheet, kind: one.found?.layout.kind ?? null }],
  );
  return { ...found, sheet, sheets, table, aside: asideIn(rows, found.layout) };
}

type Found = Pick<Recognised, 'layout' | 'marketplace' | 'columns'>;

interface Looked extends SheetTable {
  readonly rows: readonly Row[];
  readonly named: NamedFile | null;
  readonly found: Found | null;
}

/**
 * A layout that names itself goes before headings that are known, these before a file that has nothing to check, and
 * that one before a table of which nothing is known.
 */
function likelihood({ found, named, isHidden }: Looked): number {
  const isInView = isHidden ? 0 : 1;
  if (named) return 4 + isInView;
  if (!found) return 0;
  if (!isHeadingFile(found.layout)) return 8 + isInView;
  return (isUnderstood(found.layout) ? 6 : 2) + isInView;
}

/** Sorting keeps the order of the sheets where neither is more likely. */
const byLikelihood = (a: Looked, b: Looked) => likelihood(b) - likelihood(a);

const isFilled = (row: Row) => row.some((cell) => cell.trim() !== '');

/** 1-based rows that are neither headings nor listings. */
function asideIn(rows: readonly Row[], { headingRow, firstRow }: CheckableFile): readonly number[] {
  return rows.slice(0, firstRow).flatMap((row, index) => (index !== headingRow && isFilled(row) ? [index + 1] : []));
}

function layoutOf(rows: readonly Row[], marketplace: Marketplace | null): Found | null {
  const ofAmazon =
    recogniseFlatFile(rows) ??
    recogniseCouponFile(rows) ??
    recogniseListingsReport(rows) ??
    recogniseProcessingReport(rows);
  if (ofAmazon) return { layout: ofAmazon, marketplace: 'amazon', columns: null };
  const asked = marketplace === null ? marketplaces : [marketplace];
  const found = asked.flatMap((one) => {
    const layout = recogniseHeadings(rows, one);
    return layout ? [{ layout, marketplace: one, columns: columnsIn(rows, layout) }] : [];
  });
  // Sorting keeps the order of those that know as many.
  const known = found.sort((a, b) => a.layout.unknownHeadings.length - b.layout.unknownHeadings.length)[0];
  return known ?? unnamedTable(rows, asked);
}

/** A table of which no heading is known, for the marketplace for which most of its columns can be guessed. */
function unnamedTable(rows: readonly Row[], asked: readonly Marketplace[]): Found | null {
  const table = headingsOf(rows);
  if (!table || isBelowTable(rows, table.from - 1)) return null;
  const [best] = asked
    .map((marketplace) => ({ marketplace, layout: headingFile(rows, table.from - 1, marketplace) }))
    .sort((a, b) => a.layout.unknownHeadings.length - b.layout.unknownHeadings.length);
  return best ? { ...best, columns: columnsIn(rows, best.layout) } : null;
}

/** Nobody goes through a list of more of them. */
const MOST_UNKNOWN = 500;

function columnsIn(rows: readonly Row[], { headingRow, firstRow, unknownHeadings }: HeadingFile): UnknownTable | null {
  if (unknownHeadings.length > MOST_UNKNOWN) return null;
  return unknownTable([...rows.slice(0, headingRow + 1), ...rows.slice(firstRow)], headingRow);
}

const MOST_HEADINGS = 8;
const LONGEST_HEADING = 40;

/** The fullest row says most of what the file is. */
function fullestRow(rows: readonly Row[]): readonly string[] {
  const filled = rows.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const fullest = filled.reduce((best, row) => (row.length > best.length ? row : best), []);
  return fullest.slice(0, MOST_HEADINGS).map((heading) => heading.slice(0, LONGEST_HEADING));
}
