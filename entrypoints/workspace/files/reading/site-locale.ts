import { type Marketplace, marketplaceNamed, type Site, siteOf } from '../../../../rules/engine/sites.ts';

/** How "1.234" is to be read in a file of a site's seller: BCP 47. */
export function siteLocale(marketplace: Marketplace, site: Site): string {
  return siteOf(marketplace, site)?.numbers ?? marketplaceNamed[marketplace].numbers.otherwise;
}

/** Sites whose code is not their country's, or whose language is not English. */
const dayLocales: Readonly<Record<Site, string>> = { UK: 'en-GB', JP: 'ja-JP', MX: 'es-MX' };

/** A file that names no site is read like one from Canada: either order may be meant. */
const NO_SITE = 'en-CA';

/**
 * How "3/4/2026" is to be read there: BCP 47. Numbers are written in one way wherever English is, days are not: the month
 * comes first in the US, the day in Britain, and in Canada either.
 */
export function siteDayLocale(marketplace: Marketplace, site: Site): string {
  const { otherwise } = marketplaceNamed[marketplace].numbers;
  const own = siteOf(marketplace, site)?.numbers ?? dayLocales[site];
  if (own !== undefined) return own;
  if (!otherwise.startsWith('en')) return otherwise;
  return /^[A-Z]{2}$/.test(site) ? `en-${site}` : NO_SITE;
}
