import type { FieldReadings } from '../console.content/reading/reading.ts';
import { itemCodeIn, writtenOneWay } from './seller-code.ts';
import type { ListingRow } from './store/schema.ts';

/** Which listing of a store a record is. */
export interface Identity {
  /**
   * `sku:<SKU>`, or `asin:<ASIN>`, or `product:<ID>` where the page shows no SKU; `code:<code>` on a form that shows only
   * the seller's own code: what a page says is not stored under it, since another listing may have the same.
   */
  readonly listing: string;
  readonly sku: string | null;
  readonly asin: string | null;
  /** The seller's code where it is not the SKU: on Temu and TikTok Shop. */
  readonly code: string | null;
}

const CODE = 'code:';

/** A record's listing; null while the page names neither SKU, ASIN nor product. */
export function listingIn(fields: FieldReadings): Identity | null {
  const sku = textOf(fields, 'sku');
  const asin = textOf(fields, 'asin');
  const code = codeIn(fields);
  if (sku !== null) return { listing: `sku:${sku}`, sku, asin, code };
  if (asin !== null) return { listing: `asin:${asin}`, sku, asin, code };
  const product = textOf(fields, 'productId');
  return product === null ? null : { listing: `product:${product}`, sku, asin, code };
}

/** What a record is by the seller's code alone; null where the page shows none. */
export function itemIn(fields: FieldReadings): Identity | null {
  const code = codeIn(fields);
  return code === null ? null : { listing: codeListing(code), sku: null, asin: null, code };
}

/** What stands for all listings with a seller's code: what the seller's own tables and entries say of the item. */
export function codeListing(code: string): string {
  return `${CODE}${code}`;
}

/** The code that an identity or a stored row stands for. */
export function codeOf(listing: string): string {
  return listing.slice(CODE.length);
}

/** Whether an identity, or what it is stored as, is a seller's code and no listing. */
export function isCode(listing: string): boolean {
  return listing.startsWith(CODE);
}

/** The code that people know a listing by. */
export function nameOf({ listing, sku, asin, code }: Identity): string {
  return asin ?? sku ?? code ?? listing.slice(listing.indexOf(':') + 1);
}

/** A stored listing's identity. */
export function identityOfRow({ listing, sku, asin, facts }: ListingRow): Identity {
  return { listing, sku, asin, code: itemCodeIn(facts) };
}

function codeIn(fields: FieldReadings): string | null {
  return writtenOneWay(textOf(fields, 'itemCode') ?? textOf(fields, 'sellerSku'));
}

function textOf(fields: FieldReadings, name: 'sku' | 'asin' | 'productId' | 'itemCode' | 'sellerSku'): string | null {
  const reading = fields[name];
  if (reading?.state !== 'read' || typeof reading.value !== 'string') return null;
  // Longer than any SKU (40 characters) or ASIN (10): not one.
  const text = reading.value.trim();
  return text === '' || text.length > 100 ? null : text;
}
