import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';

// Files made to harm whoever opens them: a few kilobytes that unpack without end, and archives that lie about themselves.

const MEGABYTE = 2 ** 20;

export interface Part {
  readonly name: string;
  readonly packed: Buffer;
  /** Whatever the directory is to say. */
  readonly says: number;
  readonly checksum?: number;
}

export const part = (name: string, text: string | Buffer): Part => ({
  name,
  packed: deflateRawSync(text),
  says: Buffer.byteLength(text),
  checksum: crc32(text),
});

/** A part that unpacks to a beginning, a piece so many times over, and an end: packed once, however often it is repeated. */
export function repeatedPart(name: string, begin: string, piece: string, times: number, end: string): Part {
  const perBlock = Math.max(1, Math.floor((16 * MEGABYTE) / piece.length));
  const blocks = Math.ceil(times / perBlock);
  const flush = { finishFlush: constants.Z_FULL_FLUSH, level: 9 };
  const block = deflateRawSync(piece.repeat(perBlock), flush);
  const packed = Buffer.concat([
    deflateRawSync(begin, flush),
    ...Array<Buffer>(blocks).fill(block),
    deflateRawSync(end),
  ]);
  return { name, packed, says: begin.length + piece.length * perBlock * blocks + end.length, checksum: 0 };
}

