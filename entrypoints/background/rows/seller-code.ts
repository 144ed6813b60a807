import { type Marketplace, marketplaceNamed, ownCodes } from '../../../rules/engine/sites.ts';
import type { SeenFacts } from './rows.ts';

/**
 * The seller's own code of a listing, written one way. Null where no page showed one. Where a SKU is the platform's number,
 * such as Temu's SKU id, the seller's code is a fact of its own, such as the item code (货号).
 */
export function sellerCode(marketplace: Marketplace, sku: string | null, facts: SeenFacts): string | null {
  return marketplaceNamed[marketplace].ownCode === null ? writtenOneWay(sku) : itemCodeIn(facts);
}

/** The code that a console shows beside the platform's own number of a SKU; null where there is none. */
export function itemCodeIn(facts: SeenFacts): string | null {
  const shown = ownCodes.find((code) => facts[code]);
  const value = shown && facts[shown]?.value;
  return writtenOneWay(typeof value === 'string' ? value : null);
}

/** A code as it is compared: full-width and half-width, case and blanks do not count; null where nothing is left. */
export function writtenOneWay(text: string | null): string | null {
  return text?.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase() || null;
}
