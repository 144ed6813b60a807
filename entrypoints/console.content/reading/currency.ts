import { withoutInvisible } from './text.ts';

/**
 * Currency marks of the consoles' stores: a sign, a code, or both. Which currency a mark means is the background's to
 * say; here it only tells a unit from a label.
 */
const CODE = '(?:USD|CAD|MXN|BRL|GBP|EUR|SEK|PLN|TRY|AED|SAR|EGP|ZAR|INR|SGD|AUD|JPY|CNY|MYR|THB|PHP|VND|IDR)';
const MARK = new RegExp(
  // Signs as a range: the browser takes a while to make up the class of all currency signs.
  `^(?:${CODE}|(?:${CODE}|US|CA?|AU?|SG?|MX|R)?[$£¥฿₠-⃀]|円|元|人民币|美元|RMB|RS\\.?|RP\\.?|RM|ZŁ|KR|TL|R|Đ|د\\.إ|ر\\.س|ج\\.م)$`,
);
/** The longest mark, "人民币" beside invisible characters included. */
const LONGEST_MARK = 8;

/** The commonest marks: most pages have no other, and need none of the patterns below. */
const SIGNS = new Set(['$', '€', '£', '¥']);

/** Whether a text is nothing but a currency mark, such as `$`, `USD$` or `EUR`. */
export function isCurrencyMark(text: string): boolean {
  if (SIGNS.has(text)) return true;
  if (text.length > LONGEST_MARK) return false;
  const mark = withoutInvisible(text).replace(/\s+/g, '').replace(/￥/g, '¥').toUpperCase();
  return MARK.test(mark);
}

/** Whether a text is one amount with a currency mark beside it. What the amount is, is not asked. */
export function looksLikeMoney(text: string): boolean {
  const [, before = '', after = ''] = /^(\D*)\d(?:[\d.,\s'’]*\d)?(\D*)$/u.exec(withoutInvisible(text)) ?? [];
  const marks = [before, after].filter((mark) => mark.trim() !== '');
  return marks.length > 0 && marks.every(isCurrencyMark);
}
