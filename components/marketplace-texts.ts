import type { Language } from '../entrypoints/background/messages/words.ts';

/** What is said of one marketplace. */
export interface MarketplaceTexts {
  readonly name: string;
  /** Its console. */
  readonly console: string;
  /** On which of its pages something is checked, where there is little room and where there is more. */
  readonly pagesInPopup: string;
  readonly pagesInWorkspace: string;
  /** What each kind of page is called, by the id of its reader. */
  readonly pages: { readonly [page: string]: string };
  /** What sellers call its sites, by their codes, where they do not call them by those: within a sentence. */
  readonly sites?: SiteTexts;
  /** The same by themselves, as the reference lists them. */
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

/** `…/marketplace.amazon.json` is what is said of `amazon`. */
function byName(files: Record<string, unknown>): ByMarketplace {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path.split('.').at(-2) ?? '', file as MarketplaceTexts]),
  );
}

/** @throws Error naming the marketplace when it has no texts; the files are ours, so this is a bug. */
export function marketplaceTexts(language: Language, marketplace: string): MarketplaceTexts {
  const found = texts[language][marketplace];
  if (!found) throw new Error(`No texts of ${marketplace} in ${language}`);
  return found;
}

/** What a kind of page of a console is called; undefined for one that no marketplace has. */
export function consolePageName(language: Language, page: string): string | undefined {
  const [marketplace = ''] = page.split('/');
  return texts[language][marketplace]?.pages[page];
}

/** What a site is called; its code where its marketplace names it in no other way. */
export function siteText(
  language: Language,
  marketplace: string,
  where: 'sites' | 'sitesInReference',
  site: string,
): string {
  return texts[language][marketplace]?.[where]?.[site] ?? site;
}

/** The marketplaces' names, by which the texts of each part of the interface say them. */
export function marketplaceNames<Name extends string>(
  language: Language,
  marketplaces: readonly Name[],
): Readonly<Record<Name, string>> {
  return Object.fromEntries(marketplaces.map((one) => [one, marketplaceTexts(language, one).name])) as Record<
    Name,
    string
  >;
}
