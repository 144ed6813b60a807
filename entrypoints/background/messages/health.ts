import type { Marketplace } from '../../../rules/engine/sites.ts';
import { z } from './schema.ts';

/** Messages about how well console pages are read. */

export const extensionHealthRequests = {
  /** How the open console pages were read, plus the last page of each kind per shop. Answer: {@link ReadingHealth}. */
  'reading-health': z.object({ kind: z.literal('reading-health') }),
} as const;

export interface ReadingHealth {
  readonly pages: readonly HealthPage[];
}

/** How one page was read. All texts are final and in the seller's language. */
export interface HealthPage {
  readonly key: string;
  /** The browser tab showing it; null once it is closed. */
  readonly tab: number | null;
  readonly marketplace: Marketplace;
  /** Name of the page kind. */
  readonly name: string;
  readonly store: string;
  /** Day it was read, as people write it; null while it is open. */
  readonly day: string | null;
  /** "Read 9 of 11 fields" */
  readonly line: string;
  /** "2 fields were not found where they are looked for first." Empty if all were. */
  readonly fellBack: string;
  /** What used to be read and no longer is. */
  readonly lost: readonly string[];
  readonly fields: readonly HealthField[];
  /** The report to send to whoever fixes the reader. Contains no value, listing or seller. */
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
  /** "2nd of 3 ways"; empty if the first one found it. */
  readonly note: string;
  /** Record in which the seller can point at the field; null if they cannot. */
  readonly teach: string | null;
}
