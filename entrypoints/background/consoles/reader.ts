import type { FactName } from '../../../rules/engine/facts.ts';
import type { NoticeWording } from '../../console.content/reading/notices.ts';
import type { Words } from '../../console.content/reading/text.ts';

/**
 * Where a field is. Plain data, so that a field a seller points at is described like a built-in one.
 *
 * `attribute`: a control that carries a stable attribute. `#` in a list's value is the number of the item, from `first`.
 * `group`: the only control in a documented wrapper of one field. `label`: a control with this whole label. `choices`: a group of radio buttons whose labels are the field's choices.
 * `address`: a parameter of the page's address.
 * `tally`: how many elements there are in the one documented box that begins with one of these words, or in as many
 * boxes as there always are.
 * Within one row of a list, or on the whole page, also: `own`: an attribute of the row. `part`: a documented element of
 * the row; of a list every one of them. `pair`: what stands behind a label, in the whole row or in one of its documented
 * parts. `place`: one of as many documented lines as there always are, told by their order: the first is known by its
 * words, and the others are not `unlike`. `column`: the cell under a header (whole words, or how they start), or the first text in
 * it; a currency that the header names is the amount's. `header`: what such a header says beside its words, the first
 * group of a pattern. `sort`: the one text of the row, or of a documented part, of this sort. `prefix`: what stands behind a label
 * and a colon, in the same text or the next ("SKU: DEMO-01"), in the whole row, a documented part or the cell under a header. `start`: the first text of a documented element. `has`: one
 * of the field's choices, or of the texts it can hold, stands in the row. `pattern`: the one text of a documented form, in
 * the row, in a documented part or in the cell under a header: a text, else a line, else all of it; where the form has a
 * group, that alone is the value. `row`: all that the row says.
 */
export type Locator =
  | { readonly by: 'attribute'; readonly attribute: string; readonly value: string; readonly first?: number }
  | { readonly by: 'group'; readonly selector: string }
  | { readonly by: 'label'; readonly words: Words }
  | { readonly by: 'choices' }
  | { readonly by: 'address'; readonly parameter: string }
  | { readonly by: 'own'; readonly attribute: string }
  | { readonly by: 'part'; readonly selector: string; readonly attribute?: string }
  | { readonly by: 'pair'; readonly within?: string; readonly words: Words }
  | {
      readonly by: 'place';
      readonly selector: string;
      readonly first: Words;
      /** From 0. */
      readonly place: number;
      readonly of: number;
      readonly unlike: Words;
    }
  | { readonly by: 'column'; readonly words: Words; readonly start?: true; readonly first?: true }
  | { readonly by: 'header'; readonly words: Words; readonly pattern: string }
  | { readonly by: 'sort'; readonly sort: TextSort; readonly within?: string }
  | { readonly by: 'prefix'; readonly words: Words; readonly within?: string; readonly under?: Words }
  | { readonly by: 'start'; readonly selector: string }
  | { readonly by: 'has' }
  | { readonly by: 'pattern'; readonly pattern: string; readonly within?: string; readonly under?: Words }
  | { readonly by: 'row' }
  | {
      readonly by: 'tally';
      readonly selector: string;
      readonly within: string;
      readonly words?: Words;
      readonly boxes?: number;
    };

/**
 * A locator, with a mark when the seller taught it by pointing at the field. `via`: its name, in a guide (`nameOf`).
 */
export type FieldLocator = Locator & { readonly taught?: true; readonly via?: string };

/**
 * `asin` and `sku`: also beside each other, as in "DEMO-01 · B0DEMO0001". `digits`: the only long number in a text, as in
 * "SKC ID: 30000000001". `words`: neither a code nor an amount.
 */
export type TextSort = 'asin' | 'sku' | 'digits' | 'money' | 'words';

export type FieldKind =
  | 'money'
  | 'percent'
  | 'decimal'
  | 'count'
  | 'day'
  | 'moment'
  | 'text'
  | 'word'
  | 'texts'
  | 'flag'
  | 'asin';

/** One field of a page, under its fact name. */
export interface Field {
  readonly kind: FieldKind;
  /**
   * In order of trust: a later one is only used when the earlier ones found nothing. A taught one stands first, and what
   * it finds must not contradict what the others read.
   */
  readonly at: readonly FieldLocator[];
  /** The words for each value of a closed set. Without it a `word` is the control's own code, such as `new_new`. */
  readonly choices?: { readonly [value: string]: Words };
  /** The only texts it can hold. */
  readonly known?: Words;
  /** The label keys of all its choices and texts, in a guide. */
  readonly names?: readonly string[];
  /** The label keys of texts that alone are its value, whatever stands beside them; in a guide. */
  readonly said?: readonly string[];
  /** Words that say that there is none. */
  readonly none?: Words;
  /** Words that say that the marketplace gives no value here. */
  readonly notGiven?: Words;
  /**
   * A regular expression for what the value looks like; its first group is the value. What else its cell says is a remark.
   */
  readonly form?: string;
  /** The field that names the currency of amounts without a sign of their own; it is read before them. */
  readonly currency?: FactName;
  /** Which amount of "$14.14 + $0.00", from 0. */
  readonly amount?: 0 | 1;
  /** The control holds this field only while another field has this value. */
  readonly when?: { readonly field: FactName; readonly is: string };
  /** The field has to be on the page wherever this selector hits; missing then means unreadable. */
  readonly requiredWith?: string;
  /** The field has to be on the page whenever this one, which is read before it, is. */
  readonly requiredBeside?: FactName;
}

