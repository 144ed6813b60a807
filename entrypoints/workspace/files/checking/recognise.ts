import { type Marketplace, marketplaces } from '../../../../rules/engine/sites.ts';
import { checkableFacts, guessColumns } from '../../../background/understanding/mappable.ts';
import { type CouponFile, recogniseCouponFile } from '../reading/coupon-file.ts';
import { signatureOf } from '../reading/file-signature.ts';
import { recogniseFlatFile } from '../reading/flat-file.ts';
import { recogniseHeadings } from '../reading/heading-file.ts';
import type { ListingFile } from '../reading/listing-columns.ts';
import { recogniseListingsReport } from '../reading/listings-report.ts';
import { recogniseProcessingReport } from '../reading/processing-report.ts';
import type { UnknownTable } from '../reading/recognise.ts';
import { headingsOf, unknownTable } from '../reading/recognise.ts';
import type { Row, Table } from '../reading/rows-of-text.ts';
import { openTable } from '../reading/table.ts';
import { UnreadableTable } from '../reading/unreadable-table.ts';
import { openWorkbook, sheetTable } from '../reading/xlsx-read.ts';

export type CheckableFile = ListingFile | CouponFile;

/** A file with what it was recognised as. */
export interface Recognised {
  readonly layout: CheckableFile;
  /** Marketplace it is for; the one that knows most of its headings where nothing else says it. */
  readonly marketplace: Marketplace;
  /** Sheet of a workbook that it is in; null for text. */
  readonly sheet: string | null;
  readonly table: Table;
  /** Its headings and first rows, where some of the headings are not known; null where nothing is to be asked. */
  readonly unknown: UnknownTable | null;
}

/** A table without a row of headings. The message are its first cells. */
export class NotRecognised extends Error {
  override name = 'NotRecognised';
}

/** Instructions stand above the headings of some files. */
const LOOKED_AT = 60;

/**
 * Recognises a file by its content. A workbook is what the first of its sheets is that is anything, those in view first.
 * @param marketplace what headings are of; null: not chosen yet
 * @throws UnreadableTable, NotRecognised
 */
export async function recognise(file: File, marketplace: Marketplace | null, signal: AbortSignal): Promise<Recognised> {
  let first: readonly Row[] | null = null;
  for (const { table, sheet } of await tablesIn(file, signal)) {
    const rows = await firstRows(table);
    const found = layoutOf(rows, marketplace);
    if (found) return { ...found, sheet, table };
    if (rows.some((row) => row.some((cell) => cell.trim() !== ''))) first ??= rows;
  }
  if (!first) throw new UnreadableTable('empty');
  throw new NotRecognised(fullestRow(first).join(', '));
}

async function tablesIn(file: File, signal: AbortSignal): Promise<readonly { table: Table; sheet: string | null }[]> {
  const head = new Uint8Array(
    await file
      .slice(0, 512)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  if (signatureOf(head) !== 'workbook') return [{ table: await openTable(file, signal), sheet: null }];
  const { sheets } = await openWorkbook(file, signal);
  return sheets
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden))
    .map((sheet) => ({ table: sheetTable(sheet), sheet: sheet.name }));
}

async function firstRows({ rows }: Table): Promise<readonly Row[]> {
  const found: Row[] = [];
  for await (const batch of rows()) {
    found.push(...batch.slice(0, LOOKED_AT - found.length));
    if (found.length >= LOOKED_AT) break;
  }
  return found;
}

function layoutOf(
  rows: readonly Row[],
  marketplace: Marketplace | null,
): Pick<Recognised, 'layout' | 'marketplace' | 'unknown'> | null {
  const ofAmazon =
    recogniseFlatFile(rows) ??
    recogniseCouponFile(rows) ??
    recogniseListingsReport(rows) ??
    recogniseProcessingReport(rows);
  if (ofAmazon) return { layout: ofAmazon, marketplace: 'amazon', unknown: null };
  const asked = marketplace === null ? marketplaces : [marketplace];
  const found = asked.flatMap((one) => {
    const layout = recogniseHeadings(rows, one);
    return layout ? [{ layout, marketplace: one, unknown: unknownIn(rows, layout) }] : [];
  });
  // Sorting keeps the order of those that know as many.
  const known = found.sort((a, b) => a.layout.unknownHeadings.length - b.layout.unknownHeadings.length)[0];
  return known ?? unnamedTable(rows, asked);
}

/** A table of which no heading is known, for the marketplace for which most of its columns can be guessed. */
function unnamedTable(
  rows: readonly Row[],
  asked: readonly Marketplace[],
): Pick<Recognised, 'layout' | 'marketplace' | 'unknown'> | null {
  const table = headingsOf(rows);
  if (!table) return null;
  const guessed = (one: Marketplace) =>
    guessColumns(table.headings, checkableFacts(table.headings, one)).filter((fact) => fact !== null).length;
  const [marketplace = marketplaces[0]] = asked.toSorted((a, b) => guessed(b) - guessed(a));
  const layout: ListingFile = {
    kind: 'columns',
    headingRow: table.from - 1,
    firstRow: table.from,
    sites: [],
    columnsFor: () => [],
    unknownHeadings: table.headings.filter((heading) => heading !== ''),
    blank: () => 'unknown',
  };
  return { layout, marketplace, unknown: unknownIn(rows, layout) };
}

/** Nobody goes through a list of more of them. */
const MOST_UNKNOWN = 500;

const unknownIn = (rows: readonly Row[], { headingRow, unknownHeadings }: ListingFile): UnknownTable | null =>
  unknownHeadings.length === 0 || unknownHeadings.length > MOST_UNKNOWN ? null : unknownTable(rows, headingRow);

const MOST_HEADINGS = 8;
const LONGEST_HEADING = 40;

/** The fullest row says most of what the file is. */
function fullestRow(rows: readonly Row[]): readonly string[] {
  const filled = rows.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const fullest = filled.reduce((best, row) => (row.length > best.length ? row : best), []);
  return fullest.slice(0, MOST_HEADINGS).map((heading) => heading.slice(0, LONGEST_HEADING));
}
