import { withoutInvisible } from './text.ts';

/**
 * Currency marks of the consoles' stores: a sign, a code, or both. Which currency a mark means is the background's to
 * say; here it only tells a unit from a label.
 */
const CODE = '(?:USD|CAD|MXN|BRL|GBP|EUR|SEK|PLN|TRY|AED|SAR|EGP|ZAR|INR|SGD|AUD|JPY|CNY)';
const MARK = new RegExp(
  `^(?:${CODE}|(?:${CODE}|US|CA?|AU?|SG?|MX|R)?\\p{Sc}|円|RS\\.?|ZŁ|KR|TL|R|د\\.إ|ر\\.س|ج\\.م)$`,
  'u',
);

/** Whether a text is nothing but a currency mark, such as `$`, `USD$` or `EUR`. */
export function isCurrencyMark(text: string): boolean {
  const mark = withoutInvisible(text).replace(/\s+/g, '').replace(/￥/g, '¥').toUpperCase();
  return MARK.test(mark);
}

/** Whether a text is one amount with a currency mark beside it. What the amount is, is not asked. */
export function looksLikeMoney(text: string): boolean {
  const [, before = '', after = ''] = /^(\D*)\d(?:[\d.,\s'’]*\d)?(\D*)$/u.exec(withoutInvisible(text)) ?? [];
  const marks = [before, after].filter((mark) => mark.trim() !== '');
  return marks.length > 0 && marks.every(isCurrencyMark);
}
