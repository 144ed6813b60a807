import type { FactName } from '../../../rules/engine/facts.ts';
import type { Sighting, UnreadableReason } from '../../console.content/reading/reading.ts';

/** How one field of a page was read, over all its records. Holds nothing of what was read. */
export interface FieldHealth {
  readonly field: FactName;
  readonly place: 'page' | 'row';
  /** Of several rows: unreadable when it is so in any, otherwise read when it is so in any. */
  readonly state: 'read' | 'absent' | UnreadableReason;
  /** Records in which it was read, of those which have it. */
  readonly read: number;
  readonly of: number;
  /** The locator that worked; null where none did. */
  readonly way: Way | null;
  /** What disagreed, where that is why it was not read. */
  readonly found?: readonly Seen[];
}

/** What one hit read, without the value: the locator's name, `other` where it is none of ours, and the shape. */
export type Seen = Pick<Sighting, 'kind' | 'length'> & { readonly name: string };

/** `built-in`: which of the ways that the layout has, from 1; `name` is that of its locator. */
export type Way =
  | { readonly by: 'taught' }
  | { readonly by: 'built-in'; readonly name: string; readonly place: number; readonly of: number };

/** What was read on this kind of page of the store until now, and no longer is. */
export interface Lost {
  /** Empty: the whole page is not recognised any more. */
  readonly fields: readonly FactName[];
  /** ISO day on which it was last read, local to the site. */
  readonly until: string;
}
