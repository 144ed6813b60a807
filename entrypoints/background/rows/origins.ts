/**
 * Where a fact came from: this page, a sentence of the console, the seller's entry, a page of the same shop seen on an
 * earlier day, imported orders, the file being checked, a limit in the seller's settings, a derivation from other
 * facts, or a what-if value.
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

/** Prices derived from imported orders, and the orders they rest on. */
export interface OrdersOrigin {
  readonly by: 'orders';
  /** Number of days before today that were considered. */
  readonly days: number;
  /** Units sold on those days, without business orders. */
  readonly units: number;
  readonly promoted: number;
  /** Last day with an order, which reveals an outdated report. */
  readonly until: string;
}
