export type Marketplace = 'amazon' | 'temu' | 'tiktok';

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

export type AmazonSite = keyof typeof amazonCurrencies;

/** A marketplace's site code, such as US or JP. */
export type Site = string;

export const sitesOf: Record<Marketplace, readonly Site[]> = {
  amazon: Object.keys(amazonCurrencies),
  temu: [],
  tiktok: [],
};

/** ISO 4217 code of the currency in which prices are entered on a site, or null where it is not fixed by the site. */
export function currencyOf(marketplace: Marketplace, site: Site): string | null {
  if (marketplace !== 'amazon' || !Object.hasOwn(amazonCurrencies, site)) return null;
  return amazonCurrencies[site as AmazonSite];
}

/** Digits after the decimal point of a currency's minor unit (ISO 4217). */
export function minorDigits(currency: string): number {
  return currency === 'JPY' || currency === 'KRW' || currency === 'VND' ? 0 : 2;
}
