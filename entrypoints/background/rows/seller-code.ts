import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { SeenFacts } from './rows.ts';

/**
 * The seller's own code of a listing, written one way. Null where no page showed one. On Temu a SKU id is Temu's number;
 * the seller's code is the item code (货号).
 */
export function sellerCode(marketplace: Marketplace, sku: string | null, facts: SeenFacts): string | null {
  return marketplace === 'amazon' ? writtenOneWay(sku) : itemCodeIn(facts);
}

/** The code that Temu and TikTok Shop show beside their own number of a SKU; null where there is none. */
export function itemCodeIn({ itemCode, sellerSku }: SeenFacts): string | null {
  const { value } = itemCode ?? sellerSku ?? {};
  return writtenOneWay(typeof value === 'string' ? value : null);
}

/** A code as it is compared: full-width and half-width, case and blanks do not count; null where nothing is left. */
export function writtenOneWay(text: string | null): string | null {
  return text?.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase() || null;
}
