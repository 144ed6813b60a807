import type { SiteScope } from '../../rules/engine/policy.ts';
import { currencyOf, type Marketplace, type Site, sitesOf } from '../../rules/engine/sites.ts';
import type { Language } from '../background/messages/words.ts';
import { list } from '../background/present/values.ts';
import { type ReferenceText, referenceText } from './texts.ts';

/** Temu's regions have names; the sites of the other marketplaces are known by their codes. */
const named: { readonly [site: Site]: ReferenceText } = { global: 'siteGlobal', us: 'siteUs', eu: 'siteEu' };

export function siteName(language: Language, site: Site): string {
  const name = named[site];
  return name ? referenceText(language, name) : site;
}

export function scopeText(language: Language, scope: SiteScope): string {
  if (scope === 'all') return referenceText(language, 'allSites');
  const names = (sites: readonly Site[]) =>
    list(
      language,
      sites.map((site) => siteName(language, site)),
    );
  return 'only' in scope ? names(scope.only) : referenceText(language, 'exceptSites', { sites: names(scope.except) });
}

/** ISO 4217 code that all sites of a scope share; null where they have several or none of their own. */
export function currencyOfScope(marketplace: Marketplace, scope: SiteScope): string | null {
  const sites =
    scope === 'all'
      ? sitesOf[marketplace]
      : 'only' in scope
        ? scope.only
        : sitesOf[marketplace].filter((site) => !scope.except.includes(site));
  const currencies = new Set(sites.map((site) => currencyOf(marketplace, site)));
  const [only = null] = currencies;
  return currencies.size === 1 ? only : null;
}
