import { signatureOf } from './file-signature.ts';
import { namedFile } from './named-files.ts';
import { headingsOf, recognise, recogniseTemplate } from './recognise.ts';
import type { Row, Table } from './rows-of-text.ts';
import { openTable } from './table.ts';
import { openWorkbook, sheetTable } from './xlsx-read.ts';

/** One table of a file. */
export interface SheetTable {
  readonly table: Table;
  /** Name of the sheet it is; null for text. */
  readonly sheet: string | null;
  readonly isHidden: boolean;
}

/** The tables of a file: the sheets of a workbook in their order, or the one of text. */
export async function tablesIn(file: File, signal: AbortSignal): Promise<readonly SheetTable[]> {
  const head = new Uint8Array(
    await file
      .slice(0, 512)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  if (signatureOf(head) !== 'workbook') return [{ table: await openTable(file, signal), sheet: null, isHidden: false }];
  const { sheets } = await openWorkbook(file, signal);
  return sheets.map((sheet) => ({ table: sheetTable(sheet), sheet: sheet.name, isHidden: sheet.hidden }));
}

/** Instructions stand above the headings of some files. */
const LOOKED_AT = 60;

export async function firstRows({ rows }: Table): Promise<readonly Row[]> {
  const found: Row[] = [];
  for await (const batch of rows()) {
    found.push(...batch.slice(0, LOOKED_AT - found.length));
    if (found.length >= LOOKED_AT) break;
  }
  return found;
}

/**
 * The table of a file to import: of a workbook the first sheet that is a report or a template, else one that is known to
 * have nothing to keep, else the first table; sheets in view go first.
 */
export async function tableToImport(file: File, signal: AbortSignal): Promise<Table> {
  const tables = await tablesIn(file, signal);
  const [only, ...others] = tables;
  if (!only || others.length === 0) return only?.table ?? (await openTable(file, signal));
  const likely: { readonly table: Table; readonly likelihood: number }[] = [];
  for (const { table, isHidden } of tables)
    likely.push({ table, likelihood: likelihoodOf(await firstRows(table)) + (isHidden ? 0 : 1) });
  // Sorting keeps the order of the sheets where neither is more likely.
  return (likely.toSorted((a, b) => b.likelihood - a.likelihood)[0] ?? only).table;
}

function likelihoodOf(rows: readonly Row[]): number {
  if (recognise(rows) ?? recogniseTemplate(rows)) return 6;
  if (namedFile(rows, 'import')) return 4;
  return headingsOf(rows) ? 2 : 0;
}
