import type { FactName } from './facts.ts';

/** A marketplace's site code, such as US or JP. */
export type Site = string;

export interface SiteDefinition {
  /** ISO 4217 code in which prices are entered; null if it varies by shop. */
  readonly currency: string | null;
  /** IANA time zone in which the site counts its days. */
  readonly timeZone: string;
  /** BCP 47 language in which its sellers write numbers; omitted if {@link MarketplaceDefinition.numbers} applies. */
  readonly numbers?: string;
}

/** Everything the product knows about a marketplace outside its console: pure data, light enough for every page. */
export interface MarketplaceDefinition<Name extends string = string> {
  /** Name of its folders, rules, pages and shops. */
  readonly name: Name;
  /** One or two letters for places without room for the name. */
  readonly mark: string;
  readonly sites: Readonly<Record<Site, SiteDefinition>>;
  /**
   * ISO 4217 codes that shops can have if their site does not determine one, the usual one first; empty if every site
   * does.
   */
  readonly shopCurrencies: readonly string[];
  readonly numbers: {
    /** Whether the console formats numbers for the site or in the language of its page. */
    readonly inConsole: 'as-site' | 'as-page';
    /** BCP 47 language in which sellers write numbers if their site names none. */
    readonly otherwise: string;
  };
  /**
   * Who pays the price that the seller enters. A price paid by the platform is declared to it and is no price for
   * buyers.
   */
  readonly priceIsPaidBy: 'buyer' | 'platform';
  /** The price shown for a listing in lists and in its history. */
  readonly headlinePrice: FactName;
  /** The fact holding the seller's own code if the SKU is the platform's number; null if the SKU is the seller's. */
  readonly ownCode: FactName | null;
  /** Whether reductions are measured against the median of what buyers paid, which imported orders can approximate. */
  readonly hasWasPrice: boolean;
  /** Whether its order reports can be imported. */
  readonly hasOrderReports: boolean;
  /** What columns of a seller's own table can contain. */
  readonly columns: {
    /** Facts that identify a listing; at least one is required. */
    readonly naming: readonly FactName[];
    /** Facts that an import stores, most useful first. */
    readonly kept: readonly FactName[];
    /** Facts that are only checked before an upload; an import does not store them. */
    readonly checked: readonly FactName[];
    /**
     * Headings that sellers and their tools write, by what they mean on this marketplace, beside the facts' own names
     * and labels. Case, blanks, punctuation and what stands in brackets make no difference.
     */
    readonly headings: { readonly [Name in FactName]?: readonly string[] };
  };
  /** Facts a seller can vary in what-if, in the order of the form. */
  readonly tryable: readonly FactName[];
}

/** Defines one marketplace. `defineConsole` adds what its console needs, its rules what it demands. */
export function defineMarketplace<const Name extends string>(
  definition: MarketplaceDefinition<Name>,
): MarketplaceDefinition<Name> {
  return definition;
}
