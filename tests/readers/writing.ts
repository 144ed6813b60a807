import { consoleOf } from '../../entrypoints/background/consoles/guides.ts';
import { inOwnCurrency } from '../../entrypoints/background/page/shop-currency.ts';
import { writingOf as writingIn } from '../../entrypoints/background/shops/shop-locale.ts';
import { resolveStore, type Store } from '../../entrypoints/background/shops/stores.ts';
import type { Writing } from '../../entrypoints/background/understanding/understand.ts';
import type { Snapshot, StoreSignals } from '../../entrypoints/console.content/reading/reading.ts';

/** What the page's signals say about its store, as the background decides it. */
export function storeShown(signals: StoreSignals, address: string, language: string): Store {
  const found = consoleOf(new URL(address).hostname);
  if (!found) throw new Error(`${address} is no console.`);
  return resolveStore(found.marketplace, found.site, signals, language);
}

/** How an opened page writes, as the background takes it. */
export function writingOf(
  { store: signals, language, records }: Pick<Snapshot, 'store' | 'language' | 'records'>,
  address: string,
): Writing {
  const store = inOwnCurrency(storeShown(signals, address, language), { records }, null);
  return writingIn(store, language);
}

/** The site that the page itself proves: what only the host says does not count. */
export function provedSite(store: Store): string | null {
  if (store.known) return store.onlyHost ? null : store.site;
  return store.reason === 'no-seller' ? (store.proofs[0]?.site ?? null) : null;
}
