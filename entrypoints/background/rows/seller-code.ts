import { type Marketplace, marketplaceNamed, ownCodes } from '../../../rules/engine/sites.ts';
import type { SeenFacts } from './rows.ts';

/**
 * The seller's own code of a listing, normalized; null if no page showed one. Where a SKU is the platform's number,
 * such as Temu's SKU id, the seller's code is a separate fact, such as the item code (货号).
 */
export function sellerCode(marketplace: Marketplace, sku: string | null, facts: SeenFacts): string | null {
  return marketplaceNamed[marketplace].ownCode === null ? normalizeCode(sku) : itemCodeIn(facts);
}

/** The code a console shows besides the platform's own SKU number; null if there is none. */
export function itemCodeIn(facts: SeenFacts): string | null {
  const shown = ownCodes.find((code) => facts[code]);
  const value = shown && facts[shown]?.value;
  return normalizeCode(typeof value === 'string' ? value : null);
}

/**
 * Normalizes a code for comparison: ignores full-width and half-width forms, case and blanks; null if nothing remains.
 */
export function normalizeCode(text: string | null): string | null {
  return text?.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase() || null;
}
