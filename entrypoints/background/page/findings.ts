import type { Finding } from '../rows/finding.ts';

/** A finding as it stands on a page. */
export interface PageFinding extends Finding {
  /** Names it within its page. */
  readonly id: string;
  /** Record that was judged. */
  readonly record: string;
  /** ASIN or SKU for sentences; null where the page names neither. */
  readonly name: string | null;
  /** Listings it concerns, as far as the page names them. */
  readonly listings: readonly { readonly listing: string; readonly name: string }[];
  readonly targets: readonly { readonly record: string; readonly field: string }[];
  readonly inline: boolean;
  /** How many products of the page it concerns. */
  readonly products: number;
  /** Ids of other rules that wait for the same facts and are told with this one. */
  readonly alike: readonly string[];
}

/** A page finding's id. */
export function findingId(record: string, rule: string, item: number | null): string {
  return item === null ? `${rule}|${record}` : `${rule}|${record}|${item}`;
}
