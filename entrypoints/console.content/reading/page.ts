import type { Locator } from '../../background/consoles/reader.ts';
import type { ListState, Notice, PageReading, RecordReading, StoreSignals } from './reading.ts';

/** A field of a page kind: of the page itself, or of the rows of its list. */
export interface WantedField {
  readonly page: string;
  /** `page`, or the key of any row. */
  readonly record: string;
  readonly field: string;
}

/** What the page says of an element that may be a field. Texts are label keys. */
export interface Clues {
  /** What a control is called, most certain first. */
  readonly labels: readonly string[];
  /** The header over it, when it stands in a row of the list. */
  readonly header: string | null;
  /** The row it stands in, or the whole page. */
  readonly scope: Element;
}

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
   * Reads every record in steps, so that the caller can stop between them and go on in a later task; null after a step
   * that gave no record. Rows that left meanwhile are passed by, never thrown on.
   */
  records(): Generator<RecordReading | null, void, void>;
  /**
   * Reads one record again; null when it is gone.
   * @param asBefore no element came or went on the page since the last reading
   */
  record(key: string, asBefore?: boolean): RecordReading | null;
  /** Whether a record was on the page when records were last looked for. */
  stands(key: string): boolean;
  /** The record a node belongs to (through shadow roots); null when the change may concern any record. */
  keyOf(node: Node): string | null;
  /** What became of the page's list when its rows were last looked for; undefined on a page that has none. */
  list(): ListState | undefined;
  /** The console's own error sentences. */
  notices(): Notice[];
  /** The element whose box is the field, for drawing beside it; list items as `bullets.2`. Null when it has none. */
  element(key: string, field: string): Element | null;
  clues(element: Element, wanted: WantedField): Clues;
  /**
   * What a locator reads of a field where `element` stands: nothing, more than one thing, or a reading with the element
   * it was read from.
   */
  probe(
    element: Element,
    wanted: WantedField,
    locator: Locator,
  ): 'nothing' | 'several' | { readonly reading: PageReading; readonly element: Element };
}
