import type { FactName } from '../../../rules/engine/facts.ts';
import type { Sighting, UnreadableReason } from '../../console.content/reading/reading.ts';

/** How one field of a page was read across all records. Contains no values. */
export interface FieldHealth {
  readonly field: FactName;
  readonly place: 'page' | 'row';
  /** With several rows: unreadable if it is in any row, otherwise read if it is in any. */
  readonly state: 'read' | 'absent' | UnreadableReason;
  /** Records in which it was read, out of those that have it. */
  readonly read: number;
  readonly of: number;
  /** The locator that worked; null if none did. */
  readonly way: Way | null;
  /** The conflicting hits, if that is why it was not read. */
  readonly found?: readonly Seen[];
}

/** One hit without its value: the locator's name, `other` if it is not a built-in one, and the shape. */
export type Seen = Pick<Sighting, 'kind' | 'length'> & { readonly name: string };

/** `built-in`: 1-based position among the layout's locators; `name` is the locator's. */
export type Way =
  | { readonly by: 'taught' }
  | { readonly by: 'built-in'; readonly name: string; readonly place: number; readonly of: number };

/** Fields read on this page kind of the shop before, and no longer. */
export interface Lost {
  /** Empty: the whole page is no longer recognised. */
  readonly fields: readonly FactName[];
  /** ISO day on which it was last read, local to the site. */
  readonly until: string;
}
