import type { Finding } from '../rows/finding.ts';

/** A finding on a page. */
export interface PageFinding extends Finding {
  /** Unique within its page. */
  readonly id: string;
  /** The checked record. */
  readonly record: string;
  /** ASIN or SKU, for sentences; null if the page shows neither. */
  readonly name: string | null;
  /** Listings concerned, if the page names them. */
  readonly listings: readonly { readonly listing: string; readonly name: string }[];
  readonly targets: readonly { readonly record: string; readonly field: string }[];
  readonly inline: boolean;
  /** Number of the page's products concerned. */
  readonly products: number;
  /** Ids of other rules that wait for the same facts and are reported by this finding. */
  readonly alike: readonly string[];
}

/** A page finding's id. */
export function findingId(record: string, rule: string, item: number | null): string {
  return item === null ? `${rule}|${record}` : `${rule}|${record}|${item}`;
}
