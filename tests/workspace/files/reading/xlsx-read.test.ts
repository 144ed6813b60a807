import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../../entrypoints/workspace/files/reading/table.ts';
import { openWorkbook } from '../../../../entrypoints/workspace/files/reading/xlsx-read.ts';
import { flatRows, sheetOf, workbook } from './workbooks.ts';

const { signal } = new AbortController();

async function rowsOf(file: Blob, sheet = 0): Promise<string[][]> {
  const { sheets } = await openWorkbook(file, signal);
  const rows: string[][] = [];
  for await (const batch of sheets[sheet]?.rows() ?? []) rows.push(...batch.map((row) => [...row]));
  return rows;
}

const report = (name: string) => new Blob([readFileSync(`${import.meta.dirname}/../../../reports/amazon/${name}`)]);

describe('cells of a workbook', () => {
  test('come as text: numbers in full, days, yes and no, formulas by what they gave', async () => {
    const file = await workbook([
      {
        ...sheetOf([
          ['text', 18.5, 0.1 + 0.2, 4006381333931, true, new Date('2026-12-01T00:00:00Z')],
          ['00012345', null, '  spaced ', new Date('2026-12-01T09:30:00Z'), 'a\nb', '=SUM(A1)'],
        ]),
        cells: new Map([['1,1', { formula: 'B1*2', formulaResult: 37 }]]),
      },
    ]);
    expect(await rowsOf(file)).toEqual([
      ['text', '18.5', '0.3', '4006381333931', 'TRUE', '2026-12-01'],
      ['00012345', '37', '  spaced ', '2026-12-01T09:30', 'a\nb', '=SUM(A1)'],
    ]);
  });

  test('days are the same in the calendar that begins in 1904', async () => {
    const rows = [[new Date('2026-12-01T00:00:00Z'), new Date('2028-02-29T00:00:00Z')]];
    expect(await rowsOf(await workbook([sheetOf(rows)], '1904'))).toEqual([['2026-12-01', '2028-02-29']]);
  });

  test('rows that are left out count, and merged cells have their text once', async () => {
    const file = await workbook([
      {
        ...sheetOf([['title', null, null], [], [], ['sku', 'price']]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
      },
    ]);
    const rows = await rowsOf(file);
    expect(rows[0]?.[0]).toBe('title');
    expect(rows[3]).toEqual(['sku', 'price']);
  });

  test('of an .xls are the same as of its text', async () => {
    const rows = await rowsOf(report('coupon_bulk_template.xls'));
    const text = readFileSync(`${import.meta.dirname}/../../../reports/amazon/coupon_bulk_template.tsv`, 'utf8');
    const [headings, ...coupons] = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows[3]).toEqual(headings);
    expect(rows.slice(4).map((row) => [row[0], Number(row[5]), row[6], row[7] ?? ''])).toEqual(
      coupons.map((row) => [row[0], Number(row[5]), row[6], row[7]]),
    );
  });
});

describe('sheets', () => {
  test('are named and come one by one; a hidden one is not what is opened as a table', async () => {
    const file = await workbook([
      { ...sheetOf([['secret']], 'Lists'), hidden: true },
      sheetOf([['sku'], ['A']], 'Offers'),
    ]);
    const { sheets } = await openWorkbook(file, signal);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Lists', true],
      ['Offers', false],
    ]);
    expect(await rowsOf(file, 1)).toEqual([['sku'], ['A']]);
    const table = await openTable(new File([file], 'offers.csv'), signal);
    expect(table.format).toBe('xlsx');
    expect(await flatRows(table.rows())).toEqual([['sku'], ['A']]);
    expect(table.progress()).toBe(1);
  });
});

describe('a workbook that is refused', () => {
  const refused = (file: Blob) => expect(rowsOf(file)).rejects;

  test('when it is cut off, or something else in its clothes', async () => {
    const whole = new Uint8Array(await (await workbook([sheetOf([['a']])])).arrayBuffer());
    await refused(new Blob([whole.slice(0, -40)])).toMatchObject({ name: 'UnreadableTable', reason: 'workbook' });
    await refused(new Blob([whole.slice(0, 200)])).toMatchObject({ reason: 'workbook' });
    await refused(new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)])).toMatchObject({ reason: 'workbook' });
  });

  test('when its content is damaged in the middle', async () => {
    const whole = new Uint8Array(
      await (await workbook([sheetOf(Array.from({ length: 500 }, (_, at) => [`a${at}`]))])).arrayBuffer(),
    );
    whole.fill(0xa5, 200, whole.length - 600);
    await refused(new Blob([whole])).toMatchObject({ reason: 'workbook' });
  });

  test('when it has a password', async () => {
    const locked = await writeXlsx({ sheets: [sheetOf([['a']])], encryption: { password: 'demo', spinCount: 1000 } });
    await refused(new Blob([locked as Uint8Array<ArrayBuffer>])).toMatchObject({ reason: 'locked' });
  });

  test('when it says that it unpacks to more than is read, before any of it is unpacked', async () => {
    const bomb = new Uint8Array(await (await workbook([sheetOf([['a']])])).arrayBuffer());
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7000_0000, true);
    await refused(new Blob([bomb])).toMatchObject({ reason: 'too-large' });
  });

  test('when it unpacks to more than it says', async () => {
    const rows = Array.from({ length: 20_000 }, () => ['the same text again and again']);
    const bomb = new Uint8Array(await (await workbook([sheetOf(rows)])).arrayBuffer());
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 500, true);
    await refused(new Blob([bomb])).toMatchObject({ reason: 'workbook' });
  });

  test('when reading is ended', async () => {
    const end = new AbortController();
    end.abort();
    await expect(openWorkbook(await workbook([sheetOf([['a']])]), end.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
