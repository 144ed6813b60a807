import { withoutInvisible } from '../../console.content/reading/text.ts';

/**
 * Currency signs of the consoles' stores. An empty code: the sign belongs to several currencies. The yen sign is the yen
 * in every store that Amazon has.
 */
const SIGNS: { readonly [sign: string]: string } = {
  $: '',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  円: 'JPY',
  元: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  '฿': 'THB',
  '₫': 'VND',
  Đ: 'VND',
  '₱': 'PHP',
  RP: 'IDR',
  'RP.': 'IDR',
  RM: 'MYR',
  '₹': 'INR',
  RS: 'INR',
  'RS.': 'INR',
  ZŁ: 'PLN',
  KR: 'SEK',
  '₺': 'TRY',
  TL: 'TRY',
  R$: 'BRL',
  R: 'ZAR',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  S$: 'SGD',
  SG$: 'SGD',
  MX$: 'MXN',
  'د.إ': 'AED',
  'ر.س': 'SAR',
  '﷼': 'SAR',
  'ج.م': 'EGP',
};

const CODES = new Set(
  'USD CAD MXN BRL GBP EUR SEK PLN TRY AED SAR EGP ZAR INR SGD AUD JPY CNY MYR THB PHP VND IDR'.split(' '),
);

/** The ISO code of a text that is nothing but a currency mark, '' for a shared sign such as `$`, or null. */
export function currencyMark(text: string): string | null {
  const mark = withoutInvisible(text).replace(/\s+/g, '').replace(/￥/g, '¥').toUpperCase();
  if (mark === '' || mark.length > 6) return null;
  if (CODES.has(mark)) return mark;
  if (Object.hasOwn(SIGNS, mark)) return SIGNS[mark] as string;
  // "USD$" and "JPY¥": a code with its own sign.
  const code = mark.slice(0, 3);
  return CODES.has(code) && Object.hasOwn(SIGNS, mark.slice(3)) ? code : null;
}
