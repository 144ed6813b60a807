import { type CellValue, readXls, streamXlsxRows } from 'hucre/xlsx';
import type { Row, Table } from './rows-of-text.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { MOST_CELLS, sheetArchive, workbookParts } from './xlsx-parts.ts';

/** One sheet: its rows from row 1 on, rows left out of the file as empty ones, so that the n-th is row n. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  rows(): AsyncIterable<readonly Row[]>;
}

export interface Workbook {
  readonly format: 'xlsx' | 'xls';
  readonly sheets: readonly Sheet[];
}

const MEGABYTE = 2 ** 20;
/** A catalogue of 100,000 listings with 40 columns packs to 10 MB; a workbook is held in memory while it is read. */
const MOST_BYTES = 150 * MEGABYTE;
/** Excel's last row. */
const MOST_ROWS = 1_048_576;
const BATCH = 500;
const NO_CELLS: Row = [];

function isContainer([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0;
}

/**
 * Opens a workbook. Cells come as text: what a formula gave when the file was saved, numbers in full with a decimal
 * point, days as 2026-12-01 whichever of the two calendars the workbook counts by.
 * @throws UnreadableTable here or while rows are read
 */
export async function openWorkbook(file: Blob, signal: AbortSignal): Promise<Workbook> {
  if (file.size > MOST_BYTES) throw new UnreadableTable('too-large');
  const bytes = await bytesOf(file);
  signal.throwIfAborted();
  return isContainer(bytes) ? openOld(bytes, signal) : openPacked(bytes, signal);
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new UnreadableTable('gone');
  }
}

/** One sheet as a table. How far it was read is known only at its end: a packed sheet does not say how long it is. */
export function sheetTable({ rows }: Sheet): Table {
  let isRead = false;
  return {
    format: 'xlsx',
    encoding: null,
    progress: () => (isRead ? 1 : 0),
    async *rows() {
      yield* rows();
      isRead = true;
    },
  };
}

async function openPacked(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Workbook> {
  const parts = await workbookParts(bytes);
  if (parts.sheets.length === 0) throw new UnreadableTable('no-sheet');
  const sheets = parts.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: () => batches(streamXlsxRows(sheetArchive(sheet, parts), { sheet: 0 }), signal),
  }));
  return { format: 'xlsx', sheets };
}

async function openOld(bytes: Uint8Array, signal: AbortSignal): Promise<Workbook> {
  // A locked .xlsx is an OLE2 container too, and has no workbook inside that could be read.
  if (includesUtf16(bytes, 'EncryptedPackage')) throw new UnreadableTable('locked');
  const { sheets } = await orUnreadable(() => readXls(bytes));
  if (sheets.length === 0) throw new UnreadableTable('no-sheet');
  return {
    format: 'xls',
    sheets: sheets.map(({ name, rows, hidden, veryHidden }) => ({
      name,
      hidden: Boolean(hidden || veryHidden),
      rows: () => batches(indexed(rows), signal),
    })),
  };
}

/** Rows without cells are holes in the list. */
async function* indexed(rows: readonly (readonly CellValue[] | undefined)[]): AsyncGenerator<NumberedRow> {
  for (const [index, values = []] of rows.entries()) yield { index, values };
}

interface NumberedRow {
  /** 0-based. */
  readonly index: number;
  readonly values: readonly CellValue[];
}

async function* batches(rows: AsyncGenerator<NumberedRow>, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  let next = 0;
  let cells = 0;
  try {
    for await (const { index, values } of rows) {
      if (!(index < MOST_ROWS)) throw new UnreadableTable('workbook', next);
      // A sheet with one cell in its last row has a million rows before it.
      for (; next < index; next += 1) {
        if (batch.push(NO_CELLS) < BATCH) continue;
        yield batch;
        batch = [];
      }
      // Rows come in their order. One that says it stands above another does not make the ones between come again.
      next = Math.max(next, index) + 1;
      cells += values.length;
      if (cells > MOST_CELLS || next > MOST_ROWS) throw new UnreadableTable('too-large', next);
      if (batch.push(values.map(cellText)) < BATCH) continue;
      signal.throwIfAborted();
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw unreadable(error);
  }
  if (batch.length > 0) yield batch;
}

async function orUnreadable<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  if (error instanceof UnreadableTable || (error as Error).name === 'AbortError') return error;
  return new UnreadableTable((error as Error).name === 'EncryptedFileError' ? 'locked' : 'workbook');
}

/** Digits a spreadsheet keeps of a number; more are the trace of its binary form. */
const NUMBER_DIGITS = 15;

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? numberText(value) : momentText(value);
}

function numberText(value: number): string {
  const text = String(Number(value.toPrecision(NUMBER_DIGITS)));
  return text.includes('e') && Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : text;
}

/** A day, with its time where it has one. Cells have no time zone. */
function momentText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
}

function includesUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((character) => [character.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
}
