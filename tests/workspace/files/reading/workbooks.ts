import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** A workbook with these sheets. */
export async function workbook(sheets: readonly WriteSheet[], dateSystem: '1900' | '1904' = '1900'): Promise<Blob> {
  return new Blob([(await writeXlsx({ sheets: [...sheets], dateSystem })) as Uint8Array<ArrayBuffer>]);
}

export const sheetOf = (rows: readonly (readonly CellValue[])[], name = 'Sheet1'): WriteSheet => ({
  name,
  rows: rows.map((row) => [...row]),
});

/** All rows that come in batches. */
export async function flatRows<Row>(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
