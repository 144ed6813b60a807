import type { ListingCheck } from '../../entrypoints/background/database/checks.ts';
import type { Finding } from '../../entrypoints/background/rows/finding.ts';
import type { Identity } from '../../entrypoints/background/rows/listing-identity.ts';
import type { SeenFact, SeenFacts, StoreRow } from '../../entrypoints/background/rows/rows.ts';
import type { FactName, WireValue } from '../../rules/engine/facts.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';

export const US = 'amazon|US|Harbor Demo Goods';
export const DE = 'amazon|DE|Harbor Demo Goods';

/** 2026-11-20, 10:00 in Los Angeles. */
export const NOON = Date.parse('2026-11-20T18:00:00Z');
export const DAY = 86_400_000;

/** The row of a seller's shop. */
export function shop(key: string, parts: Partial<StoreRow> = {}): StoreRow {
  const [marketplace = '', site = '', seller = ''] = key.split('|');
  return {
    key,
    marketplace: marketplace as Marketplace,
    site,
    sellerName: seller,
    sellerId: null,
    currency: 'USD',
    seen: '2026-11-20',
    ...parts,
  };
}

export const seen = (value: WireValue, day = '2026-11-20', page = 'amazon/manage-inventory'): SeenFact => ({
  value,
  page,
  day,
});

export function said(facts: { readonly [Name in FactName]?: WireValue }, day?: string, page?: string): SeenFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, seen(value as WireValue, day, page)]));
}

export const offer = (sku: string, asin: string | null = null): Identity => ({
  listing: `sku:${sku}`,
  sku,
  asin,
  code: null,
  ...(asin === null ? {} : { shared: [`asin:${asin}`] }),
});

/** What a check of an offer's page leaves behind. */
export function check(
  identity: Identity,
  findings: readonly Finding[],
  parts: Partial<ListingCheck> = {},
): ListingCheck {
  return {
    identity,
    name: identity.listing.slice(identity.listing.indexOf(':') + 1),
    currency: 'USD',
    address: 'https://sellercentral.amazon.com/myinventory/inventory',
    said: {},
    findings,
    topics: new Set(['content', 'offer']),
    margin: null,
    ...parts,
  };
}
