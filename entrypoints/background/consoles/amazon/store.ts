import type { StoreMark } from '../../../console.content/reading/reading.ts';
import { labelKey } from '../../../console.content/reading/text.ts';
import type { StoreGuide } from '../guide.ts';

/**
 * Each store's domain, marketplace id and country names (en, zh-CN, de, ja). Consoles reference 2.1 and 4; the hosts of
 * IE and ZA are inferred.
 */
const SITES: { readonly [site: string]: readonly [domain: string, marketplaceId: string, names: string] } = {
  US: ['com', 'ATVPDKIKX0DER', 'United States|USA|美国|Vereinigte Staaten|アメリカ合衆国|アメリカ|米国'],
  CA: ['ca', 'A2EUQ1WTGCTBG2', 'Canada|加拿大|Kanada|カナダ'],
  MX: ['com.mx', 'A1AM78C64UM0Y8', 'Mexico|墨西哥|Mexiko|メキシコ'],
  BR: ['com.br', 'A2Q3Y263D00KWC', 'Brazil|巴西|Brasilien|ブラジル'],
  UK: ['co.uk', 'A1F83G8C2ARO7P', 'United Kingdom|UK|英国|Vereinigtes Königreich|イギリス'],
  DE: ['de', 'A1PA6795UKMFR9', 'Germany|德国|Deutschland|ドイツ'],
  FR: ['fr', 'A13V1IB3VIYZZH', 'France|法国|Frankreich|フランス'],
  IT: ['it', 'APJ6JRA9NG5V4', 'Italy|意大利|Italien|イタリア'],
  ES: ['es', 'A1RKKUPIHCS9HS', 'Spain|西班牙|Spanien|スペイン'],
  NL: ['nl', 'A1805IZSGTT6HS', 'Netherlands|荷兰|Niederlande|オランダ'],
  BE: ['com.be', 'AMEN7PMS3EDWL', 'Belgium|比利时|Belgien|ベルギー'],
  IE: ['ie', 'A28R8C7NBKEWEA', 'Ireland|爱尔兰|Irland|アイルランド'],
  SE: ['se', 'A2NODRKZP88ZB9', 'Sweden|瑞典|Schweden|スウェーデン'],
  PL: ['pl', 'A1C3SOZRARQ6R3', 'Poland|波兰|Polen|ポーランド'],
  TR: ['com.tr', 'A33AVAJ2PDY3EV', 'Turkey|Türkiye|土耳其|Türkei|トルコ'],
  AE: [
    'ae',
    'A2VIGQ35RCS4UG',
    'United Arab Emirates|UAE|阿联酋|阿拉伯联合酋长国|Vereinigte Arabische Emirate|アラブ首長国連邦',
  ],
  SA: ['sa', 'A17E79C6D8DWNP', 'Saudi Arabia|沙特阿拉伯|Saudi-Arabien|サウジアラビア'],
  EG: ['eg', 'ARBP9OOSHTCHU', 'Egypt|埃及|Ägypten|エジプト'],
  ZA: ['co.za', 'AE08WJ6YKNBMC', 'South Africa|南非|Südafrika|南アフリカ'],
  IN: ['in', 'A21TJRUUN4KGV', 'India|印度|Indien|インド'],
  SG: ['sg', 'A19VAU5U5O7RUS', 'Singapore|新加坡|Singapur|シンガポール'],
  AU: ['com.au', 'A39IBJ37TRP1C6', 'Australia|澳大利亚|Australien|オーストラリア'],
  JP: ['co.jp', 'A1VC38T7YXB528', 'Japan|日本'],
};

/** Console hosts with the site each stands for, or null where it stands for several. */
export const amazonHosts: { readonly [host: string]: string | null } = {
  ...Object.fromEntries(Object.entries(SITES).map(([site, [domain]]) => [`sellercentral.amazon.${domain}`, site])),
  'sellercentral-japan.amazon.com': 'JP',
  // Any European store can be behind the old common host.
  'sellercentral-europe.amazon.com': null,
};

/** Where Seller Central says which store it shows. Console notes 2.2 and 4. */
export const amazonStore: StoreGuide = {
  sellerName: [
    '#navbar .dropdown-account-switcher-header-label-global',
    '.dropdown-account-switcher-header-label-global',
    '[data-test-id="partner-switcher-account-name"]',
    '.sc-account-switcher-name',
    'button.partner-dropdown-button span > b',
  ],
  country: [
    '.dropdown-account-switcher-header-label-regional',
    '.dropdown-account-switcher-header-label-regional-child',
    'button.partner-dropdown-button .partner-label',
  ],
  picker: 'select#sc-mkt-picker-switcher-select',
  sellerId: { selector: '#partner-switcher', attribute: 'data-merchant_selection', parameter: 'mons_sel_mcid' },
  pageGlobal: 'ue_mid',
  siteParameters: ['mons_sel_mkid', 'marketplaceID', 'marketplaceId'],
  localeParameter: 'mons_sel_locale',
};

const byId = new Map(Object.entries(SITES).map(([site, [, id]]) => [id, site]));
const byDomain = new Map(Object.entries(SITES).map(([site, [domain]]) => [domain, site]));
const byCountry = new Map(
  Object.entries(SITES).flatMap(([site, [, , names]]) => names.split('|').map((name) => [labelKey(name), site])),
);

/** The site that a mark on a page in `language` names, or null when it names none. */
export function amazonSite({ by, text }: StoreMark, language: string): string | null {
  if (by === 'header') return siteOfCountry(text, language);
  if (by === 'picker') return byDomain.get(/amazon\.([a-z.]+[a-z])/.exec(text)?.[1] ?? '') ?? null;
  return byId.get(text.replace('amzn1.mp.o.', '')) ?? null;
}

/** A seller's id, or null for what is none. */
export function amazonSellerId(text: string | null): string | null {
  return text?.startsWith('amzn1.merchant.o.') ? text : null;
}

function siteOfCountry(label: string, language: string): string | null {
  const name = label
    .replace(/\((?:current|selected|当前|アクティブ)\)|\. selected\b/g, '')
    .replace(/^[\s|]+|[\s|]+$/g, '')
    .replace(/站$/, '');
  return byCountry.get(name) ?? countriesIn(language).get(name) ?? null;
}

const countries = new Map<string, Map<string, string>>();

/** The browser's own country names by label key, for interface languages without names above. */
function countriesIn(language: string): Map<string, string> {
  const known = countries.get(language);
  if (known) return known;
  const names = new Map<string, string>();
  countries.set(language, names);
  try {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const site of Object.keys(SITES)) names.set(labelKey(display.of(site === 'UK' ? 'GB' : site) ?? site), site);
  } catch {
    // The page's language is no language tag.
  }
  return names;
}
