/**
 * Where a fact came from: this page, a sentence of the console itself, the seller's entry, a page of the same store seen
 * on an earlier day, the imported orders, the file that is checked, a number of the seller's settings, worked out from
 * other facts, or only tried.
 */
export type Origin =
  | { readonly by: 'page' }
  | { readonly by: 'notice' }
  | { readonly by: 'entry'; readonly day: string }
  | { readonly by: 'seen'; readonly page: string; readonly day: string; readonly notice?: true }
  | OrdersOrigin
  | { readonly by: 'file' }
  | { readonly by: 'setting' }
  | { readonly by: 'computed' }
  | { readonly by: 'tried' };

/** Prices worked out from imported orders, with what they rest on. */
export interface OrdersOrigin {
  readonly by: 'orders';
  /** Days before today that were looked at. */
  readonly days: number;
  /** Units sold in them, without those of businesses. */
  readonly units: number;
  readonly promoted: number;
  /** Last day with an order, so that an old report is seen to be old. */
  readonly until: string;
}
