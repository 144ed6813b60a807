import type { FieldReadings } from '../../console.content/reading/reading.ts';
import type { ListingRow } from './rows.ts';
import { itemCodeIn, normalizeCode } from './seller-code.ts';

/**
 * Identifies the listing of a shop that a record belongs to.
 *
 * A listing is identified by its narrowest number: an ASIN has an offer for each SKU, an SPU several SKCs, and an SKC
 * several SKUs. A record that shows only a wider number (a coupon by ASIN, a suggestion by SKC) is the one listing with
 * that number if there is exactly one, and otherwise a listing of its own. Numbers belong together if any page or
 * report showed them together. {@link WhichListing} derives that anew each time. The result therefore does not depend
 * on the order in which pages were seen, and a second SKU of an ASIN takes nothing away that was stored.
 */
export interface Identity {
  /**
   * `sku:<SKU>`, or else `asin:<ASIN>`, `skc:<SKC>`, `spu:<SPU>` or `product:<ID>`; `code:<code>` on a form that shows
   * only the seller's own code. Page content is never stored under a code, because another listing may have the same
   * one.
   */
  readonly listing: string;
  /** The wider number that the record itself shows, if any: facts from it are stored under this id. */
  readonly record?: string;
  /** Wider numbers that belong to this listing alone: everything stored under them is its own. */
  readonly aliases?: readonly string[];
  /** Wider numbers shared with other listings, widest first: a decision about one holds for each of them. */
  readonly shared?: readonly string[];
  readonly sku: string | null;
  readonly asin: string | null;
  /** The seller's code if it differs from the SKU: on Temu and TikTok Shop. */
  readonly code: string | null;
}

const CODE = 'code:';

/** Numbers that platforms give a product, narrowest first, with the prefix of a listing id made from each. */
const numbers = [
  ['sku', 'sku:'],
  ['asin', 'asin:'],
  ['skcId', 'skc:'],
  ['spuId', 'spu:'],
  ['productId', 'product:'],
] as const;

type NumberName = (typeof numbers)[number][0];

/** Ids made from these numbers, narrowest first. */
export function idsOf(numbered: { readonly [Name in NumberName]?: string | null | undefined }): string[] {
  return numbers.flatMap(([name, prefix]) => (numbered[name] ? `${prefix}${numbered[name]}` : []));
}

/** Width of an id: 0 for a SKU, higher for ids that may cover several SKUs. */
export function widthOf(id: string): number {
  return numbers.findIndex(([, prefix]) => id.startsWith(prefix));
}

/** A record's listing, judged by the record alone; null if the page shows no number of the platform. */
export function listingIn(fields: FieldReadings): Identity | null {
  const numbered = Object.fromEntries(numbers.map(([name]) => [name, textOf(fields, name)]));
  const [listing, ...wider] = idsOf(numbered);
  if (listing === undefined) return null;
  const { sku = null, asin = null } = numbered;
  return { listing, sku, asin, code: codeIn(fields), ...(wider.length > 0 ? { shared: wider.reverse() } : {}) };
}

/** The id under which a record's facts are stored. */
export function recordOf({ listing, record }: Identity): string {
  return record ?? listing;
}

/** Every id under which data about a listing may be stored, widest first and its own last. */
export function idsFor({ listing, aliases = [], shared = [] }: Identity): readonly string[] {
  return [...shared, ...aliases, listing];
}

/** A record's identity by the seller's code alone; null if the page shows none. */
export function itemIn(fields: FieldReadings): Identity | null {
  const code = codeIn(fields);
  return code === null ? null : { listing: codeListing(code), sku: null, asin: null, code };
}

/**
 * The id shared by all listings with a seller's code. The seller's own tables and entries about the item are stored
 * under it.
 */
export function codeListing(code: string): string {
  return `${CODE}${code}`;
}

/** The seller's code in a listing id. */
export function codeOf(listing: string): string {
  return listing.slice(CODE.length);
}

/** Whether a listing id is a seller's code rather than a listing. */
export function isCode(listing: string): boolean {
  return listing.startsWith(CODE);
}

/** The code people use for a listing. */
export function nameOf({ listing, sku, asin, code }: Identity): string {
  return asin ?? sku ?? code ?? listing.slice(listing.indexOf(':') + 1);
}

/** The identity of a single stored row. */
export function identityOfRow({ listing, sku, asin, facts }: ListingRow): Identity {
  return { listing, sku, asin, code: itemCodeIn(facts) };
}

/** Ids of the wider numbers seen together with a stored row's own, widest first. */
export function widerThan({ listing, asin, facts }: Omit<ListingRow, 'store' | 'sku'>): string[] {
  const said = (name: NumberName) => {
    const value = facts[name]?.value;
    return typeof value === 'string' && value.length <= 100 ? value.trim() : null;
  };
  const own = widthOf(listing);
  if (own < 0) return [];
  const all = idsOf({ asin, skcId: said('skcId'), spuId: said('spuId'), productId: said('productId') });
  return all.filter((id) => widthOf(id) > own).reverse();
}

function codeIn(fields: FieldReadings): string | null {
  return normalizeCode(textOf(fields, 'itemCode') ?? textOf(fields, 'sellerSku'));
}

function textOf(fields: FieldReadings, name: NumberName | 'itemCode' | 'sellerSku'): string | null {
  const reading = fields[name];
  if (reading?.state !== 'read' || typeof reading.value !== 'string') return null;
  // Longer than any SKU (40 characters) or ASIN (10), so not one.
  const text = reading.value.trim();
  return text === '' || text.length > 100 ? null : text;
}
