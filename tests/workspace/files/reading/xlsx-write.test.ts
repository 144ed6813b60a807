import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../../entrypoints/workspace/files/reading/xlsx-read.ts';
import {
  columnName,
  type MarkedRow,
  writeMarkedWorkbook,
} from '../../../../entrypoints/workspace/files/writing/xlsx-write.ts';
import { flatRows } from './workbooks.ts';

async function* inBatches(rows: readonly MarkedRow[]): AsyncGenerator<readonly MarkedRow[]> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
}

async function written(rows: readonly MarkedRow[], { name = 'Checked', mostComments = 100 } = {}): Promise<Blob> {
  return writeMarkedWorkbook({ name, frozenRows: 1, wideFrom: 3, mostComments, rows: inBatches(rows) });
}

const plain = (...cells: string[]): MarkedRow => ({ cells, marks: [] });

describe('a marked workbook', () => {
  test('has the fill and the comment of each mark, in its own cell', async () => {
    const blob = await written([
      { cells: ['sku', 'price'], marks: [{ column: 0, look: 'heading' }] },
      { cells: ['A', '18.50'], marks: [{ column: 1, look: 'error', comment: 'Too high. Use <b> & "18".' }] },
      { cells: ['B', ''], marks: [{ column: 1, look: 'warning', comment: '太短' }] },
    ]);
    const [sheet] = (await readXlsx(await blob.bytes(), { readStyles: true })).sheets;
    const cell = (at: string) => sheet?.cells?.get(at);
    expect(cell('1,1')?.comment?.text).toBe('Too high. Use <b> & "18".');
    expect(cell('1,1')?.style?.fill).toMatchObject({ fgColor: { rgb: expect.stringContaining('F8C6C2') } });
    expect(cell('2,1')?.comment?.text).toBe('太短');
    expect(cell('2,1')?.style?.fill).toMatchObject({ fgColor: { rgb: expect.stringContaining('FFE0A6') } });
    expect(cell('0,0')?.style?.font?.bold).toBe(true);
    expect(cell('1,0')?.comment).toBeUndefined();
  });

  test('gives back every cell as it was: zeros in front, formulas as text, signs XML cannot hold', async () => {
    const rows = [
      ['00012345', '=1+1', '-5', '@x', '+1'],
      [' a ', 'x\ny', 'tab\there', 'bell\u0007', '_x0041_'],
      ['&amp;', '<t>', '"quoted"', '😀 表', '\r'],
    ];
    const workbook = await openWorkbook(
      await written(rows.map((cells) => plain(...cells))),
      new AbortController().signal,
    );
    const [sheet] = workbook.sheets;
    expect(sheet && (await flatRows(sheet.rows()))).toEqual(rows);
  });

  test('has no more comments than are asked for, and all fills', async () => {
    const marked: MarkedRow = { cells: ['a'], marks: [{ column: 0, look: 'info', comment: 'x' }] };
    const blob = await written(
      Array.from({ length: 5 }, () => marked),
      { mostComments: 3 },
    );
    const [sheet] = (await readXlsx(await blob.bytes(), { readStyles: true })).sheets;
    const cells = [...(sheet?.cells?.values() ?? [])];
    expect(cells.filter(({ comment }) => comment)).toHaveLength(3);
    expect(cells.filter(({ style }) => style?.fill)).toHaveLength(5);
  });

  test('takes any name for its sheet', async () => {
    const blob = await written([plain('a')], { name: "it's [odd] / very: much * longer than thirty-one" });
    expect((await readXlsx(await blob.bytes())).sheets[0]?.name).toBe("it's  odd    very  much   longe");
  });

  test('fails as its rows fail', async () => {
    async function* broken(): AsyncGenerator<readonly MarkedRow[]> {
      yield [plain('a')];
      throw new Error('gone');
    }
    const sheet = { name: 'a', frozenRows: 0, wideFrom: 1, mostComments: 0, rows: broken() };
    await expect(writeMarkedWorkbook(sheet)).rejects.toThrow('gone');
  });
});

test('columns have letters', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});
