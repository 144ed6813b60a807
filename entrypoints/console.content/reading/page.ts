import type { Locator } from '../../background/consoles/reader.ts';
import type { ListState, Notice, PageReading, RecordReading, StoreSignals } from './reading.ts';

/** A field of a page kind: of the page itself, or of the rows of its list. */
export interface WantedField {
  readonly page: string;
  /** `page`, or the key of any row. */
  readonly record: string;
  readonly field: string;
}

/** Hints from the page about an element that may be a field. Texts are label keys. */
export interface Clues {
  /** A control's labels, most certain first. */
  readonly labels: readonly string[];
  /** The column header above it, if it is in a row of the list. */
  readonly header: string | null;
  /** The row containing it, or the whole page. */
  readonly scope: Element;
}

/**
 * A recognised page, open for reading. Caches the elements it found and searches them again only after they left the
 * document. Never writes, and never reads layout.
 */
export interface OpenPage {
  /** Page kind, such as `amazon/listing-editor`; null if the address is a console's but the page was not recognised. */
  readonly page: string | null;
  /** The recognised layout, such as `gen2`; null for a page kind with a single one. */
  readonly generation: string | null;
  /** BCP 47 language of the page's text, from the document. */
  readonly language: string;
  /** False once the page is no longer the one that was opened: open it again. Cheap enough for every quiet moment. */
  stillHere(): boolean;
  store(): StoreSignals;
  /**
   * Reads every record in steps, so that the caller can pause between them and continue in a later task; null after a
   * step without a record. Rows removed in the meantime are skipped without throwing.
   */
  records(): Generator<RecordReading | null, void, void>;
  /**
   * Reads one record again; null if it is gone.
   * @param asBefore no element was added or removed since the last reading
   */
  record(key: string, asBefore?: boolean): RecordReading | null;
  /** Whether a record was on the page when records were last searched. */
  stands(key: string): boolean;
  /** The record a node belongs to (across shadow roots); null if the change may concern any record. */
  keyOf(node: Node): string | null;
  /** State of the page's list when its rows were last searched; undefined on a page without one. */
  list(): ListState | undefined;
  /** The console's own error sentences. */
  notices(): Notice[];
  /** The element whose box is the field, for drawing next to it; list items as `bullets.2`. Null if it has none. */
  element(key: string, field: string): Element | null;
  clues(element: Element, wanted: WantedField): Clues;
  /**
   * What a locator reads of a field in the record of `element`: nothing, several values, or a reading with its element.
   */
  probe(
    element: Element,
    wanted: WantedField,
    locator: Locator,
  ): 'nothing' | 'several' | { readonly reading: PageReading; readonly element: Element };
}
