import type { FieldReadings } from '../console.content/reading/reading.ts';

/** Which listing of a store a record is. */
export interface Identity {
  /** `sku:<SKU>`, or `asin:<ASIN>` where the page shows no SKU. */
  readonly listing: string;
  readonly sku: string | null;
  readonly asin: string | null;
}

/** A record's listing; null while the page names neither SKU nor ASIN. */
export function identityOf(fields: FieldReadings): Identity | null {
  const sku = textOf(fields, 'sku');
  const asin = textOf(fields, 'asin');
  if (sku !== null) return { listing: `sku:${sku}`, sku, asin };
  return asin === null ? null : { listing: `asin:${asin}`, sku, asin };
}

function textOf(fields: FieldReadings, name: 'sku' | 'asin'): string | null {
  const reading = fields[name];
  if (reading?.state !== 'read' || typeof reading.value !== 'string') return null;
  // Longer than any SKU (40 characters) or ASIN (10): not one.
  const text = reading.value.trim();
  return text === '' || text.length > 100 ? null : text;
}
