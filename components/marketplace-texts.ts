import type { Language } from '../entrypoints/background/messages/words.ts';

/** Texts about one marketplace. */
export interface MarketplaceTexts {
  readonly name: string;
  /** Name of its seller console. */
  readonly console: string;
  /** Which of its pages are checked, in a short and a long form. */
  readonly pagesInPopup: string;
  readonly pagesInWorkspace: string;
  /** Names of the page kinds, by the id of their reader. */
  readonly pages: { readonly [page: string]: string };
  /** Names of sites, by site code, within a sentence; only where sellers do not use the code itself. */
  readonly sites?: SiteTexts;
  /** The same names standing alone, as the reference lists them. */
  readonly sitesInReference?: SiteTexts;
}

interface SiteTexts {
  readonly [site: string]: string;
}

type ByMarketplace = { readonly [marketplace: string]: MarketplaceTexts };

const texts: Readonly<Record<Language, ByMarketplace>> = {
  en: byName(import.meta.glob('../assets/locales/en/marketplace.*.json', { eager: true, import: 'default' })),
  'zh-CN': byName(import.meta.glob('../assets/locales/zh-CN/marketplace.*.json', { eager: true, import: 'default' })),
};

/** `…/marketplace.amazon.json` holds the texts of `amazon`. */
function byName(files: Record<string, unknown>): ByMarketplace {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path.split('.').at(-2) ?? '', file as MarketplaceTexts]),
  );
}

/** @throws Error naming the marketplace if it has no texts, which is a bug since the files are ours. */
export function marketplaceTexts(language: Language, marketplace: string): MarketplaceTexts {
  const found = texts[language][marketplace];
  if (!found) throw new Error(`No texts of ${marketplace} in ${language}`);
  return found;
}

/** Name of a page kind; undefined for one that no marketplace has. */
export function consolePageName(language: Language, page: string): string | undefined {
  const [marketplace = ''] = page.split('/');
  return texts[language][marketplace]?.pages[page];
}

/** Name of a site: its code, unless its marketplace names it differently. */
export function siteText(
  language: Language,
  marketplace: string,
  where: 'sites' | 'sitesInReference',
  site: string,
): string {
  return texts[language][marketplace]?.[where]?.[site] ?? site;
}

/** Names of all marketplaces, as values for the interface's messages. */
export function marketplaceNames<Name extends string>(
  language: Language,
  marketplaces: readonly Name[],
): Readonly<Record<Name, string>> {
  return Object.fromEntries(marketplaces.map((one) => [one, marketplaceTexts(language, one).name])) as Record<
    Name,
    string
  >;
}