export type Fields = { readonly [Name in FactName]?: Field };

/** How the rows of a list are found. */
export type Rows = {
  readonly fields: Fields;
  /** What tells the rows apart where neither SKU nor ASIN does, or not alone. */
  readonly key?: readonly FactName[];
  /** What names a row whose key cannot be read. */
  readonly otherwise?: readonly FactName[];
} /** `twin`: rows of another table that show the rest of those on their height. */ & (
  | { readonly by: 'selector'; readonly selector: string; readonly twin?: string }
  /** Parts of a form whose attribute begins so; what stands between that and the next point tells the rows apart. */
  | { readonly by: 'keyed'; readonly attribute: string; readonly start: string }
  /** The only table under at least `least` of these headers. */
  | { readonly by: 'table'; readonly headers: readonly Words[]; readonly least: number }
  /** What is around an action, such as "Remove", as long as no action of `without` is in it. */
  | { readonly by: 'action'; readonly words: Words; readonly without: Words }
);

/**
 * What proves a page: one selector that hits, a heading, or controls with at least `least` of these labels. `at`: a field
 * that the seller taught is on it.
 */
export type Landmark =
  | { readonly selector: string }
  | { readonly at: Locator }
  | { readonly heading: Words }
  | { readonly labels: readonly Words[]; readonly least: number }
  /** The list's own table. */
  | { readonly table: true };

/** One layout of a page kind. Its first landmark that is on the page proves it. */
export interface Layout {
  readonly generation: string | null;
  /** Addresses at which it may be, of those of its page kind; left out: all. Texts cost more to read than controls do. */
  readonly matches?: (address: URL) => boolean;
  readonly landmarks: readonly Landmark[];
  /** Fields of the page itself: record `page`. */
  readonly fields?: Fields;
  readonly rows?: Rows;
}

export interface Evidence {
  /** Month in which the structure was last seen. */
  readonly seen: string;
  /** A: seen in three independent sources. B: in one or two. C: inferred. */
  readonly certainty: 'A' | 'B' | 'C';
  readonly note: string;
}

/** One page kind of one marketplace. */
export interface Reader {
  readonly id: string;
  readonly evidence: Evidence;
  /** Whether the address may be this page. A guess: only a layout's landmarks prove it. */
  readonly matches: (address: URL) => boolean;
  /** Tried in order. */
  readonly layouts: readonly Layout[];
  /** The marketplace's own sentences that may stand on this page. */
  readonly notices?: readonly NoticeWording[];
}

export function defineReader(reader: Reader): Reader {
  return reader;
}

type Options = Omit<Field, 'kind' | 'at'>;

function field(kind: FieldKind, at: readonly Locator[], options: Options = {}): Field {
  return { kind, at, ...options };
}

export const money = (at: readonly Locator[], options?: Options): Field => field('money', at, options);
export const percent = (at: readonly Locator[], options?: Options): Field => field('percent', at, options);
export const decimal = (at: readonly Locator[], options?: Options): Field => field('decimal', at, options);
export const moment = (at: readonly Locator[], options?: Options): Field => field('moment', at, options);
export const count = (at: readonly Locator[], options?: Options): Field => field('count', at, options);
export const day = (at: readonly Locator[], options?: Options): Field => field('day', at, options);
export const text = (at: readonly Locator[], options?: Options): Field => field('text', at, options);
export const word = (at: readonly Locator[], options?: Options): Field => field('word', at, options);
export const texts = (at: readonly Locator[], options?: Options): Field => field('texts', at, options);
export const flag = (at: readonly Locator[], options?: Options): Field => field('flag', at, options);
export const asin = (at: readonly Locator[], options?: Options): Field => field('asin', at, options);

export const byName = (value: string): Locator => ({ by: 'attribute', attribute: 'name', value });
export const byId = (value: string): Locator => ({ by: 'attribute', attribute: 'id', value });
export const byAttribute = (attribute: string, value: string): Locator => ({ by: 'attribute', attribute, value });
export const byGroup = (selector: string): Locator => ({ by: 'group', selector });
export const byLabel = (words: Words): Locator => ({ by: 'label', words });
export const byAddress = (parameter: string): Locator => ({ by: 'address', parameter });
export const byPart = (selector: string): Locator => ({ by: 'part', selector });
export const byColumn = (words: Words): Locator => ({ by: 'column', words });
/** The first text of the cell under a header: the name of what the cell is about. */
export const byColumnStart = (words: Words): Locator => ({ by: 'column', words, first: true });
export const byPrefix = (words: Words, within?: string): Locator =>
  within === undefined ? { by: 'prefix', words } : { by: 'prefix', words, within };
/** What a regular expression finds in the cell under a header. */
export const byPattern = (pattern: string, under: Words): Locator => ({ by: 'pattern', pattern, under });
export const byPair = (words: Words, within?: string): Locator =>
  within === undefined ? { by: 'pair', words } : { by: 'pair', words, within };
