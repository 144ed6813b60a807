import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { mappableFacts } from '../understanding/mappable.ts';
import { isNaming } from '../understanding/naming.ts';

/** Facts that imported orders supply, or approximate until the fact itself is known. */
const fromOrders: ReadonlySet<FactName> = new Set(['wasPrice', 'wasPriceExists', 'lowestPrice30d', 'recentSalePrice']);

/** Whether a report or the seller's own table can supply a fact: if so, a missing fact is a reason to import. */
export function isInReports(fact: FactName, marketplace: Marketplace): boolean {
  if (marketplaceNamed[marketplace].hasOrderReports && fromOrders.has(fact)) return true;
  return !isNaming(fact) && mappableFacts(marketplace).includes(fact);
}
