import { type Marketplace, sitesOf } from '../../../rules/sites.ts';
import { type CouponFile, recogniseCouponFile } from '../imports/coupon-file.ts';
import { signatureOf } from '../imports/file-signature.ts';
import { recogniseFlatFile } from '../imports/flat-file.ts';
import { recogniseHeadings } from '../imports/heading-file.ts';
import type { ListingFile } from '../imports/listing-columns.ts';
import { recogniseListingsReport } from '../imports/listings-report.ts';
import { openTable, type Row, type Table } from '../imports/table.ts';
import { UnreadableTable } from '../imports/unreadable-table.ts';
import { openWorkbook, sheetTable } from '../imports/xlsx-read.ts';

export type CheckableFile = ListingFile | CouponFile;

/** A file with what it was recognised as. */
export interface Recognised {
  readonly layout: CheckableFile;
  /** Marketplace it is for; the one that knows most of its headings where nothing else says it. */
  readonly marketplace: Marketplace;
  /** Sheet of a workbook that it is in; null for text. */
  readonly sheet: string | null;
  readonly table: Table;
}

/** A table of which no heading is known. The message are its first headings. */
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
  throw new NotRecognised(headingsOf(first).join(', '));
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
): Pick<Recognised, 'layout' | 'marketplace'> | null {
  const ofAmazon = recogniseFlatFile(rows) ?? recogniseCouponFile(rows) ?? recogniseListingsReport(rows);
  if (ofAmazon) return { layout: ofAmazon, marketplace: 'amazon' };
  const asked = marketplace === null ? (Object.keys(sitesOf) as Marketplace[]) : [marketplace];
  const found = asked.flatMap((one) => {
    const layout = recogniseHeadings(rows, one);
    return layout ? [{ layout, marketplace: one }] : [];
  });
  // Sorting keeps the order of those that know as many.
  return found.sort((a, b) => a.layout.unknownHeadings.length - b.layout.unknownHeadings.length)[0] ?? null;
}

const MOST_HEADINGS = 8;
const LONGEST_HEADING = 40;

/** The fullest row is most likely that of the headings. */
function headingsOf(rows: readonly Row[]): readonly string[] {
  const filled = rows.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const fullest = filled.reduce((best, row) => (row.length > best.length ? row : best), []);
  return fullest.slice(0, MOST_HEADINGS).map((heading) => heading.slice(0, LONGEST_HEADING));
}