/** An archive with these parts, and a directory that says of them what they say. */
export function zipOf(parts: readonly Part[]): Buffer {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed, says, checksum = 0 } of parts) {
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(checksum, 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(Math.min(says, 0xffff_fffe), 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const record = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, place, Buffer.from(name));
    records.push(record);
    at += record.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...records, list, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...all: readonly [type: string, target: string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const frame: readonly Part[] = [
  part('[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types"/>`),
  part('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])),
  part(
    'xl/_rels/workbook.xml.rels',
    relations(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
  ),
  part(
    'xl/workbook.xml',
    `${XML}<workbook xmlns:r="${OFFICE}"><sheets><sheet name="Offers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
];

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const strings = part(STRINGS, `${XML}<sst><si><t>sku</t></si></sst>`);
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** Headings that a check and an import know. */
export const FIRST_ROW = `<row r="1">${text('A1', 'sku')}${text('B1', 'your price')}${text('C1', 'title')}</row>`;
const sheet = (rows: string) => part(SHEET, `${XML}<worksheet><sheetData>${rows}</sheetData></worksheet>`);
const endless = (piece: string, times: number, end = '</sheetData></worksheet>') =>
  repeatedPart(SHEET, `${XML}<worksheet><sheetData>${FIRST_ROW}`, piece, times, end);

/** A workbook with this sheet and these texts. */
export const workbookOf = (content: Part, texts: Part = strings) => zipOf([...frame, texts, content]);

const GIGABYTE = 2 ** 30;
const NOTHING = part('', '');

/** Workbooks, each under what it tries. */
export const hostileWorkbooks: Readonly<Record<string, () => Buffer>> = {
  '3 GB that call themselves 1000 bytes': () =>
    workbookOf({ ...repeatedPart(SHEET, '', ' '.repeat(MEGABYTE), 3 * 1024, ''), says: 1000 }),
  '3 GB that call themselves 900 MB': () =>
    workbookOf({ ...repeatedPart(SHEET, '', ' '.repeat(MEGABYTE), 3 * 1024, ''), says: 900 * MEGABYTE }),
  '900 MB that say so': () =>
    workbookOf(repeatedPart(SHEET, `${XML}<worksheet>`, ' '.repeat(MEGABYTE), 900, '</worksheet>')),
  'texts of 3 GB that call themselves 1000 bytes': () =>
    workbookOf(sheet(FIRST_ROW), { ...repeatedPart(STRINGS, '', ' '.repeat(MEGABYTE), 3 * 1024, ''), says: 1000 }),
  'a billion texts': () =>
    workbookOf(sheet(FIRST_ROW), {
      ...repeatedPart(STRINGS, `${XML}<sst>`, '<si><t>again</t></si>', 100_000_000, '</sst>'),
      says: 200 * MEGABYTE,
    }),
  'ten million texts that say so': () =>
    workbookOf(sheet(FIRST_ROW), repeatedPart(STRINGS, `${XML}<sst>`, '<si><t>again</t></si>', 10_000_000, '</sst>')),
  'sixty thousand parts': () =>
    zipOf([
      ...frame,
      strings,
      sheet(FIRST_ROW),
      ...Array.from({ length: 60_000 }, (_, at) => ({ ...NOTHING, name: `xl/media/${at}` })),
    ]),
  'a list of sheets without end': () =>
    zipOf([
      ...frame.slice(0, 3),
      repeatedPart('xl/workbook.xml', `${XML}<workbook>`, '<sheet name="a" r:id="rId1"/>', 50_000_000, '</workbook>'),
      strings,
      sheet(FIRST_ROW),
    ]),
  'a directory that leads past the end': () => {
    const whole = workbookOf(sheet(FIRST_ROW));
    whole.writeUInt32LE(whole.length + 1, whole.length - 6);
    return whole;
  },
  'parts that begin where there are none': () => {
    const whole = workbookOf(sheet(FIRST_ROW));
    for (let at = whole.indexOf('PK\x01\x02'); at >= 0; at = whole.indexOf('PK\x01\x02', at + 1))
      whole.writeUInt32LE(at, at + 42);
    return whole;
  },
  'a row at four billion': () => workbookOf(sheet(`${FIRST_ROW}<row r="4000000000">${text('A4', 'a')}</row>`)),
  'a row at no number': () => workbookOf(sheet(`${FIRST_ROW}<row r="1e999">${text('A4', 'a')}</row>`)),
  'the last row again and again': () => workbookOf(endless('<row r="1048576"/><row r="1"/>', 2_000_000)),
  'the last column in every row': () => workbookOf(endless(`<row><c r="XFD1"><v>1</v></c></row>`, 3_000_000)),
  'a column past the last': () => workbookOf(sheet(`${FIRST_ROW}<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>`)),
  'a row of a hundred million cells': () => workbookOf(endless('<c/>', 100_000_000)),
  'a cell of 400 MB': () =>
    workbookOf(
      repeatedPart(
        SHEET,
        `${XML}<worksheet><sheetData><row><c t="inlineStr"><is><t>`,
        'a'.repeat(1000),
        400_000,
        '</t></is></c></row>',
      ),
    ),
  'a cell of a hundred million runs': () =>
    workbookOf(
      repeatedPart(
        SHEET,
        `${XML}<worksheet><sheetData><row><c t="inlineStr"><is>`,
        '<r><t>a</t></r>',
        100_000_000 / 15,
        '</is></c></row>',
      ),
    ),
  'a tag of 400 MB': () =>
    workbookOf(repeatedPart(SHEET, `${XML}<worksheet><sheetData><row a="`, 'a'.repeat(1000), 400_000, '"/>')),
  'nothing but noise that says it is deflated': () =>
    workbookOf({ name: SHEET, packed: Buffer.alloc(MEGABYTE, 0xa5), says: GIGABYTE - MEGABYTE }),
};

/** A backup of a header and whatever follows it. */
export const backupOf = (header: string, rest: Buffer | string) =>
  gzipSync(Buffer.concat([Buffer.from(`${header}\n`), Buffer.from(rest)]), { level: 9 });

/** Backups, each under what it tries, behind a header that is right. */
export const hostileBackups: Readonly<Record<string, (header: string) => Buffer>> = {
  'a line of 63 MB': (header) => backupOf(header, Buffer.alloc(63_000_000, 97)),
  'a row of 60 MB': (header) => backupOf(header, `{"row":["stores",{"key":"${'a'.repeat(60_000_000)}"}]}\n`),
  'a thousand rows of 100 KB without a seal': (header) =>
    backupOf(header, `{"row":["stores",{"key":"${'a'.repeat(100_000)}"}]}\n`.repeat(900)),
  'sixty million line ends': (header) => backupOf(header, Buffer.alloc(60_000_000, 10)),
  'brackets in brackets': (header) =>
    backupOf(header, `{"row":["stores",${'['.repeat(3_000_000)}\n{"seal":"${'0'.repeat(64)}"}\n`),
  'a header of 60 MB': () => backupOf(`{"preflight":"backup","stores":["${'a'.repeat(60_000_000)}"]}`, ''),
  'a header with a million stores': (header) =>
    backupOf(JSON.stringify({ ...JSON.parse(header), stores: Array(500_000).fill({ marketplace: 1 }) }), '{"end":0}\n'),
};
