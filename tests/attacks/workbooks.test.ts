import { describe, expect, test } from 'vitest';
import { openTable } from '../../entrypoints/workspace/files/reading/table.ts';
import { UnreadableTable } from '../../entrypoints/workspace/files/reading/unreadable-table.ts';
import { openWorkbook } from '../../entrypoints/workspace/files/reading/xlsx-read.ts';
import { FIRST_ROW, hostileWorkbooks, part, workbookOf } from './hostile-files.ts';

// Workbooks that would fill the memory of whoever believes them are refused while they are unpacked.

const { signal } = new AbortController();

async function read(bytes: Buffer): Promise<number> {
  const { sheets } = await openWorkbook(new Blob([bytes as Uint8Array<ArrayBuffer>]), signal);
  let rows = 0;
  for (const sheet of sheets) for await (const batch of sheet.rows()) rows += batch.length;
  return rows;
}

test.each(Object.entries(hostileWorkbooks))('%s: refused within 3 s', async (_name, make) => {
  const bytes = make();
  const begun = performance.now();
  const error = await read(bytes).catch((refusal: unknown) => refusal);
  expect(error).toBeInstanceOf(UnreadableTable);
  expect(['workbook', 'too-large']).toContain((error as UnreadableTable).reason);
  expect(performance.now() - begun).toBeLessThan(3000);
});

describe('an ordinary workbook is read', () => {
  const row = (at: number) => `<row r="${at}"><c r="A${at}" t="s"><v>0</v></c><c r="B${at}"><v>12.5</v></c></row>`;
  const rows = Array.from({ length: 40_000 }, (_, index) => row(index + 2)).join('');

  test('with prefixes, other names of its parts, and much behind its rows', async () => {
    const prefixed = `<x:worksheet><x:sheetData>${FIRST_ROW}${rows}</x:sheetData>`.replaceAll(
      /<(\/?)(row|c|v|is|t)\b/g,
      '<$1x:$2',
    );
    const merges = '<x:mergeCell ref="A1:B2"/>'.repeat(500_000);
    const content = part('xl/worksheets/sheet1.xml', `${prefixed}<x:mergeCells>${merges}</x:mergeCells></x:worksheet>`);
    expect(await read(workbookOf(content))).toBe(40_001);
  });

  test('with a hundred thousand different texts', async () => {
    const texts = Array.from({ length: 100_000 }, (_, index) => `<si><t>Text ${index}</t></si>`).join('');
    const content = part('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${FIRST_ROW}</sheetData></worksheet>`);
    expect(await read(workbookOf(content, part('xl/sharedStrings.xml', `<sst>${texts}</sst>`)))).toBe(1);
  });

  test('with rows that stand in no order', async () => {
    const content = part(
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData>${row(3)}${row(1)}</sheetData></worksheet>`,
    );
    expect(await read(workbookOf(content))).toBe(4);
  });

  test('and an archive in the place of a sheet is one without rows', async () => {
    const inner = workbookOf(part('xl/worksheets/sheet1.xml', FIRST_ROW));
    expect(await read(workbookOf(part('xl/worksheets/sheet1.xml', inner)))).toBe(0);
  });
});

describe('text', () => {
  const long = 'a'.repeat(200 * 2 ** 20);

  test.each([
    ['a quoted cell of 200 MB', `sku,title\nA,"${long}`],
    ['a cell of 200 MB', `sku,title\nA,${long}`],
    ['a row of a million cells', `sku,title\n${','.repeat(1_000_000)}\n`],
  ])('with %s is refused within 3 s', async (_name, content) => {
    const file = new File([content], 'table.csv');
    const begun = performance.now();
    const table = await openTable(file, signal);
    const read = async () => {
      for await (const _batch of table.rows());
    };
    await expect(read()).rejects.toMatchObject({ name: 'UnreadableTable' });
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
