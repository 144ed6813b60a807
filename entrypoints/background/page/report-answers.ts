import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { mappableFacts } from '../understanding/mappable.ts';
import { isNaming } from '../understanding/naming.ts';

/** What imported orders give, or stand in for until it is known itself. */
const fromOrders: ReadonlySet<FactName> = new Set(['wasPrice', 'wasPriceExists', 'lowestPrice30d', 'recentSalePrice']);

/** Whether a report or a table of the seller's own can say a fact: then a missing one is a reason to import. */
export function isInReports(fact: FactName, marketplace: Marketplace): boolean {
  if (marketplaceNamed[marketplace].hasOrderReports && fromOrders.has(fact)) return true;
  return !isNaming(fact) && mappableFacts(marketplace).includes(fact);
}
