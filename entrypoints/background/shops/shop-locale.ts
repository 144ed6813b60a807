import { marketplaceNamed, siteOf } from '../../../rules/engine/sites.ts';
import type { Writing } from '../understanding/understand.ts';
import type { Store } from './stores.ts';

/** How a store's console writes, its page being in a language. */
export function writingOf(store: Store, pageLanguage: string): Writing {
  const locale = writtenIn(store, pageLanguage);
  const currency = store.known ? store.currency : null;
  // Where numbers are written as the site does, days were seen both ways: as the site does, and as the interface.
  return locale === pageLanguage ? { locale, currency } : { locale, currency, dayLocales: [pageLanguage, locale] };
}

/** BCP 47 language in which a store's console writes numbers. */
export function writtenIn(store: Store, pageLanguage: string): string {
  if (!store.known || marketplaceNamed[store.marketplace].numbers.inConsole === 'as-page') return pageLanguage;
  return siteOf(store.marketplace, store.site)?.numbers ?? pageLanguage;
}
