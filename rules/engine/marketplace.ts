import type { FactName } from './facts.ts';

/** A marketplace's site code, such as US or JP. */
export type Site = string;

export interface SiteDefinition {
  /** ISO 4217 code in which prices are entered; null where each shop has its own. */
  readonly currency: string | null;
  /** IANA time zone in which the site counts its days. */
  readonly timeZone: string;
  /** BCP 47 language in which its sellers write numbers; left out where that is as the marketplace's {@link MarketplaceDefinition.numbers} says. */
  readonly numbers?: string;
}

/** What is known of a marketplace wherever it is needed: data alone, light enough for every page of ours. */
export interface MarketplaceDefinition<Name extends string = string> {
  /** Names its folders, its rules, its pages and its stores. */
  readonly name: Name;
  /** One or two letters, where there is no room for the name. */
  readonly mark: string;
  readonly sites: Readonly<Record<Site, SiteDefinition>>;
  /** ISO 4217 codes that shops may have where their site leaves it open, the usual one first; empty where no site does. */
  readonly shopCurrencies: readonly string[];
  readonly numbers: {
    /** Whether the console writes numbers as the site does or in the language of its page. */
    readonly inConsole: 'as-site' | 'as-page';
    /** BCP 47 language in which sellers write numbers where their site names none. */
    readonly otherwise: string;
  };
  /** Who pays the price that the seller enters. What the platform pays is declared to it, and is no price for buyers. */
  readonly priceIsPaidBy: 'buyer' | 'platform';
  /** The price by which a listing is known in lists and in its history. */
  readonly headlinePrice: FactName;
  /** The seller's own code of a listing where it is not the SKU, which is then the platform's number; null where it is. */
  readonly ownCode: FactName | null;
  /** Whether reductions are measured by the median of what buyers paid, which imported orders can stand in for. */
  readonly hasWasPrice: boolean;
  /** Whether its order reports can be imported. */
  readonly hasOrderReports: boolean;
  /** What the columns of a seller's own table can hold. */
  readonly columns: {
    /** Facts that name a listing; one is needed. */
    readonly naming: readonly FactName[];
    /** What is kept, most useful first. */
    readonly kept: readonly FactName[];
    /** What is only checked before it is uploaded; an import does not keep it. */
    readonly checked: readonly FactName[];
  };
  /** What a seller can try on a listing, in the order of the form. */
  readonly tryable: readonly FactName[];
}

/** One marketplace. What its console needs beside is defined by `defineConsole`, what it demands by its rules. */
export function defineMarketplace<const Name extends string>(
  definition: MarketplaceDefinition<Name>,
): MarketplaceDefinition<Name> {
  return definition;
}
