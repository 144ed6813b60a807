import { ZipWriter } from './zip-write.ts';

/** How a cell stands out. `heading`: a row of headings; `note`: a column of ours. */
export type CellLook = 'error' | 'warning' | 'info' | 'heading' | 'note';

export interface CellMark {
  /** 0-based. */
  readonly column: number;
  readonly look: CellLook;
  /** Shown when the pointer is over the cell; left out: none. */
  readonly comment?: string;
}

export interface MarkedRow {
  /** Written as text whatever they look like, so that no code loses a zero and nothing is a formula. */
  readonly cells: readonly string[];
  /** At most one for each column. */
  readonly marks: readonly CellMark[];
}

export interface MarkedSheet {
  readonly name: string;
  /** Rows from the top that stay in view. */
  readonly frozenRows: number;
  /** 0-based column from which on columns are wide and their text wraps. */
  readonly wideFrom: number;
  /** Comments beyond these are left out. */
  readonly mostComments: number;
  readonly rows: AsyncIterable<readonly MarkedRow[]>;
}

/** Excel's limits: characters of a cell and of a comment, columns, characters of a sheet's name. */
const MOST_CHARACTERS = 32_767;
const MOST_COLUMNS = 16_384;
const MOST_NAME_CHARACTERS = 31;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** In the order of `cellXfs` below; 0 is a plain cell. */
const looks: readonly CellLook[] = ['error', 'warning', 'info', 'heading', 'note'];
/** Fills dark enough to be seen in a sheet of white cells, light enough for black text. */
const fills = ['FFF8C6C2', 'FFFFE0A6', 'FFCFE0FB', 'FFE9EDF0'] as const;

interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Writes a workbook of one sheet whose rows are asked for as they are needed.
 * @throws what the rows throw; RangeError beyond 4 GiB
 */
