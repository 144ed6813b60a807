import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';

/** The price by which a listing is known in lists and in its history: what the seller enters on that marketplace. */
export function headlinePrice(marketplace: Marketplace): FactName {
  return marketplaceNamed[marketplace].headlinePrice;
}

/** A store's marketplace, from its key. */
export function marketplaceOf(store: string): Marketplace {
  return store.slice(0, store.indexOf('|')) as Marketplace;
}
