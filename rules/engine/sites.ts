import { definitions } from '../marketplaces/index.ts';
import type { FactName } from './facts.ts';
import type { MarketplaceDefinition, Site, SiteDefinition } from './marketplace.ts';

export type { Site } from './marketplace.ts';

export type Marketplace = (typeof definitions)[number]['name'];

/** Builds a table with one entry per marketplace from the definitions. */
export function byMarketplace<Value>(
  pick: (definition: MarketplaceDefinition<Marketplace>) => Value,
): Readonly<Record<Marketplace, Value>> {
  return Object.fromEntries(definitions.map((one) => [one.name, pick(one)])) as Record<Marketplace, Value>;
}

export const marketplaces: readonly [Marketplace, ...Marketplace[]] = [
  definitions[0].name,
  ...definitions.slice(1).map(({ name }) => name),
];

/** The definition of each marketplace. */
export const marketplaceNamed = byMarketplace((definition) => definition);

/** Facts that hold the seller's own code on marketplaces where the SKU is the platform's number. */
export const ownCodes: readonly FactName[] = definitions.flatMap(({ ownCode }: MarketplaceDefinition) => ownCode ?? []);

/** Codes of each marketplace's sites. */
export const sitesOf: Readonly<Record<Marketplace, readonly Site[]>> = byMarketplace(({ sites }) => Object.keys(sites));

/** The definition of a site; undefined for an unknown code. */
export function siteOf(marketplace: Marketplace, site: Site): SiteDefinition | undefined {
  const { sites } = marketplaceNamed[marketplace];
  return Object.hasOwn(sites, site) ? sites[site] : undefined;
}

/** ISO 4217 code of the currency in which prices are entered on a site; null if the site does not determine it. */
export function currencyOf(marketplace: Marketplace, site: Site): string | null {
  return siteOf(marketplace, site)?.currency ?? null;
}

/** The currency of a shop known only by its site; the usual one if the site does not determine it. */
export function storeCurrency(marketplace: Marketplace, site: Site): string {
  return currencyOf(marketplace, site) ?? marketplaceNamed[marketplace].shopCurrencies[0] ?? 'USD';
}

/** ISO 4217 gives the rupiah a minor unit, but nobody uses it in prices. */
const wholeCurrencies: ReadonlySet<string> = new Set(['JPY', 'KRW', 'VND', 'IDR']);

/** Digits after the decimal point in prices of a currency. */
export function minorDigits(currency: string): number {
  return wholeCurrencies.has(currency) ? 0 : 2;
}
