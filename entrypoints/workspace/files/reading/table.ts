import Papa from 'papaparse';
import { type Encoding, encodingOf } from './encoding.ts';
import { signatureOf } from './file-signature.ts';
import { htmlTable } from './html-table.ts';
import type { Row, Table } from './rows-of-text.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { openWorkbook, type Sheet, sheetTable, type Workbook } from './xlsx-read.ts';

/** Bytes that are read at once. */
const CHUNK = 1024 * 1024;
/** A listing with all its texts has some thousand characters; a record longer than this is a quote that never ends. */
const LONGEST_RECORD = 2_000_000;
/** As in a sheet of Excel. */
const MOST_COLUMNS = 16_384;

/**
 * Opens a file as a table, recognised by its content and never by its name. Tab-separated text is taken as it stands, as
 * Amazon writes it, unless its headings are quoted; comma- and semicolon-separated text may quote its cells.
 * @throws UnreadableTable for a file that is none
 */
export async function openTable(file: File, signal: AbortSignal): Promise<Table> {
  signal.throwIfAborted();
  const head = await readBytes(file, 0, CHUNK, null);
  if (head.length === 0) throw new UnreadableTable('empty');
  const signature = signatureOf(head);
  if (signature === 'workbook') return sheetTable(firstSheet(await openWorkbook(file, signal)));
  if (signature === 'web-page') return htmlTable(file, signal);
  if (signature !== 'text') throw new UnreadableTable(signature);
  const encoding = await encodingOf(file);
  return textTable({ head, encoding, size: file.size, chunks: (row) => chunksOf(file, row) }, signal);
}

/** Text, wherever it comes from. */
export interface TextSource {
  /** Its first bytes: all of a short text, else about a megabyte. */
  readonly head: Uint8Array;
  /** Null: none that is known. */
  readonly encoding: Encoding | null;
  /** Bytes of all of it; null: not known before its end. */
  readonly size: number | null;
  /**
   * Its bytes from the first on, each time it is asked.
   * @param row tells the 1-based row that is being read, for the place of a failure
   */
  readonly chunks: (row: () => number) => AsyncIterable<Uint8Array>;
}

/**
 * Text as a table.
 * @throws UnreadableTable for one that is none
 */
export function textTable({ head, encoding, size, chunks }: TextSource, signal: AbortSignal): Table {
  if (encoding === null) throw new UnreadableTable('binary');
  const start = new TextDecoder(encoding).decode(head, { stream: true });
  if (start.trim() === '') throw new UnreadableTable('empty');
  const separator = separatorOf(start);
  let read = 0;
  const noteRead = (bytes: number) => {
    read = bytes;
  };
  return {
    format: separator === '\t' ? 'tsv' : 'csv',
    encoding,
    progress: () => (size === null ? 0 : read / size),
    rows: () => rowsOf(chunks, encoding, parserFor(separator, start), signal, noteRead),
  };
}

async function* chunksOf(file: Blob, row: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK) yield await readBytes(file, at, at + CHUNK, row());
}

/** The first sheet that is not hidden. */
function firstSheet({ sheets }: Workbook): Sheet {
  const shown = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  if (!shown) throw new UnreadableTable('no-sheet');
  return shown;
}

async function readBytes(file: Blob, from: number, to: number, row: number | null): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    // The browser refuses to read a file that is not the one that was chosen any more.
    throw new UnreadableTable('gone', row);
  }
}

const separators = ['\t', ',', ';'] as const;
type Separator = (typeof separators)[number];

/** The separator of which most lines have the same number; the first lines of a template may be instructions. */
function separatorOf(start: string): Separator {
  const lines = start.split(/\r\n?|\n/, 30).filter((line) => line.trim() !== '');
  // A cell may list dozens of codes with semicolons between them; nobody types a tab into one.
  if (lines.filter((line) => line.includes('\t')).length * 2 > lines.length) return '\t';
  const score = (separator: Separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const text = separator === '\t' ? line : line.replaceAll(/"[^"]*"/g, '');
      const count = text.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([count, times]) => count * times));
  };
  return separators.reduce((best, other) => (score(other) > score(best) ? other : best), ',' as Separator);
}

function parserFor(separator: Separator, start: string): Papa.Parser {
  // Without quotes around headings a quotation mark is a character like any other: an inch sign, a name.
  const isPlain = separator === '\t' && !/^\s*"[^"\t]*"\t/.test(start);
  return new Papa.Parser({ delimiter: separator, newline: '\n', ...(isPlain ? { fastMode: true } : {}) });
}

async function* rowsOf(
  chunks: TextSource['chunks'],
  encoding: Encoding,
  parser: Papa.Parser,
  signal: AbortSignal,
  noteRead: (bytes: number) => void,
): AsyncGenerator<readonly Row[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let rest = '';
  let row = 0;
  let read = 0;
  for await (const { bytes, isLast } of withLast(chunks(() => row + 1))) {
    signal.throwIfAborted();
    read += bytes.length;
    const text = rest + decoded(decoder, bytes, isLast, row + 1);
    // The line feed of a carriage return at the very end is still to come.
    const isSplit = !isLast && text.endsWith('\r');
    const whole = withLineFeeds(isSplit ? text.slice(0, -1) : text);
    const { rows, cursor } = parse(parser, whole, isLast, row);
    noteRead(read);
    rest = whole.slice(cursor) + (isSplit ? '\r' : '');
    if (rest.length > LONGEST_RECORD) throw tooLong(rest, row + rows.length + 1);
    const wide = rows.findIndex(({ length }) => length > MOST_COLUMNS);
    if (wide >= 0) throw new UnreadableTable('record-too-long', row + wide + 1);
    row += rows.length;
    if (rows.length > 0) yield rows;
  }
}

/** Each chunk with whether another one follows. */
async function* withLast(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly isLast: boolean }> {
  let held: Uint8Array | null = null;
  for await (const bytes of chunks) {
    if (held) yield { bytes: held, isLast: false };
    held = bytes;
  }
  if (held) yield { bytes: held, isLast: true };
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean, row: number): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    throw new UnreadableTable('encoding', row);
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

function parse(
  parser: Papa.Parser,
  text: string,
  isLast: boolean,
  before: number,
): { readonly rows: readonly Row[]; readonly cursor: number } {
  const { data, errors, meta } = parser.parse(text, 0, !isLast) as Papa.ParseResult<string[]>;
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw new UnreadableTable('quote-not-closed', before + (open.row ?? data.length) + 1);
  // The line break at the end of a file ends its last row and begins none.
  const [last] = data.slice(-1);
  if (isLast && last?.length === 1 && last[0] === '' && text.endsWith('\n')) data.pop();
  return { rows: data, cursor: meta.cursor };
}

function tooLong(rest: string, row: number): UnreadableTable {
  return new UnreadableTable(rest.includes('"') ? 'quote-not-closed' : 'record-too-long', row);
}
