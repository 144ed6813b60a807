import type { FieldReadings } from '../../console.content/reading/reading.ts';
import type { ListingRow } from './rows.ts';
import { itemCodeIn, writtenOneWay } from './seller-code.ts';

/**
 * Which listing of a store a record is.
 *
 * A listing is what its narrowest number says it is: an ASIN has an offer for each SKU, an SPU several SKC and those
 * several SKUs. A record that shows a wider number alone (a coupon by ASIN, a suggestion by SKC) is the listing that has
 * it where exactly one has, and otherwise a listing of its own. Which numbers belong together is what was seen together,
 * on whatever page or report: {@link WhichListing} works it out anew from that each time, so that it is the same in
 * whatever order things were seen, and a second SKU of an ASIN takes nothing away that was stored.
 */
export interface Identity {
  /**
   * `sku:<SKU>`, or else `asin:<ASIN>`, `skc:<SKC>`, `spu:<SPU>` or `product:<ID>`; `code:<code>` on a form that shows only
   * the seller's own code: what a page says is not stored under it, since another listing may have the same.
   */
  readonly listing: string;
  /** What the record itself shows, where that is a wider number: what is said of it is stored under this. */
  readonly record?: string;
  /** Wider numbers that the listing has for itself: all that is kept under one of these is its own. */
  readonly aliases?: readonly string[];
  /** Wider numbers that it shares, widest first: what was decided of one holds for each listing that has it. */
  readonly shared?: readonly string[];
  readonly sku: string | null;
  readonly asin: string | null;
  /** The seller's code where it is not the SKU: on Temu and TikTok Shop. */
  readonly code: string | null;
}

const CODE = 'code:';

/** The numbers that platforms give a product, narrowest first, with what a listing that is known by one begins with. */
const numbers = [
  ['sku', 'sku:'],
  ['asin', 'asin:'],
  ['skcId', 'skc:'],
  ['spuId', 'spu:'],
  ['productId', 'product:'],
] as const;

type NumberName = (typeof numbers)[number][0];

/** Ids of what has these numbers, narrowest first. */
export function idsOf(numbered: { readonly [Name in NumberName]?: string | null | undefined }): string[] {
  return numbers.flatMap(([name, prefix]) => (numbered[name] ? `${prefix}${numbered[name]}` : []));
}

/** How narrow an id is: 0 for a SKU, more for what may be several of them. */
export function widthOf(id: string): number {
  return numbers.findIndex(([, prefix]) => id.startsWith(prefix));
}

/** A record's listing as far as it says so itself; null while the page names no number of the platform. */
export function listingIn(fields: FieldReadings): Identity | null {
  const numbered = Object.fromEntries(numbers.map(([name]) => [name, textOf(fields, name)]));
  const [listing, ...wider] = idsOf(numbered);
  if (listing === undefined) return null;
  const { sku = null, asin = null } = numbered;
  return { listing, sku, asin, code: codeIn(fields), ...(wider.length > 0 ? { shared: wider.reverse() } : {}) };
}

/** Under which id what is said of a record is stored. */
export function recordOf({ listing, record }: Identity): string {
  return record ?? listing;
}

/** Every id under which something may be kept that holds for a listing, widest first; its own last. */
export function idsFor({ listing, aliases = [], shared = [] }: Identity): readonly string[] {
  return [...shared, ...aliases, listing];
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

/** The identity of a stored row by itself. */
export function identityOfRow({ listing, sku, asin, facts }: ListingRow): Identity {
  return { listing, sku, asin, code: itemCodeIn(facts) };
}

/** Ids of the wider numbers that were seen with a stored row's own, widest first. */
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
  return writtenOneWay(textOf(fields, 'itemCode') ?? textOf(fields, 'sellerSku'));
}

function textOf(fields: FieldReadings, name: NumberName | 'itemCode' | 'sellerSku'): string | null {
  const reading = fields[name];
  if (reading?.state !== 'read' || typeof reading.value !== 'string') return null;
  // Longer than any SKU (40 characters) or ASIN (10): not one.
  const text = reading.value.trim();
  return text === '' || text.length > 100 ? null : text;
}
