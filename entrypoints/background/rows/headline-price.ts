import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';

const facts = { amazon: 'yourPrice', temu: 'declaredPrice', tiktok: 'price' } as const satisfies Record<
  Marketplace,
  FactName
>;

/** The price by which a listing is known in lists and in its history: what the seller enters on that marketplace. */
export function headlinePrice(marketplace: Marketplace): (typeof facts)[Marketplace] {
  return facts[marketplace];
}

/** A store's marketplace, from its key. */
export function marketplaceOf(store: string): Marketplace {
  return store.slice(0, store.indexOf('|')) as Marketplace;
}