export async function writeMarkedWorkbook(sheet: MarkedSheet): Promise<Blob> {
  const zip = new ZipWriter();
  const comments: Comment[] = [];
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(sheet, comments));
  const hasComments = comments.length > 0;
  if (hasComments) {
    await zip.add('xl/comments1.xml', commentsXml(comments));
    await zip.add('xl/drawings/vmlDrawing1.vml', shapesXml(comments));
    await zip.add('xl/worksheets/_rels/sheet1.xml.rels', [
      relations([
        [`${RELATIONS}/vmlDrawing`, '../drawings/vmlDrawing1.vml'],
        [`${RELATIONS}/comments`, '../comments1.xml'],
      ]),
    ]);
  }
  await zip.add('xl/workbook.xml', [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.add('xl/_rels/workbook.xml.rels', [
    relations([
      [`${RELATIONS}/worksheet`, 'worksheets/sheet1.xml'],
      [`${RELATIONS}/styles`, 'styles.xml'],
    ]),
  ]);
  await zip.add('xl/styles.xml', [stylesXml()]);
  await zip.add('_rels/.rels', [relations([[`${RELATIONS}/officeDocument`, 'xl/workbook.xml']])]);
  await zip.add('[Content_Types].xml', [contentTypes(hasComments)]);
  return zip.finish(XLSX_TYPE);
}

async function* sheetXml(
  { rows, frozenRows, wideFrom, mostComments }: MarkedSheet,
  comments: Comment[],
): AsyncGenerator<string> {
  const columns = columnNames();
  yield `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0">${
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  }</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${
    wideFrom === 0 ? '' : `<col min="1" max="${wideFrom}" width="16" customWidth="1"/>`
  }<col min="${wideFrom + 1}" max="${wideFrom + 1}" width="12" customWidth="1"/><col min="${wideFrom + 2}" max="${wideFrom + 2}" width="80" customWidth="1"/></cols><sheetData>`;
  let row = 0;
  let width = 1;
  for await (const batch of rows) {
    let xml = '';
    for (const one of batch) {
      row += 1;
      width = Math.max(width, one.cells.length);
      xml += rowXml(one, row, columns);
      for (const { column, comment } of one.marks)
        if (comment !== undefined && comments.length < mostComments) comments.push({ row, column, text: comment });
    }
    yield xml;
  }
  // Codes of digits are text on purpose: no green triangle in each of their cells.
  const all = `A1:${columns(width - 1)}${Math.max(row, 1)}`;
  yield `</sheetData><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>${
    comments.length > 0 ? '<legacyDrawing r:id="rId1"/>' : ''
  }</worksheet>`;
}

function rowXml({ cells, marks }: MarkedRow, row: number, columns: (index: number) => string): string {
  let xml = `<row r="${row}">`;
  for (let index = 0; index < cells.length && index < MOST_COLUMNS; index += 1) {
    const text = cells[index] as string;
    let style = '';
    for (const mark of marks) if (mark.column === index) style = ` s="${looks.indexOf(mark.look) + 1}"`;
    if (text === '' && style === '') continue;
    xml +=
      text === ''
        ? `<c r="${columns(index)}${row}"${style}/>`
        : `<c r="${columns(index)}${row}"${style} t="inlineStr"><is><t${spaceOf(text)}>${escaped(text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

function spaceOf(text: string): string {
  return /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : '';
}

const AUTHOR = 'Preflight';

function* commentsXml(comments: readonly Comment[]): Generator<string> {
  const columns = columnNames();
  yield `${XML}<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors><commentList>`;
  for (const batch of inBatches(comments))
    yield batch
      .map(
        ({ row, column, text }) =>
          `<comment ref="${columns(column)}${row}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
      )
      .join('');
  yield '</commentList></comments>';
}

/** Shapes are numbered in blocks of so many, and the drawing lists its blocks. */
const SHAPES_IN_BLOCK = 1024;
const CHARACTERS_IN_LINE = 42;
const LINE_POINTS = 14;

/** The box of each comment: without one Excel takes the file for damaged. */
function* shapesXml(comments: readonly Comment[]): Generator<string> {
  const blocks = Array.from({ length: Math.ceil((comments.length + 1) / SHAPES_IN_BLOCK) }, (_, block) => block + 1);
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  let number = SHAPES_IN_BLOCK;
  for (const batch of inBatches(comments)) {
    let xml = '';
    for (const { row, column, text } of batch) {
      number += 1;
      const lines = Math.min(20, 2 + Math.ceil(text.length / CHARACTERS_IN_LINE));
      xml += `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;width:240pt;height:${lines * LINE_POINTS}pt;visibility:hidden" fillcolor="#fffdf2" o:insetmode="auto"><v:fill color2="#fffdf2"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 12, ${Math.max(0, row - 2)}, 6, ${column + 4}, 12, ${row + lines}, 6</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
    }
    yield xml;
  }
  yield '</xml>';
}

const BATCH = 1000;

function* inBatches(comments: readonly Comment[]): Generator<readonly Comment[]> {
  for (let at = 0; at < comments.length; at += BATCH) yield comments.slice(at, at + BATCH);
}

function stylesXml(): string {
  const patterns = fills.map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const filled = (fill: number, font = 0) =>
    `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFill="1" applyFont="1"/>`;
  const wrapped =
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  return `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${patterns.join('')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${filled(2)}${filled(3)}${filled(4)}${filled(5, 1)}${wrapped}</cellXfs></styleSheet>`;
}

function relations(parts: readonly (readonly [type: string, target: string])[]): string {
  const all = parts.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(hasComments: boolean): string {
  const office = 'application/vnd.openxmlformats-officedocument';
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${office}.${type}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${office}.vmlDrawing"/>${part('xl/workbook.xml', 'spreadsheetml.sheet.main')}${part('xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet')}${part('xl/styles.xml', 'spreadsheetml.styles')}${hasComments ? part('xl/comments1.xml', 'spreadsheetml.comments') : ''}</Types>`;
}

/** Excel refuses these signs in a sheet's name. */
function sheetName(name: string): string {
  return (
    Array.from(name.replaceAll(/[\\/?*[\]:]/gu, ' '))
      .slice(0, MOST_NAME_CHARACTERS)
      .join('')
      .trim() || 'Sheet1'
  );
}

const SPECIAL = /[&<>"]/u;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Signs that XML has no way to hold, and what would read as the escape of one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs XML cannot hold
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_(?=x[\da-f]{4}_)/giu;

/** Text as XML. What XML cannot hold is written as the spreadsheet format escapes it: `_x0007_`. */
function escaped(given: string): string {
  let text = given.length > MOST_CHARACTERS ? given.slice(0, MOST_CHARACTERS) : given;
  if (UNWRITABLE.test(text))
    text = text.replaceAll(
      UNWRITABLE,
      (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  UNWRITABLE.lastIndex = 0;
  return SPECIAL.test(text) ? text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign) : text;
}

/** Letters of 0-based columns, each made once: 0 is A, 26 is AA. */
function columnNames(): (index: number) => string {
  const made: string[] = [];
  return (index) => {
    made[index] ??= columnName(index);
    return made[index];
  };
}

/** Letters of a 0-based column. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
