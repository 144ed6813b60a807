import type { Marketplace, Site } from '../../../../rules/engine/sites.ts';
import { tiktokLocale } from '../../../background/shops/shop-locale.ts';

/** Languages in which a site's sellers usually write numbers, where it is not as in English. General knowledge. */
const amazonLocales: { readonly [site: Site]: string } = {
  DE: 'de-DE',
  FR: 'fr-FR',
  IT: 'it-IT',
  ES: 'es-ES',
  NL: 'nl-NL',
  BE: 'nl-NL',
  PL: 'pl-PL',
  SE: 'sv-SE',
  TR: 'tr-TR',
  BR: 'pt-BR',
};

/** How "1.234" is to be read in a file of a site's seller: BCP 47. */
export function siteLocale(marketplace: Marketplace, site: Site): string {
  switch (marketplace) {
    case 'amazon':
      return amazonLocales[site] ?? 'en-US';
    case 'temu':
      return 'zh-CN';
    case 'tiktok':
      return tiktokLocale(site) ?? 'en-US';
  }
}
