import { definitions } from '../marketplaces/index.ts';
import type { FactName } from './facts.ts';
import type { MarketplaceDefinition, Site, SiteDefinition } from './marketplace.ts';

export type { Site } from './marketplace.ts';

export type Marketplace = (typeof definitions)[number]['name'];

/** A table with a line for each marketplace, taken from what is known of it. */
export function byMarketplace<Value>(
  pick: (definition: MarketplaceDefinition<Marketplace>) => Value,
): Readonly<Record<Marketplace, Value>> {
  return Object.fromEntries(definitions.map((one) => [one.name, pick(one)])) as Record<Marketplace, Value>;
}

export const marketplaces: readonly [Marketplace, ...Marketplace[]] = [
  definitions[0].name,
  ...definitions.slice(1).map(({ name }) => name),
];

/** What is known of each marketplace. */
export const marketplaceNamed = byMarketplace((definition) => definition);

/** Facts that are the seller's own code somewhere, where the SKU is the platform's number. */
export const ownCodes: readonly FactName[] = definitions.flatMap(({ ownCode }: MarketplaceDefinition) => ownCode ?? []);

/** Codes of each marketplace's sites. */
export const sitesOf: Readonly<Record<Marketplace, readonly Site[]>> = byMarketplace(({ sites }) => Object.keys(sites));

/** What is known of a site; undefined for a code that is none. */
export function siteOf(marketplace: Marketplace, site: Site): SiteDefinition | undefined {
  const { sites } = marketplaceNamed[marketplace];
  return Object.hasOwn(sites, site) ? sites[site] : undefined;
}

/** ISO 4217 code of the currency in which prices are entered on a site, or null where it is not fixed by the site. */
export function currencyOf(marketplace: Marketplace, site: Site): string | null {
  return siteOf(marketplace, site)?.currency ?? null;
}

/** The currency of a store of which no more is known than its site: where that leaves it open, the usual one. */
export function storeCurrency(marketplace: Marketplace, site: Site): string {
  return currencyOf(marketplace, site) ?? marketplaceNamed[marketplace].shopCurrencies[0] ?? 'USD';
}

/** Rupiah have a minor unit in ISO 4217 that nobody prices in. */
const wholeCurrencies: ReadonlySet<string> = new Set(['JPY', 'KRW', 'VND', 'IDR']);

/** Digits after the decimal point in which prices of a currency are entered. */
export function minorDigits(currency: string): number {
  return wholeCurrencies.has(currency) ? 0 : 2;
}
