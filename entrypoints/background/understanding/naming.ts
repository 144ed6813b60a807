import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';

/** Where the seller's own code is another fact than the SKU, which is then the platform's number. */
export const codeFacts: { readonly [Place in Marketplace]?: FactName } = { temu: 'itemCode', tiktok: 'sellerSku' };

const codes = Object.values(codeFacts);
const names: ReadonlySet<FactName> = new Set<FactName>(['sku', 'asin', 'productId', ...codes]);

/** Whether a column of a table names listings; one such column is needed. */
export function isNaming(fact: FactName): boolean {
  return names.has(fact);
}

/** Whether a fact is the seller's own code beside the platform's number. */
export function isCodeFact(fact: FactName): boolean {
  return codes.includes(fact);
}
