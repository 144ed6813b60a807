import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../../entrypoints/workspace/files/reading/rows-of-text.ts';
import { openTable } from '../../../../entrypoints/workspace/files/reading/table.ts';

const never = new AbortController().signal;

function file(content: string | Uint8Array, name = 'report.txt'): File {
  return new File([content as BlobPart], name);
}

async function read(content: string | Uint8Array): Promise<{ format: string; encoding: string | null; rows: Row[] }> {
  const table = await openTable(file(content), never);
  const rows: Row[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  expect(table.progress()).toBe(1);
  return { format: table.format, encoding: table.encoding, rows };
}

/** Big- or little-endian UTF-16, with its mark. */
function wide(text: string, little: boolean, mark = '\uFEFF'): Uint8Array {
  const marked = `${mark}${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let index = 0; index < marked.length; index += 1) view.setUint16(index * 2, marked.charCodeAt(index), little);
  return new Uint8Array(view.buffer);
}

const bytes = (...values: number[]) => new Uint8Array(values);
const joined = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

describe('a table', () => {
  test('of tabs is taken as it stands: quotes are characters, cells may be empty', async () => {
    expect(await read('sku\tname\tprice\nA-1\t12" pan, "the" best\t\n"B\t\t9.99\n')).toEqual({
      format: 'tsv',
      encoding: 'utf-8',
      rows: [
        ['sku', 'name', 'price'],
        ['A-1', '12" pan, "the" best', ''],
        ['"B', '', '9.99'],
      ],
    });
  });

  test('of tabs with quoted headings is unquoted, as a spreadsheet writes it', async () => {
    expect((await read('"sku"\t"name"\nA\t"a ""b""\tc"\n')).rows).toEqual([
      ['sku', 'name'],
      ['A', 'a "b"\tc'],
    ]);
  });

  test.each([[','], [';']])(
    'separated by "%s" has separators and line breaks in its quoted cells',
    async (separator) => {
      const text = `${['a', 'b', 'c'].join(separator)}\r\n"1${separator}5"${separator}"x\r\ny"${separator}z\r\n`;
      expect(await read(text)).toMatchObject({
        format: 'csv',
        rows: [
          ['a', 'b', 'c'],
          [`1${separator}5`, 'x\ny', 'z'],
        ],
      });
    },
  );

  test('keeps empty lines, so that a row has the number the seller sees', async () => {
    expect((await read('a,b\n\n1,2')).rows).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  test('under instructions is found by the lines that agree', async () => {
    const { format } = await read('Read this first, please, and then, well\n\nsku\tprice\tname\nA\t1\tx\nB\t2\ty, z\n');
    expect(format).toBe('tsv');
  });

  test('of old line ends is read', async () => {
    expect((await read('a,b\r1,2\r3,4')).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('with a cell of 10,000 characters is read', async () => {
    const long = 'x'.repeat(10_000);
    expect((await read(`a\tb\n${long}\t1`)).rows[1]).toEqual([long, '1']);
  });

  test('larger than one chunk loses nothing at the seams, whatever falls on them', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => [`SKU-${index}`, `商品 "${index}"\r\né`, '1,5']);
    const text = Papa.unparse({ fields: ['sku', 'name', 'price'], data: rows }, { newline: '\r\n' });
    const { rows: found } = await read(text);
    expect(found).toHaveLength(60_001);
    expect(found[59_999]).toEqual(['SKU-59998', '商品 "59998"\né', '1,5']);
  });

  test('gives back any cells that were written', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll(/\r\n?/g, '\n'));
    const fields = ['alpha', 'beta', 'gamma'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        async (data, newline) => {
          const text = Papa.unparse({ fields, data }, { newline, quotes: true });
          // A lone surrogate cannot be written in UTF-8.
          fc.pre(text.isWellFormed() && !text.includes('\0'));
          expect((await read(text)).rows).toEqual([fields, ...data]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the encoding', () => {
  const text = 'sku\t商品名\tпример\nA\t马克杯 350 毫升\té\n';
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', wide(text, true)],
    ['utf-16be', wide(text, false)],
  ] as const)('%s is told by its bytes', async (encoding, content) => {
    const { rows, encoding: told } = await read(new Uint8Array(content));
    expect(told).toBe(encoding);
    expect(rows).toEqual([
      ['sku', '商品名', 'пример'],
      ['A', '马克杯 350 毫升', 'é'],
    ]);
  });

  test('UTF-16 without a mark is told by its zeros', async () => {
    expect(await read(wide('sku\tprice\nA\t1', true, ''))).toMatchObject({ encoding: 'utf-16le' });
    expect(await read(wide('sku\tprice\nA\t1', false, ''))).toMatchObject({ encoding: 'utf-16be' });
  });

  test('GBK', async () => {
    // "商品编码,成本价\nA-1,价格" in GBK.
    const gbk = joined(
      bytes(0xc9, 0xcc, 0xc6, 0xb7, 0xb1, 0xe0, 0xc2, 0xeb),
      ',',
      bytes(0xb3, 0xc9, 0xb1, 0xbe, 0xbc, 0xdb),
      '\nA-1,',
      bytes(0xbc, 0xdb, 0xb8, 0xf1),
    );
    expect(await read(gbk)).toMatchObject({
      encoding: 'gb18030',
      rows: [
        ['商品编码', '成本价'],
        ['A-1', '价格'],
      ],
    });
  });

  test('Shift-JIS', async () => {
    // "商品名\t価格\nマグカップ\t1980" in Shift-JIS.
    const shifted = joined(
      bytes(0x8f, 0xa4, 0x95, 0x69, 0x96, 0xbc),
      '\t',
      bytes(0x89, 0xbf, 0x8a, 0x69),
      '\n',
      bytes(0x83, 0x7d, 0x83, 0x4f, 0x83, 0x4a, 0x83, 0x62, 0x83, 0x76),
      '\t1980',
    );
    expect(await read(shifted)).toMatchObject({
      encoding: 'shift_jis',
      rows: [
        ['商品名', '価格'],
        ['マグカップ', '1980'],
      ],
    });
  });

  test('Western European, as an older Excel saves it', async () => {
    const western = joined('sku;Name\nA;Gr', bytes(0xf6, 0xdf), 'e caf', bytes(0xe9), ' M', bytes(0xfc), 'ller\n');
    expect(await read(western)).toMatchObject({
      encoding: 'windows-1252',
      rows: [
        ['sku', 'Name'],
        ['A', 'Größe café Müller'],
      ],
    });
  });

  test('is told from the first part that is not ASCII, however far behind', async () => {
    const rows = 'SKU-1\tplain\n'.repeat(200_000);
    const { encoding, rows: found } = await read(
      joined('sku\tname\n', rows, 'A\t', bytes(0xbc, 0xdb, 0xb8, 0xf1), '\n'),
    );
    expect(encoding).toBe('gb18030');
    expect(found.at(-1)).toEqual(['A', '价格']);
  });

  test('that changes within the file is refused with its row', async () => {
    const filler = 'SKU-1,商品\n'.repeat(200_000);
    await expect(read(joined('sku,name\n', filler, 'A,', bytes(0xbc, 0xdb), '\n'))).rejects.toMatchObject({
      reason: 'encoding',
      row: expect.any(Number),
    });
  });
});

describe('what is no table', () => {
  test.each([
    ['empty', ''],
    ['empty', '\n\r\n  \n'],
    ['pdf', '%PDF-1.7 …'],
    ['picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['archive', bytes(0x1f, 0x8b, 0x08, 0)],
    ['workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['workbook', bytes(0x50, 0x4b, 3, 4, 1, 2, 3)],
    ['web-page', '<!DOCTYPE html><html><body>Sign in'],
    ['binary', bytes(1, 2, 3, 0, 0, 0, 4, 5, 6, 7, 8, 9)],
    ['quote-not-closed', 'a,b\n"x,1\ny,2\n'],
  ] as const)('%s', async (reason, content) => {
    await expect(read(content as string | Uint8Array)).rejects.toMatchObject({ name: 'UnreadableTable', reason });
  });

  test('a quote that swallows the rest is refused before the memory is full', async () => {
    await expect(read(`a,b\n"x,${'1,2\n'.repeat(700_000)}`)).rejects.toMatchObject({
      reason: 'quote-not-closed',
      row: 2,
    });
  });

  test('reading stops when it is called off', async () => {
    const control = new AbortController();
    const table = await openTable(file('a\tb\n'.repeat(1_000_000)), control.signal);
    await expect(async () => {
      for await (const _ of table.rows()) control.abort(new Error('called off'));
    }).rejects.toThrow('called off');
  });
});
