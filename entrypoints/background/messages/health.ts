import type { Marketplace } from '../../../rules/engine/sites.ts';
import { z } from './schema.ts';

/** Messages about how well the consoles' pages are read. */

export const extensionHealthRequests = {
  /** How the open console pages were read, and the last page of each kind and store. Answer: {@link ReadingHealth}. */
  'reading-health': z.object({ kind: z.literal('reading-health') }),
} as const;

export interface ReadingHealth {
  readonly pages: readonly HealthPage[];
}

/** One page as it was read. All texts are in the seller's language and final. */
export interface HealthPage {
  readonly key: string;
  /** The browser tab that shows it; null for one that is not open any more. */
  readonly tab: number | null;
  readonly marketplace: Marketplace;
  /** What the page kind is called. */
  readonly name: string;
  readonly store: string;
  /** Day on which it was read, as people write it; null while it is open. */
  readonly day: string | null;
  /** "Read 9 of 11 fields" */
  readonly line: string;
  /** "2 fields were not found where they are looked for first." Empty when there is none. */
  readonly fellBack: string;
  /** What used to be read and is not now. */
  readonly lost: readonly string[];
  readonly fields: readonly HealthField[];
  /** What to send to whoever repairs the reading: no value, no listing and no seller is in it. */
  readonly diagnosis: string;
}

export interface HealthField {
  readonly field: string;
  readonly label: string;
  /** "read", "not found"; for rows "24 of 25 rows". */
  readonly state: string;
  readonly level: 'read' | 'absent' | 'unreadable';
  /** Which locator worked: "the field labelled “discount”", "you showed it: the field labelled “Discount”". */
  readonly via: string;
  /** "2nd of 3 ways"; empty when it was found by the first. */
  readonly note: string;
  /** Record to show the field in, when it can be shown. */
  readonly teach: string | null;
}
