import { UnreadableTable } from './unreadable-table.ts';
import { attributesOf } from './xml-attributes.ts';
import { openZip, type PartLimits, TAG, unpacked, unpackedWhole, type ZipEntry } from './zip-read.ts';
import { localRecord, STORED } from './zip-records.ts';

/** A sheet of a packed workbook, as the workbook names it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly content: ZipEntry;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904 on. */
  readonly is1904: boolean;
  readonly styles: ZipEntry | null;
  readonly strings: ZipEntry | null;
}

const MEGABYTE = 2 ** 20;
/** The list of sheets with all names that are defined, and what belongs to what. */
const SMALL: PartLimits = { bytes: 8 * MEGABYTE, tags: 100_000 };
/** Excel holds 65,490 formats. */
const STYLES: PartLimits = { bytes: 32 * MEGABYTE, tags: 1_000_000 };
/** Two million different texts. */
const STRINGS: PartLimits = { bytes: 256 * MEGABYTE, tags: 8_000_000 };

/**
 * Finds the parts of a packed workbook that are read.
 * @throws UnreadableTable
 */
export async function workbookParts(archive: Uint8Array<ArrayBuffer>): Promise<WorkbookParts> {
  const entries = openZip(archive);
  const text = async (path: string) => {
    const entry = entries.get(path);
    return entry ? new TextDecoder().decode(await unpackedWhole(entry, SMALL)) : '';
  };
  const root = related(await text('_rels/.rels'), '', 'officeDocument')[0]?.path ?? '';
  const [folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(root)?.slice(1) ?? [];
  const workbook = await text(root);
  const relations = await text(`${folder}_rels/${file}.rels`);
  if (workbook === '' || relations === '') throw new UnreadableTable('workbook');
  const only = (type: string) => entries.get(related(relations, folder, type)[0]?.path ?? '') ?? null;
  const paths = new Map(related(relations, folder, 'worksheet').map(({ id, path }) => [id, path]));
  const sheets = attributesOf(workbook, 'sheet').flatMap((sheet): SheetPart[] => {
    const { name, state = 'visible' } = sheet;
    const id = Object.entries(sheet).find(([key]) => key.endsWith(':id'))?.[1];
    const content = entries.get(paths.get(id ?? '') ?? '');
    return name && content ? [{ name, hidden: state !== 'visible', content }] : [];
  });
  const [calendar] = attributesOf(workbook, 'workbookPr');
  const is1904 = calendar?.date1904 === '1' || calendar?.date1904 === 'true';
  return { sheets, is1904, styles: only('styles'), strings: only('sharedStrings') };
}

function related(xml: string, folder: string, type: string): { readonly id: string; readonly path: string }[] {
  return attributesOf(xml, 'Relationship')
    .filter((one) => one.Type?.endsWith(`/${type}`))
    .map(({ Id = '', Target = '' }) => ({ id: Id, path: resolved(folder, Target) }));
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * One sheet as an archive of its own that is read while it is unpacked. Only what a reader needs of the workbook is in it,
 * unpacked here, where it is counted: whatever the file says of itself reaches nobody who believes it.
 */
export function sheetArchive(
  { content }: SheetPart,
  { is1904, styles, strings }: WorkbookParts,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const parts = archiveOf(content, is1904, styles, strings);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* archiveOf(
  content: ZipEntry,
  is1904: boolean,
  styles: ZipEntry | null,
  strings: ZipEntry | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const relations = [
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    styles ? relation(2, 'styles', 'styles.xml') : '',
    strings ? relation(3, 'sharedStrings', 'sharedStrings.xml') : '',
  ];
  yield* stored('[Content_Types].xml', xml(`<Types xmlns="${PACKAGE}/content-types"/>`));
  yield* stored('_rels/.rels', relationsXml([relation(1, 'officeDocument', 'xl/workbook.xml')]));
  yield* stored('xl/_rels/workbook.xml.rels', relationsXml(relations));
  yield* stored(
    'xl/workbook.xml',
    xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/>` +
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
  );
  if (styles) yield* stored('xl/styles.xml', await unpackedWhole(styles, STYLES));
  if (strings) yield* stored('xl/sharedStrings.xml', await unpackedWhole(strings, STRINGS));
  yield recordOf('xl/worksheets/sheet1.xml', content.bytes);
  yield* inChunks(withinBounds(unpacked(content)));
}

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relationsXml = (relations: readonly string[]) =>
  xml(`<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`);

const xml = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`);

/** A part as it is. In one piece: whoever reads it puts pieces together one by one. */
function* stored(name: string, bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  yield recordOf(name, bytes.length);
  if (bytes.length > 0) yield bytes;
}

/** Without a checksum: what is behind it was unpacked and counted here. */
function recordOf(path: string, bytes: number): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(path);
  const record = localRecord({ name, method: STORED, checksum: 0, packedBytes: bytes, bytes });
  const whole = new Uint8Array(record.length + name.length);
  whole.set(record);
  whole.set(name, record.length);
  return whole;
}

/** As much as the reader takes at once. */
const CHUNK = MEGABYTE;

async function* inChunks(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let chunk = new Uint8Array(CHUNK);
  let filled = 0;
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + CHUNK - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < CHUNK) continue;
      yield chunk;
      chunk = new Uint8Array(CHUNK);
      filled = 0;
    }
  if (filled > 0) yield chunk.subarray(0, filled);
}

/** A tag, or the text between two, is no longer: a cell holds 32,767 characters. */
const LONGEST_RUN = MEGABYTE;
/** A row is no longer: 16,384 cells, each with a number, or some dozens full of text. */
const LONGEST_ROW = 2 * MEGABYTE;

/**
 * Lets the XML of a sheet pass whose rows and cells are of a size that a reader can hold: it keeps a row until its end.
 * @throws UnreadableTable
 */
async function* withinBounds(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let run = 0;
  let row = 0;
  let isBehindRows = false;
  let tail = '';
  const width = new Width();
  for await (const piece of pieces) {
    const first = piece.indexOf(TAG);
    const last = piece.lastIndexOf(TAG);
    if (run + (first < 0 ? piece.length : first) > LONGEST_RUN) throw new UnreadableTable('too-large');
    run = last < 0 ? run + piece.length : piece.length - last;
    const end = isBehindRows ? null : lastRowEnd(piece);
    // The end of all rows may be cut by the end of a piece.
    if (end === 'none-follows' || ROWS_END_WITHIN.test(tail + textOf(piece, 0))) isBehindRows = true;
    tail = textOf(piece, piece.length - LONGEST_END);
    row = typeof end === 'number' ? piece.length - end : row + piece.length;
    if (!isBehindRows && row > LONGEST_ROW) throw new UnreadableTable('too-large');
    if (!isBehindRows) width.add(piece);
    yield piece;
  }
}

/** `</row`, or `</x:row` where names have a prefix. */
const ROW_END = /^<\/(?:[^\s:>]{1,20}:)?row\b/u;
const ROWS_END = /^<\/(?:[^\s:>]{1,20}:)?sheetData\b/u;
const ROWS_END_WITHIN = /<\/(?:[^\s:>]{1,20}:)?sheetData\b/u;
const LONGEST_END = 34;
const SLASH = 0x2f;

/** Where the last end of a row begins; null: there is none. */
function lastRowEnd(piece: Uint8Array): number | 'none-follows' | null {
  for (let at = piece.lastIndexOf(TAG); at >= 0; at = at === 0 ? -1 : piece.lastIndexOf(TAG, at - 1)) {
    if (piece[at + 1] !== SLASH) continue;
    if (!mayEndRows(piece, at + 2)) continue;
    const tag = textOf(piece, at);
    if (ROWS_END.test(tag)) return 'none-follows';
    if (ROW_END.test(tag)) return at;
  }
  return null;
}

/** Whether the name of a tag begins as `row` and `sheetData` do, or may have a prefix. */
function mayEndRows(piece: Uint8Array, at: number): boolean {
  const letter = piece[at];
  if (letter === 0x72 || letter === 0x73) return true;
  const colon = piece.subarray(at, at + 20).indexOf(0x3a);
  return colon > 0;
}

/** Three letters: columns from 703 on. */
const FAR_COLUMN = /\br\s*=\s*["']([A-Z]{3})/gu;
export const MOST_CELLS = 20_000_000;

/**
 * Counts the cells that a sheet reaches where its rows are very wide: a row with nothing but its last cell becomes one of
 * 16,384, and there are thousands of them in what a reader takes at once.
 */
class Width {
  readonly #decoder = new TextDecoder('latin1');
  #cells = 0;
  #column = 0;

  /** @throws UnreadableTable */
  add(piece: Uint8Array<ArrayBuffer>): void {
    for (const [, letters = ''] of this.#decoder.decode(piece).matchAll(FAR_COLUMN)) {
      const column = numberOf(letters);
      // The next row.
      if (column <= this.#column) this.#cells += this.#column;
      this.#column = column;
      if (this.#cells > MOST_CELLS) throw new UnreadableTable('too-large');
    }
  }
}

/** 703 for `AAA`. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(piece: Uint8Array, from: number): string {
  const at = Math.max(0, from);
  return String.fromCharCode(...piece.subarray(at, at + LONGEST_END));
}
