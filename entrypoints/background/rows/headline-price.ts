import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';

/** The fact that serves as a listing's price in lists and history: what the seller enters on that marketplace. */
export function headlinePrice(marketplace: Marketplace): FactName {
  return marketplaceNamed[marketplace].headlinePrice;
}

/** A store's marketplace, from its key. */
export function marketplaceOf(store: string): Marketplace {
  return store.slice(0, store.indexOf('|')) as Marketplace;
}
