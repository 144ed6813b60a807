export const marketplaces = ['amazon', 'temu', 'tiktok'] as const;
export type Marketplace = (typeof marketplaces)[number];

/** Amazon stores by the code sellers use, with the ISO 4217 currency prices are entered in. */
const amazonCurrencies = {
  US: 'USD',
  CA: 'CAD',
  MX: 'MXN',
  BR: 'BRL',
  UK: 'GBP',
  DE: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
  ES: 'EUR',
  NL: 'EUR',
  BE: 'EUR',
  IE: 'EUR',
  SE: 'SEK',
  PL: 'PLN',
  TR: 'TRY',
  AE: 'AED',
  SA: 'SAR',
  EG: 'EGP',
  ZA: 'ZAR',
  IN: 'INR',
  SG: 'SGD',
  AU: 'AUD',
  JP: 'JPY',
} as const;

/** Regions of TikTok Shop by the code of its price table, with the ISO 4217 currency prices are entered in. */
const tiktokCurrencies = {
  US: 'USD',
  UK: 'GBP',
  IE: 'EUR',
  DE: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
  ES: 'EUR',
  JP: 'JPY',
  BR: 'BRL',
  MX: 'MXN',
  SG: 'SGD',
  MY: 'MYR',
  TH: 'THB',
  PH: 'PHP',
  VN: 'VND',
  ID: 'IDR',
} as const;

/** A marketplace's site code, such as US or JP. */
export type Site = string;

export const sitesOf: Record<Marketplace, readonly Site[]> = {
  amazon: Object.keys(amazonCurrencies),
  /** Regions of Temu's console, not countries: one shop sells to many. */
  temu: ['global', 'us', 'eu'],
  tiktok: Object.keys(tiktokCurrencies),
};

/** Currencies by site; Temu's are said on its pages. */
const currencies: Readonly<Record<Marketplace, Readonly<Record<Site, string>>>> = {
  amazon: amazonCurrencies,
  temu: {},
  tiktok: tiktokCurrencies,
};

/** ISO 4217 code of the currency in which prices are entered on a site, or null where it is not fixed by the site. */
export function currencyOf(marketplace: Marketplace, site: Site): string | null {
  const fixed = currencies[marketplace];
  return Object.hasOwn(fixed, site) ? (fixed[site] ?? null) : null;
}

/** Rupiah have a minor unit in ISO 4217 that nobody prices in. */
const wholeCurrencies: ReadonlySet<string> = new Set(['JPY', 'KRW', 'VND', 'IDR']);

/** Digits after the decimal point in which prices of a currency are entered. */
export function minorDigits(currency: string): number {
  return wholeCurrencies.has(currency) ? 0 : 2;
}
