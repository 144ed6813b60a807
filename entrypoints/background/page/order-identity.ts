import type { FieldReadings } from '../../console.content/reading/reading.ts';
import { type Identity, itemIn, listingIn } from '../rows/listing-identity.ts';

/** The SKU of each price order on a page; null for an order with several. */
export type SkusOfOrders = ReadonlyMap<string, Identity | null>;

/** Maps each order to its SKU, using the rows that show both. */
export function skusOfOrders(records: ReadonlyMap<string, FieldReadings>): SkusOfOrders {
  const found = new Map<string, Identity | null>();
  for (const fields of records.values()) {
    const order = orderOf(fields);
    const identity = order === null ? null : listingIn(fields);
    if (order === null || identity === null) continue;
    const known = found.get(order);
    found.set(order, known === undefined || known?.listing === identity.listing ? identity : null);
  }
  return found;
}

/** The listing of one record; null while the page does not tell. */
export function identityOn(
  records: ReadonlyMap<string, { readonly fields: FieldReadings }>,
  key: string,
): Identity | null {
  const all = new Map([...records].map(([name, record]) => [name, record.fields]));
  return identityOf(records.get(key)?.fields ?? {}, skusOfOrders(all));
}

/** A record's listing, or that of its order, or the seller's code. */
export function identityOf(fields: FieldReadings, orders: SkusOfOrders): Identity | null {
  return listingIn(fields) ?? identityInOrder(fields, orders) ?? itemIn(fields);
}

/** The SKU of a row that shows only its order, as in the dialog over the list; null if undeterminable. */
function identityInOrder(fields: FieldReadings, skus: SkusOfOrders): Identity | null {
  const order = orderOf(fields);
  return order === null ? null : (skus.get(order) ?? null);
}

/** The number of a row's price order. A remark may follow it: "HJD… 未选中但需一同确认". */
function orderOf({ adjustNo }: FieldReadings): string | null {
  if (adjustNo?.state !== 'read' || typeof adjustNo.value !== 'string') return null;
  return /^HJD\d+/.exec(adjustNo.value)?.[0] ?? null;
}
