import { withoutInvisible } from './text.ts';

/**
 * Currency marks in the consoles' shops: a sign, a code, or both. The background decides which currency a mark means;
 * here it only distinguishes a unit from a label.
 */
const CODE = '(?:USD|CAD|MXN|BRL|GBP|EUR|SEK|PLN|TRY|AED|SAR|EGP|ZAR|INR|SGD|AUD|JPY|CNY|MYR|THB|PHP|VND|IDR)';
const MARK = new RegExp(
  // Signs as a range: browsers build the class of all currency signs slowly.
  `^(?:${CODE}|(?:${CODE}|US|CA?|AU?|SG?|MX|R)?[$£¥฿₠-⃀]|円|元|人民币|美元|RMB|RS\\.?|RP\\.?|RM|ZŁ|KR|TL|R|Đ|د\\.إ|ر\\.س|ج\\.م)$`,
);
/** The longest mark: "人民币" plus invisible characters. */
const LONGEST_MARK = 8;

/** The most common marks: most pages have no others and need none of the patterns below. */
const SIGNS = new Set(['$', '€', '£', '¥']);

/** Whether a text is only a currency mark, such as `$`, `USD$` or `EUR`. */
export function isCurrencyMark(text: string): boolean {
  if (SIGNS.has(text)) return true;
  if (text.length > LONGEST_MARK) return false;
  const mark = withoutInvisible(text).replace(/\s+/g, '').replace(/￥/g, '¥').toUpperCase();
  return MARK.test(mark);
}

/** Whether a text is one amount with a currency mark. Does not parse the amount. */
export function looksLikeMoney(text: string): boolean {
  const [, before = '', after = ''] = /^(\D*)\d(?:[\d.,\s'’]*\d)?(\D*)$/u.exec(withoutInvisible(text)) ?? [];
  const marks = [before, after].filter((mark) => mark.trim() !== '');
  return marks.length > 0 && marks.every(isCurrencyMark);
}
