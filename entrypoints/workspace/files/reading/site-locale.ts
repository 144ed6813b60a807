import { type Marketplace, marketplaceNamed, type Site, siteOf } from '../../../../rules/engine/sites.ts';

/** How "1.234" is to be read in a file of a site's seller: BCP 47. */
export function siteLocale(marketplace: Marketplace, site: Site): string {
  return siteOf(marketplace, site)?.numbers ?? marketplaceNamed[marketplace].numbers.otherwise;
}
