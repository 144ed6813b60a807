import type { FieldReadings } from '../console.content/reading/reading.ts';

/** Which listing of a store a record is. */
export interface Identity {
  /** `sku:<SKU>`, or `asin:<ASIN>`, or `product:<ID>` where the page shows no SKU. */
  readonly listing: string;
  readonly sku: string | null;
  readonly asin: string | null;
}

/** A record's listing; null while the page names neither SKU, ASIN nor product. */
export function identityOf(fields: FieldReadings): Identity | null {
  const sku = textOf(fields, 'sku');
  const asin = textOf(fields, 'asin');
  if (sku !== null) return { listing: `sku:${sku}`, sku, asin };
  if (asin !== null) return { listing: `asin:${asin}`, sku, asin };
  const product = textOf(fields, 'productId');
  return product === null ? null : { listing: `product:${product}`, sku, asin };
}

function textOf(fields: FieldReadings, name: 'sku' | 'asin' | 'productId'): string | null {
  const reading = fields[name];
  if (reading?.state !== 'read' || typeof reading.value !== 'string') return null;
  // Longer than any SKU (40 characters) or ASIN (10): not one.
  const text = reading.value.trim();
  return text === '' || text.length > 100 ? null : text;
}
