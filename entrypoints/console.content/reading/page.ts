import type { Notice, RecordReading, StoreSignals } from './reading.ts';

/**
 * A recognised page, open for reading. Holds the elements it found and looks for them again only when they left the
 * document. Reads and never writes; touches layout never.
 */
export interface OpenPage {
  /** Page kind, such as `amazon/listing-editor`; null when the address is a console's but nothing on it is known. */
  readonly page: string | null;
  /** The layout that was recognised, such as `gen2`; null where a page kind has one. */
  readonly generation: string | null;
  /** BCP 47 language of the page's text, from the document. */
  readonly language: string;
  /** False once the page no longer is what it was opened as: open again. Cheap enough for every quiet moment. */
  stillHere(): boolean;
  store(): StoreSignals;
  /**
   * Reads every record, one per step, so that the caller can stop between steps and go on in a later task. Rows that
   * left or arrived meanwhile are skipped or read, never thrown on.
   */
  records(): Generator<RecordReading, void, void>;
  /** Reads one record again; null when it is gone. */
  record(key: string): RecordReading | null;
  /** The record a node belongs to (through shadow roots); null when the change may concern any record. */
  keyOf(node: Node): string | null;
  /** The console's own error sentences. */
  notices(): Notice[];
  /** The element whose box is the field, for drawing beside it; list items as `bullets.2`. Null when it has none. */
  element(key: string, field: string): Element | null;
}
