import type { Writing } from '../understanding/understand.ts';
import type { Store } from './stores.ts';

/**
 * Languages whose way to write numbers a TikTok Shop region uses, whatever the language of its interface. Consoles
 * reference 2.1; the locales are general knowledge.
 */
const tiktokLocales: { readonly [site: string]: string } = {
  US: 'en-US',
  UK: 'en-GB',
  IE: 'en-IE',
  ES: 'es-ES',
  FR: 'fr-FR',
  DE: 'de-DE',
  IT: 'it-IT',
  MX: 'es-MX',
  BR: 'pt-BR',
  JP: 'ja-JP',
  SG: 'en-SG',
  MY: 'en-MY',
  TH: 'th-TH',
  PH: 'en-PH',
  VN: 'vi-VN',
  ID: 'id-ID',
};

/** How a store's console writes, its page being in a language. */
export function writingOf(store: Store, pageLanguage: string): Writing {
  const locale = writtenIn(store, pageLanguage);
  const currency = store.known ? store.currency : null;
  // TikTok Shop writes numbers as the region does. Of days both were seen: as the region does, and as the interface.
  return locale === pageLanguage ? { locale, currency } : { locale, currency, dayLocales: [pageLanguage, locale] };
}

/** BCP 47 language in which a store's console writes numbers. */
export function writtenIn(store: Store, pageLanguage: string): string {
  if (!store.known || store.marketplace !== 'tiktok') return pageLanguage;
  return tiktokLocale(store.site) ?? pageLanguage;
}

/** The same of a region alone; undefined for one that is not known. */
export function tiktokLocale(site: string): string | undefined {
  return tiktokLocales[site];
}
