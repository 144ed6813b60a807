/**
 * Why a file cannot be read as a table:
 * `empty` no bytes, or no text in them · `pdf`, `picture`, `archive`, `web-page`, `binary` it is something else, whatever
 * its name says · `workbook` an Excel workbook that is damaged · `locked` one with a password · `no-sheet` one with nothing in
 * it · `too-large` more bytes, or more cells, than are read of a workbook · `encoding` no
 * encoding that we know, or several in one file · `quote-not-closed` a quoted cell never ends · `record-too-long` · `gone`
 * the file was changed, moved or deleted while it was read.
 */
export type UnreadableReason =
  | 'empty'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'web-page'
  | 'binary'
  | 'workbook'
  | 'locked'
  | 'no-sheet'
  | 'too-large'
  | 'encoding'
  | 'quote-not-closed'
  | 'record-too-long'
  | 'gone';

/** A file that is no table, or one that stops being one at a row. */
export class UnreadableTable extends Error {
  override name = 'UnreadableTable';
  readonly reason: UnreadableReason;
  /** 1-based row at which reading ended; null where it did not begin. */
  readonly row: number | null;

  constructor(reason: UnreadableReason, row: number | null = null) {
    super(row === null ? reason : `${reason} at row ${row}`);
    this.reason = reason;
    this.row = row;
  }
}
