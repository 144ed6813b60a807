import { siteText } from '../../components/marketplace-texts.ts';
import type { SiteScope } from '../../rules/engine/policy.ts';
import { currencyOf, type Marketplace, type Site, sitesOf } from '../../rules/engine/sites.ts';
import type { Language } from '../background/messages/words.ts';
import { list } from '../background/present/values.ts';
import { referenceText } from './texts.ts';

export function siteName(language: Language, marketplace: Marketplace, site: Site): string {
  return siteText(language, marketplace, 'sitesInReference', site);
}

export function scopeText(language: Language, marketplace: Marketplace, scope: SiteScope): string {
  if (scope === 'all') return referenceText(language, 'allSites');
  const names = (sites: readonly Site[]) =>
    list(
      language,
      sites.map((site) => siteName(language, marketplace, site)),
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
