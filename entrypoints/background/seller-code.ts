import type { Marketplace } from '../../rules/sites.ts';
import type { SeenFacts } from './store/schema.ts';

/**
 * The seller's own code of a listing, written one way: full-width and half-width, case and blanks do not count. Null
 * where no page showed one. On Temu a SKU id is Temu's number; the seller's code is the item code (货号).
 */
export function sellerCode(marketplace: Marketplace, sku: string | null, facts: SeenFacts): string | null {
  const said = { amazon: sku, temu: facts.itemCode, tiktok: facts.sellerSku }[marketplace];
  const text = typeof said === 'string' ? said : said?.value;
  if (typeof text !== 'string') return null;
  const code = text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();
  return code === '' ? null : code;
}
