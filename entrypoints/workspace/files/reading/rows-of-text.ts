import type { Encoding } from './encoding.ts';

/** Cells of one row as they stand in the file, in its order. */
export type Row = readonly string[];

/** A file as a table: rows of text, the headings among them. Row n of the file is the n-th row that comes out. */
export interface Table {
  readonly format: 'csv' | 'tsv' | 'xlsx' | 'html';
  /** Null for a workbook, which has none of its own. */
  readonly encoding: Encoding | null;
  /** Share of the file that was read so far, 0 to 1. */
  readonly progress: () => number;
  /**
   * The rows in batches of about a megabyte, each read when it is asked for. An empty line is a row with one empty cell.
   * Rejects with {@link UnreadableTable}, or with the signal's reason when it is aborted.
   */
  readonly rows: () => AsyncIterable<readonly Row[]>;
}
