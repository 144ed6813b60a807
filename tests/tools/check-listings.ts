import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';

/** One listing as it stands in the input. */
export interface Listing {
  /** 1-based: the row of a table, its headings being row 1; the line of a file of JSON lines. */
  readonly row: number;
  /** By heading, in the input's order. Cells of a table are text. `broken` says why there are none. */
  readonly cells: ReadonlyMap<string, unknown>;
  readonly broken?: string;
}

export interface Input {
  readonly kind: 'table' | 'lines';
  /** Headings of a table, as written; those of JSON lines are known line by line. */
  readonly headings: readonly string[];
  readonly listings: AsyncIterable<Listing>;
}

export type InputFormat = 'csv' | 'tsv' | 'ndjson';

/** The input cannot be read as what it is said to be. The message is a sentence for the person who gave it. */
export class UnreadableInput extends Error {}

/** A listing with all its texts and images has a few thousand characters; more than this is a quote that never ends. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads listings one after another, never holding more than one chunk. Without a format: JSON lines where the input
 * begins with "{", otherwise a table whose separator is the one its first line has most of.
 * @throws UnreadableInput here or while the listings are read.
 */
export async function readInput(bytes: AsyncIterable<Uint8Array>, format: InputFormat | null): Promise<Input> {
  const text = decoded(bytes);
  const { start, whole } = await firstLine(text);
  if ((format ?? (start.trimStart().startsWith('{') ? 'ndjson' : null)) === 'ndjson')
    return { kind: 'lines', headings: [], listings: jsonListings(whole) };
  return readTable(whole, format === 'tsv' ? '\t' : separatorOf(start));
}

/** UTF-8, with or without byte order mark. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      throw new UnreadableInput('It is not UTF-8. In a spreadsheet choose "CSV UTF-8" when saving.');
    throw new UnreadableInput((error as Error).message);
  }
}

/** The first line, and the input with it put back. */
async function firstLine(text: AsyncGenerator<string>): Promise<{ start: string; whole: AsyncGenerator<string> }> {
  let read = '';
  while (!/\S[^\n]*\n/u.test(read) && read.length < LONGEST_RECORD) {
    const { done, value } = await text.next();
    if (done) break;
    read += value;
  }
  async function* whole() {
    yield read;
    yield* text;
  }
  return { start: read.trimStart().split('\n', 1)[0] ?? '', whole: whole() };
}

function separatorOf(line: string): string {
  const count = (separator: string) => line.split(separator).length;
  return [',', '\t', ';'].reduce((best, other) => (count(other) > count(best) ? other : best));
}

async function readTable(text: AsyncIterable<string>, separator: string): Promise<Input> {
  const parser = parse({
    delimiter: separator,
    max_record_size: LONGEST_RECORD,
    // An inch sign within a cell is no quote, in files that quote nothing.
    relax_quotes: separator === '\t',
    skip_empty_lines: true,
  });
  // An error of the input destroys the parser, so that it is thrown where the rows are read.
  pipeline(Readable.from(text), parser, () => undefined);
  const rows: AsyncIterator<string[]> = parser[Symbol.asyncIterator]();
  const first = await tableRow(rows);
  const headings = (first ?? []).map((heading) => heading.trim());
  return { kind: 'table', headings, listings: tableListings(headings, rows) };
}

async function* tableListings(headings: readonly string[], rows: AsyncIterator<string[]>): AsyncGenerator<Listing> {
  for (let row = 2; ; row += 1) {
    const cells = await tableRow(rows);
    if (!cells) return;
    yield { row, cells: new Map(headings.map((heading, index) => [heading, cells[index] ?? ''])) };
  }
}

async function tableRow(rows: AsyncIterator<string[]>): Promise<string[] | null> {
  try {
    const { done, value } = await rows.next();
    return done ? null : value;
  } catch (error) {
    throw error instanceof UnreadableInput ? error : new UnreadableInput(tableProblem(error as CsvError));
  }
}

function tableProblem({ code, message, lines }: CsvError & { lines?: number }): string {
  const place = lines === undefined ? '' : ` near line ${lines}`;
  switch (code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return `A row${place} has more or fewer cells than there are headings.`;
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return `A quote${place} is never closed.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return `A cell${place} has a quote that is not doubled.`;
    default:
      return message;
  }
}

async function* jsonListings(text: AsyncIterable<string>): AsyncGenerator<Listing> {
  let row = 0;
  for await (const line of lines(text)) {
    row += 1;
    if (line.trim() !== '') yield jsonListing(row, line);
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LONGEST_RECORD) throw new UnreadableInput('A line is longer than a listing can be.');
    yield* parts;
  }
  if (rest !== '') yield rest;
}

function jsonListing(row: number, line: string): Listing {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { row, cells: new Map(Object.entries(value)) };
  } catch {
    // Told like any other line that is no listing.
  }
  return { row, cells: new Map(), broken: 'not a JSON object' };
}
