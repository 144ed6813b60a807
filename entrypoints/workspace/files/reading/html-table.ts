import { type Encoding, encodingOf } from './encoding.ts';
import { piecesOf } from './html-text.ts';
import type { Row, Table } from './rows-of-text.ts';
import { UnreadableTable } from './unreadable-table.ts';

// "Excel" files of many tools are a page of HTML with a table in it, or Excel's own XML of 2003, under the name .xls.

/** All of it is held in memory, several times over. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_CELLS = 5_000_000;
/** As in a sheet of Excel. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS_SPANNED = 10_000;
const MOST_ROWS_NUMBERED = 100_000;
/** Rows in one batch. */
const BATCH = 5_000;

/**
 * The table in a page: of several the one that says most.
 * @throws UnreadableTable `web-page` for a page without one, such as that of a sign-in
 */
export async function htmlTable(file: File, signal: AbortSignal): Promise<Table> {
  if (file.size > MOST_BYTES) throw new UnreadableTable('too-large');
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new UnreadableTable('gone');
    }),
  );
  signal.throwIfAborted();
  const { text, encoding } = await textOf(file, bytes);
  const rows = rowsOfPage(text);
  if (rows === null) throw new UnreadableTable('web-page');
  return {
    format: 'html',
    encoding,
    progress: () => 1,
    async *rows() {
      for (let at = 0; at < rows.length; at += BATCH) {
        signal.throwIfAborted();
        yield rows.slice(at, at + BATCH);
      }
    },
  };
}

/** A page names its encoding; that of its bytes is believed first, because many say UTF-8 and are not. */
async function textOf(file: File, bytes: Uint8Array): Promise<{ text: string; encoding: Encoding | null }> {
  const encoding = await encodingOf(file);
  const named = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
  )?.[1];
  const wanted = encoding === null || !/^utf/.test(encoding) ? [named, encoding] : [encoding];
  for (const label of wanted) {
    if (!label) continue;
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not what it says, or a name that nobody knows.
    }
  }
  throw new UnreadableTable(encoding === null ? 'binary' : 'encoding');
}

/** A cell that reaches down into rows below. */
interface Spanning {
  readonly text: string;
  rows: number;
}

/** What tags of Excel's XML are called in HTML. */
const sheetTags: Readonly<Record<string, string>> = { row: 'tr', cell: 'td' };

/** Tags between which words do not belong together. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'data']);

class OpenTable {
  readonly rows: string[][] = [];
  filled = 0;
  #row: string[] | null = null;
  #cell: { text: string; readonly columns: number; readonly rows: number } | null = null;
  readonly #spanning = new Map<number, Spanning>();
  readonly #count: () => void;

  /** @param count called for each cell */
  constructor(count: () => void) {
    this.#count = count;
  }

  say(text: string): void {
    if (this.#cell) this.#cell.text += text;
  }

  /** @param number 1-based, where the page says it */
  openRow(number: number | null): void {
    this.closeRow();
    while (number !== null && number <= MOST_ROWS_NUMBERED && this.rows.length < number - 1) this.rows.push([]);
    this.#row = [];
  }

  /** @param column 1-based, where the page says it */
  openCell(columns: number, rows: number, column: number | null): void {
    this.closeCell();
    this.#row ??= [];
    this.#fillSpanned(this.#row);
    while (column !== null && column <= MOST_COLUMNS && this.#row.length < column - 1) this.#push(this.#row, '');
    this.#cell = { text: '', columns, rows };
  }

  closeCell(): void {
    const row = this.#row;
    const cell = this.#cell;
    if (!cell || !row) return;
    this.#cell = null;
    const text = plain(cell.text);
    if (text !== '') this.filled += 1;
    for (let index = 0; index < cell.columns && row.length < MOST_COLUMNS; index += 1) {
      // What a cell says of several rows holds in each; of several columns it names the first.
      const own = index === 0 ? text : '';
      if (cell.rows > 1) this.#spanning.set(row.length, { text: own, rows: cell.rows - 1 });
      this.#push(row, own);
    }
  }

  closeRow(): void {
    this.closeCell();
    const row = this.#row;
    if (!row) return;
    this.#row = null;
    this.#fillSpanned(row);
    this.rows.push(row);
  }

  #fillSpanned(row: string[]): void {
    for (let spanning = this.#spanning.get(row.length); spanning; spanning = this.#spanning.get(row.length)) {
      spanning.rows -= 1;
      if (spanning.rows === 0) this.#spanning.delete(row.length);
      this.#push(row, spanning.text);
    }
  }

  #push(row: string[], text: string): void {
    this.#count();
    row.push(text);
  }
}

/** Blanks of a page are one blank; Excel's `="0012"` is text whose zeros are to be kept. */
function plain(text: string): string {
  const written = text.replace(/[\s\u00A0]+/gu, ' ').trim();
  return /^="[^"]*"$/u.test(written) ? written.slice(2, -1) : written;
}

/** A number among the attributes of a tag; null where there is none. */
function numberIn(attributes: string, name: string): number | null {
  if (attributes.length > 10_000) return null;
  const [, digits] = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Rows of the table that says most, null where no table has a row of several cells below another. */
function rowsOfPage(page: string): readonly Row[] | null {
  const isSheet = page.slice(0, 4096).includes('urn:schemas-microsoft-com:office:spreadsheet');
  let cells = 0;
  const count = () => {
    cells += 1;
    if (cells > MOST_CELLS) throw new UnreadableTable('too-large');
  };
  const tables: OpenTable[] = [];
  const open: OpenTable[] = [];
  for (const piece of piecesOf(page)) {
    const table = open.at(-1);
    if (piece.kind === 'text') {
      table?.say(piece.text);
      continue;
    }
    const isOpening = piece.kind === 'open';
    const name = isSheet ? (sheetTags[piece.name] ?? piece.name) : piece.name;
    if (name === 'table' && isOpening) {
      const next = new OpenTable(count);
      open.push(next);
      tables.push(next);
    } else if (!table) continue;
    else if (name === 'table') open.pop()?.closeRow();
    else if (name === 'tr' && isOpening) table.openRow(isSheet ? numberIn(piece.attributes, 'index') : null);
    else if (name === 'tr') table.closeRow();
    else if (name === 'td' || name === 'th') {
      if (isOpening) openCell(table, piece.attributes, isSheet);
      else table.closeCell();
    } else if (BREAKS.has(name)) table.say(' ');
  }
  for (const table of open) table.closeRow();
  const fullest = tables.reduce<OpenTable | null>(
    (best, one) => (best && best.filled >= one.filled ? best : one),
    null,
  );
  const isTable = (fullest?.rows.filter((row) => row.length > 1).length ?? 0) > 1;
  return fullest && isTable ? fullest.rows : null;
}

/** Excel's XML counts the cells that one takes in, and says where one stands that does not follow the last. */
function openCell(table: OpenTable, attributes: string, isSheet: boolean): void {
  const span = (html: string, sheet: string) =>
    isSheet ? (numberIn(attributes, sheet) ?? 0) + 1 : (numberIn(attributes, html) ?? 1);
  table.openCell(
    Math.min(span('colspan', 'MergeAcross'), MOST_COLUMNS),
    Math.min(span('rowspan', 'MergeDown'), MOST_ROWS_SPANNED),
    isSheet ? numberIn(attributes, 'Index') : null,
  );
}
