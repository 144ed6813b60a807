import type { FieldReadings } from '../console.content/reading/reading.ts';
import { type Identity, identityOf } from './listing-identity.ts';

/** The SKU of each price order on a page; null for an order of several. */
export type SkusOfOrders = ReadonlyMap<string, Identity | null>;

/** Which SKU each order is about, as the rows say that name both. */
export function skusOfOrders(records: ReadonlyMap<string, FieldReadings>): SkusOfOrders {
  const found = new Map<string, Identity | null>();
  for (const fields of records.values()) {
    const order = orderOf(fields);
    const identity = order === null ? null : identityOf(fields);
    if (order === null || identity === null) continue;
    const known = found.get(order);
    found.set(order, known === undefined || known?.listing === identity.listing ? identity : null);
  }
  return found;
}

/** The listing of one record of a page; null while the page names none. */
export function identityOn(
  records: ReadonlyMap<string, { readonly fields: FieldReadings }>,
  key: string,
): Identity | null {
  const fields = records.get(key)?.fields ?? {};
  const all = new Map([...records].map(([name, record]) => [name, record.fields]));
  return identityOf(fields) ?? identityInOrder(fields, skusOfOrders(all));
}

/** The SKU of a row that names its order only, such as in the dialog in front of the list; null where it cannot be told. */
export function identityInOrder(fields: FieldReadings, skus: SkusOfOrders): Identity | null {
  const order = orderOf(fields);
  return order === null ? null : (skus.get(order) ?? null);
}

/** The number of a row's price order. A remark may stand behind it: "HJD… 未选中但需一同确认". */
function orderOf({ adjustNo }: FieldReadings): string | null {
  if (adjustNo?.state !== 'read' || typeof adjustNo.value !== 'string') return null;
  return /^HJD\d+/.exec(adjustNo.value)?.[0] ?? null;
}
